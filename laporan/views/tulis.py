"""Writing a report: one page with words, figures and photos. The draft that it makes stands in
`laporan.views.draf`."""

import datetime
from contextlib import suppress

import rules
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_http_methods

from core.formulir.draf import isian, menyimpan_draf, menyimpan_foto
from core.formulir.jadi import coba, jadi
from core.formulir.sekali import satu_kali
from laporan.bacaan.bantuan import ditarik_serentang, foto_terdahulu
from laporan.bacaan.pekerjaan import boleh_ditulis
from laporan.forms.laporan import LaporanForm
from laporan.models import LaporanKemajuan
from laporan.services import jadwal
from laporan.services.foto_titipan import TITIPAN
from laporan.services.tulis import simpan_draf
from laporan.views.draf import muat_draf, sudah_terbit
from laporan.views.foto_form import sebut_ditolak, terima_foto, titip_foto
from laporan.views.muat import proyek_tertutup
from proyek.models import Proyek
from proyek.views.muat import sudah_dibuat
from warga.views.bantu import pengguna_masuk

SUDAH_SEMUA = (
    "Tidak ada laporan yang perlu ditulis sekarang: semua waktu kerjanya sudah ada laporan atau "
    "drafnya."
)
PERBAIKI = " Untuk mengubah yang sudah terbit, buka laporannya lalu pilih “Perbaiki laporan ini”."
TERSIMPAN = "Drafnya sudah tersimpan."


@menyimpan_draf
@menyimpan_foto(TITIPAN)
@require_http_methods(["GET", "POST"])
def tulis(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/tulis/<nomor proyek>/, or with `?perbaiki=<nomor laporan>` a correction."""
    hak = "laporan.tulis" if request.GET.get("perbaiki") else "laporan.susun"
    proyek = proyek_tertutup(request, nomor, hak)
    if lama := sudah_dibuat(proyek.laporan.all(), request):
        return redirect(lama) if lama.nomor else ubah(request, lama.pk)
    if not (boleh_ditulis(proyek) or request.GET.get("perbaiki")):
        pesan = "belum dimulai" if not proyek.mulai_nyata else "sudah tidak dilaporkan lagi"
        messages.warning(request, f"Pekerjaan proyek ini {pesan}, jadi tidak dapat dilaporkan.")
        return redirect(proyek)
    laporan, belanja = _laporan_baru(request, proyek)
    baru = laporan.revisi == 1 and request.method == "GET"
    if baru and not jadwal.pilihan(proyek=proyek, laporan=laporan):
        boleh = rules.has_perm("laporan.tulis", request.user, proyek)
        messages.info(request, SUDAH_SEMUA + (PERBAIKI if boleh else ""))
        return redirect(proyek)
    form = _formulir(request, laporan, belanja)
    if request.method == "POST" and form.is_valid() and (draf := _buat(request, form)):
        sebut_ditolak(request, terima_foto(draf, form))
        return redirect("laporan:draf", draf.pk)
    return _halaman_tulis(request, form)


def _formulir(
    request: HttpRequest, laporan: LaporanKemajuan, belanja: dict[int, int]
) -> LaporanForm:
    data = isian(request)
    return LaporanForm(data, request.FILES or None, instance=laporan, belanja=belanja)


def _halaman_tulis(request: HttpRequest, form: LaporanForm) -> HttpResponse:
    """Show the form. Photos that came before need not be chosen again."""
    proyek = form.instance.proyek
    konteks = {"form": form, "proyek": proyek, "dititip": titip_foto(form)}
    konteks["ditarik"] = ditarik_serentang(proyek, form.rentang)
    konteks["foto_lama"] = foto_terdahulu(proyek)
    return render(request, "laporan/tulis.html", konteks)


def _laporan_baru(request: HttpRequest, proyek: Proyek) -> tuple[LaporanKemajuan, dict[int, int]]:
    """Return an unsaved report and what its fields of money start with."""
    nomor = request.GET.get("perbaiki")
    if not nomor:
        hari = _rentang(request)
        return LaporanKemajuan(proyek=proyek, **({"periode": hari} if hari else {})), {}
    lama = get_object_or_404(proyek.laporan.utuh(), nomor=nomor.replace("\0", ""))
    lama = proyek.laporan.berlaku().get(periode=lama.periode)  # a wrong one was corrected already
    return lama.perbaikan(), dict(lama.realisasi.values_list("pendanaan", "jumlah"))


def _rentang(request: HttpRequest) -> datetime.date | None:
    """Return the first day of the span that a link chose beforehand, if it can be read."""
    with suppress(ValueError):
        return parse_date(request.GET.get("rentang", ""))
    return None


def _buat(request: HttpRequest, form: LaporanForm) -> LaporanKemajuan | None:
    """Make the draft once, however often the form is sent. Return None with an error in the
    form."""

    def buat(sidik: str) -> LaporanKemajuan:
        form.instance.kunci_sekali = sidik
        return _simpan(request, form)

    milik_proyek = LaporanKemajuan.objects.filter(proyek=form.instance.proyek)
    kunci = form.cleaned_data["kunci"]
    hasil = coba(form, lambda: satu_kali(milik_proyek, kunci, buat))
    if hasil is None:
        return None
    messages.success(request, TERSIMPAN)
    return hasil[0]


def _simpan(request: HttpRequest, form: LaporanForm) -> LaporanKemajuan:
    return simpan_draf(
        laporan=form.save(commit=False),
        realisasi=form.realisasi(),
        rincian=form.rincian(),
        butir=form.kemajuan_butir(),
        oleh=pengguna_masuk(request),
    )


@menyimpan_draf
@menyimpan_foto(TITIPAN)
@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/draf/<pk>/ubah/"""
    laporan = muat_draf(request, pk, "laporan.ubah_draf")
    if sudah_terbit(request, laporan):
        return redirect(laporan)
    belanja = dict(laporan.realisasi.values_list("pendanaan", "jumlah"))
    form = _formulir(request, laporan, belanja)
    if jadi(request, form, lambda: _simpan(request, form), "Draf sudah diperbarui."):
        sebut_ditolak(request, terima_foto(laporan, form))
        return redirect("laporan:draf", pk)
    return _halaman_tulis(request, form)
