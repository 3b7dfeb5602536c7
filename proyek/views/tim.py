"""Pages on which an office names the team of a project and uploads its papers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from proyek.forms.tim import DokumenForm, HapusForm, TimForm
from proyek.models import Dokumen, TimProyek
from proyek.services.dokumen import tambah_dokumen, tarik_dokumen, ubah_dokumen
from proyek.services.tim import hapus_tim, tambah_tim, ubah_tim
from proyek.views.muat import proyek_untuk, sudah_dibuat
from warga.views.bantu import pengguna_masuk

KELOLA = "proyek.kelola_proyek"


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def tim(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/tim/: who does the work, and a form for one more."""
    proyek = proyek_untuk(request, nomor, KELOLA)
    if sudah_dibuat(proyek.tim.all(), request):
        return redirect("proyek:tim", nomor)
    form = TimForm(request.POST or draf.ambil_isian(request), instance=TimProyek(proyek=proyek))

    def buat(sidik: str) -> TimProyek:
        form.instance.kunci_sekali = sidik
        return tambah_tim(anggota=form.save(commit=False), oleh=pengguna_masuk(request))

    def lakukan() -> None:
        satu_kali(proyek.tim.all(), form.cleaned_data["kunci"], buat)

    if jadi(request, form, lakukan, "Namanya sudah dicatat dan tampil di halaman proyek."):
        return redirect("proyek:tim", nomor)
    konteks = {"form": form, "proyek": proyek, "tim": list(proyek.tim.all())}
    return render(request, "proyek/tim.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def tim_ubah(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """/proyek/<nomor>/tim/<pk>/: correct one of the team, or take it away (`hapus`)."""
    proyek = proyek_untuk(request, nomor, KELOLA)
    anggota = get_object_or_404(proyek.tim, pk=pk)
    if "hapus" in request.POST:
        hapus: Any = HapusForm(request.POST, prefix="hapus")
        form = TimForm(instance=anggota)

        def buang() -> None:
            alasan = hapus.cleaned_data["alasan"]
            hapus_tim(anggota=anggota, alasan=alasan, oleh=pengguna_masuk(request))

        selesai = jadi(request, hapus, buang, "Sudah dihapus dari halaman proyek.")
    else:
        hapus = HapusForm(prefix="hapus")
        form = TimForm(request.POST or draf.ambil_isian(request), instance=anggota)

        def simpan() -> None:
            baru, alasan = form.save(commit=False), form.cleaned_data["alasan"]
            ubah_tim(anggota=baru, alasan=alasan, oleh=pengguna_masuk(request))

        selesai = jadi(request, form, simpan, "Perbaikannya sudah disimpan.")
    if selesai:
        return redirect("proyek:tim", nomor)
    konteks = {"form": form, "hapus": hapus, "proyek": proyek, "anggota": anggota}
    return render(request, "proyek/tim_ubah.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def dokumen(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/dokumen/: the papers, and a form for one more."""
    proyek = proyek_untuk(request, nomor, KELOLA)
    if sudah_dibuat(proyek.dokumen.all(), request):
        return redirect("proyek:dokumen", nomor)
    oleh = pengguna_masuk(request)
    isian = request.POST or draf.ambil_isian(request)
    form = DokumenForm(isian, request.FILES or None, instance=Dokumen(proyek=proyek), oleh=oleh)

    def buat(sidik: str) -> Dokumen:
        baru: Any = form.save(commit=False)
        baru.kunci_sekali = sidik
        berkas: Any = form.dokumen
        return tambah_dokumen(dokumen=baru, berkas=berkas, oleh=oleh)

    def lakukan() -> None:
        satu_kali(proyek.dokumen.all(), form.cleaned_data["kunci"], buat)

    if jadi(request, form, lakukan, "Dokumennya sudah tampil di halaman proyek."):
        return redirect("proyek:dokumen", nomor)
    semua = list(proyek.dokumen.select_related("berkas"))
    konteks = {"form": form, "proyek": proyek, "dokumen": semua}
    return render(request, "proyek/dokumen.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def dokumen_ubah(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """/proyek/<nomor>/dokumen/<pk>/: correct the words about a paper, or take it back (`hapus`)."""
    proyek = proyek_untuk(request, nomor, KELOLA)
    baris = get_object_or_404(proyek.dokumen.tampil().select_related("berkas"), pk=pk)
    oleh = pengguna_masuk(request)
    hapus: Any = HapusForm(request.POST if "hapus" in request.POST else None, prefix="hapus")
    isian = None if hapus.is_bound else request.POST or draf.ambil_isian(request)
    form = DokumenForm(isian, instance=baris, oleh=oleh)

    def tarik() -> None:
        tarik_dokumen(dokumen=baris, alasan=hapus.cleaned_data["alasan"], oleh=oleh)

    def simpan() -> None:
        alasan = form.cleaned_data["alasan"]
        ubah_dokumen(dokumen=form.save(commit=False), alasan=alasan, oleh=oleh)

    if hapus.is_bound:
        selesai = jadi(request, hapus, tarik, "Dokumennya sudah ditarik. Alasannya tampil.")
    else:
        selesai = jadi(request, form, simpan, "Perbaikannya sudah disimpan.")
    if selesai:
        return redirect("proyek:dokumen", nomor)
    konteks = {"form": form, "hapus": hapus, "proyek": proyek, "baris": baris}
    return render(request, "proyek/dokumen_ubah.html", konteks)
