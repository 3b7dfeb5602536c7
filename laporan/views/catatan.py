"""Notes of the BPK Kampung: the public list, one note with its answers, and what the BPK does."""

from typing import Any

import rules
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.cari.halaman import halaman
from core.formulir import draf
from core.formulir.jadi import jadi
from core.moderasi.penarikan import ditarik
from laporan.bacaan.catatan import isi_halaman
from laporan.filters import CatatanFilter
from laporan.forms.catatan import CatatanForm, LampiranForm, PerbaikiCatatanForm
from laporan.models import CatatanPengawasan, LaporanKemajuan
from laporan.services.catatan import perbaiki as perbaiki_catatan
from laporan.services.catatan import tambah_lampiran
from laporan.services.catatan import tulis as tulis_catatan
from proyek.models import Keputusan, Proyek
from warga.views.bantu import pengguna_masuk

HAK = "laporan.catat_pengawasan"
TERBIT = "Catatan Anda sudah tampil untuk umum, dan kantor yang menanggapinya diberi tahu."


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """/laporan/catatan/: the notes of all kampung, the newest first."""
    semua = CatatanPengawasan.objects.berdiri().untuk_kartu()
    saring = CatatanFilter(request.GET, queryset=semua)
    hasil = halaman(saring.qs, request, ("-pk",))
    return render(request, "laporan/catatan_daftar.html", {"filter": saring, "halaman": hasil})


@login_not_required
@require_safe
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/catatan/<pk>/: one note with its corrections, files and answers."""
    catatan = get_object_or_404(CatatanPengawasan.objects.berdiri().untuk_kartu(), pk=pk)
    konteks = {"catatan": catatan, **isi_halaman(catatan, ditarik(catatan))}
    return render(request, "laporan/catatan.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tulis(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/catatan/tulis/<nomor>/: note something about a project, a report or a decision."""
    oleh, hal = pengguna_masuk(request), _hal(request, nomor)
    diketik = request.POST or draf.ambil_isian(request)
    form = CatatanForm(diketik, request.FILES or None, oleh=oleh)
    jadinya: list[CatatanPengawasan] = []

    def lakukan() -> None:
        isi, kunci = form.cleaned_data["isi"], form.cleaned_data["kunci"]
        jadinya.append(
            tulis_catatan(hal=hal, isi=isi, oleh=oleh, kunci=kunci, lampiran=form.dokumen)
        )

    if jadi(request, form, lakukan, TERBIT):
        return redirect(jadinya[0])
    return render(request, "laporan/catatan_tulis.html", {"form": form, "hal": hal})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def perbaiki(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/catatan/<pk>/perbaiki/"""
    catatan = muat_catatan(request, pk, HAK)
    diketik = request.POST or draf.ambil_isian(request)
    form = PerbaikiCatatanForm(diketik, catatan=catatan, isi=catatan.isi_kini)

    def lakukan() -> None:
        isi, alasan = form.cleaned_data["isi"], form.cleaned_data["alasan"]
        perbaiki_catatan(catatan=catatan, isi=isi, alasan=alasan, oleh=pengguna_masuk(request))

    if jadi(request, form, lakukan, "Catatannya sudah diperbaiki. Yang lama tetap terbaca."):
        return redirect(catatan)
    konteks = {"form": form, "catatan": catatan, "judul": "Perbaiki catatan pengawasan"}
    return render(request, "laporan/catatan_ubah.html", konteks)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/catatan/<pk>/lampiran/: add a photo or a scan."""
    catatan, oleh = muat_catatan(request, pk, HAK), pengguna_masuk(request)
    form = LampiranForm(request.POST or None, request.FILES or None, oleh=oleh)

    def lakukan() -> None:
        kunci: Any = form.cleaned_data["kunci"]
        berkas: Any = form.dokumen
        tambah_lampiran(catatan=catatan, berkas=berkas, oleh=oleh, kunci=kunci)

    if jadi(request, form, lakukan, "Sudah ditambahkan. Semua orang dapat melihatnya."):
        return redirect(catatan)
    konteks = {"form": form, "catatan": catatan, "judul": "Tambah foto atau pindaian"}
    return render(request, "laporan/catatan_ubah.html", konteks)


def muat_catatan(request: HttpRequest, pk: int, hak: str) -> Any:
    """Return a note that stands (else 404), on which this person has the right `hak` (else 403)."""
    catatan = get_object_or_404(CatatanPengawasan.objects.umum().untuk_kartu(), pk=pk)
    if not rules.has_perm(hak, request.user, catatan):
        raise PermissionDenied
    return catatan


def _hal(request: HttpRequest, nomor: str) -> Any:
    """Return what is noted, by its number: everybody reads it (else 404), and it is of the kampung
    of this BPK (else 403)."""
    semua: Any = Proyek.objects.berlaku().select_related("kampung")
    if nomor.startswith("LAP-"):
        semua = LaporanKemajuan.objects.utuh().select_related("proyek__kampung")
        semua = semua.filter(proyek__dicabut_pada__isnull=True)
    elif nomor.startswith("KEP-"):
        semua = Keputusan.objects.terbit().select_related("kampung", "proyek")
    hal = get_object_or_404(semua, nomor=nomor)
    if not rules.has_perm(HAK, request.user, hal):
        raise PermissionDenied
    return hal
