"""The LPJ of a year: set, corrected with a paper, taken back when it was entered by mistake; and
the scans of these papers."""

from typing import Any

import rules
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir.draf import ambil_isian, menyimpan_draf
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from core.moderasi.forms import FOTO_MASIH_ADA, TarikForm
from proyek.bacaan.lpj import daftar_lpj, perjalanan_lpj, surat_lpj
from proyek.forms.lpj import CabutLpjForm, KoreksiForm, LpjForm, PindaianLpjForm
from proyek.models import Lpj, PindaianLpj
from proyek.services.lpj import (
    buka_koreksi,
    cabut_lpj,
    tarik_pindaian,
    tetapkan_lpj,
    unggah_pindaian,
)
from proyek.views.muat import sudah_dibuat
from warga.rules import adalah_kecamatan
from warga.views.bantu import pengguna_masuk

KELOLA = "proyek.kelola_proyek"


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def lpj(request: HttpRequest) -> HttpResponse:
    """/proyek/lpj/: the years that are closed, and a form for one more."""
    oleh = pengguna_masuk(request)
    if not rules.has_perm(KELOLA, oleh):
        raise PermissionDenied
    form = LpjForm(request.POST or ambil_isian(request), request.FILES or None, oleh=oleh)

    def lakukan() -> None:
        tetapkan_lpj(lpj=form.save(commit=False), oleh=oleh, pindaian=form.dokumen)

    if jadi(request, form, lakukan, "LPJ sudah ditetapkan. Uang tahun itu tertutup."):
        return redirect("proyek:lpj")
    kampung = None if adalah_kecamatan(oleh) else oleh.kampung
    return render(request, "proyek/lpj.html", {"form": form, "daftar": daftar_lpj(kampung)})


@login_not_required
@require_safe
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """/proyek/lpj/<pk>/: what closed the money of a year, and why it was corrected since."""
    semua = Lpj.objects.select_related("kampung").prefetch_related("koreksi")
    milik = get_object_or_404(semua, pk=pk)
    konteks = {"lpj": milik, "surat": surat_lpj(milik), "perjalanan": perjalanan_lpj(milik)}
    return render(request, "proyek/lpj_satu.html", konteks)


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def koreksi(request: HttpRequest, pk: int) -> HttpResponse:
    """/proyek/lpj/<pk>/koreksi/"""
    milik, oleh = _lpj(request, pk), pengguna_masuk(request)
    form = KoreksiForm(request.POST or ambil_isian(request), request.FILES or None, oleh=oleh)

    def lakukan() -> None:
        baru = form.save(commit=False)
        baru.lpj = milik
        alasan = form.cleaned_data["alasan"]
        buka_koreksi(koreksi=baru, alasan=alasan, oleh=oleh, pindaian=form.dokumen)

    if jadi(request, form, lakukan, "Surat koreksi dicatat. Uangnya dapat dikoreksi 14 hari."):
        return redirect("proyek:lpj")
    return render(request, "proyek/lpj_ubah.html", {"form": form, "lpj": milik, "apa": "koreksi"})


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """/proyek/lpj/<pk>/cabut/"""
    milik = _lpj(request, pk)
    form = CabutLpjForm(request.POST or ambil_isian(request))

    def lakukan() -> None:
        cabut_lpj(lpj=milik, oleh=pengguna_masuk(request), **form.cleaned_data)

    if jadi(request, form, lakukan, "Penetapan LPJ dicabut. Uang tahun itu terbuka lagi."):
        return redirect("proyek:lpj")
    return render(request, "proyek/lpj_ubah.html", {"form": form, "lpj": milik, "apa": "cabut"})


@never_cache
@require_http_methods(["GET", "POST"])
def pindaian(request: HttpRequest, pk: int) -> HttpResponse:
    """/proyek/lpj/<pk>/pindaian/: a scan that comes later."""
    milik, oleh = _lpj(request, pk), pengguna_masuk(request)
    if sudah_dibuat(milik.pindaian.all(), request):
        return redirect(milik)
    form = PindaianLpjForm(request.POST or None, request.FILES or None, lpj=milik, oleh=oleh)

    def buat(sidik: str) -> PindaianLpj:
        baru: Any = form.save(commit=False)
        baru.lpj, baru.berkas, baru.kunci_sekali = milik, form.dokumen, sidik
        return unggah_pindaian(pindaian=baru, oleh=oleh)

    def lakukan() -> None:
        satu_kali(milik.pindaian.all(), form.cleaned_data["kunci"], buat)

    if jadi(request, form, lakukan, "Pindaian sudah diunggah. Semua orang dapat membukanya."):
        return redirect(milik)
    return render(request, "proyek/lpj_pindaian.html", {"form": form, "lpj": milik})


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def pindaian_tarik(request: HttpRequest, pk: int, satu: int) -> HttpResponse:
    """/proyek/lpj/<pk>/pindaian/<satu>/: take a scan back from everyone."""
    milik, oleh = _lpj(request, pk), pengguna_masuk(request)
    semua = milik.pindaian.tampil().select_related("berkas")
    baris = get_object_or_404(semua, pk=satu)
    form = TarikForm(request.POST or ambil_isian(request))

    def lakukan() -> None:
        tarik_pindaian(pindaian=baris, alasan=form.cleaned_data["alasan"], oleh=oleh)

    if jadi(request, form, lakukan, "Pindaian itu sudah ditarik. Alasannya tampil di tempatnya."):
        return redirect(milik)
    konteks = {"form": form, "lpj": milik, "satu": baris, "masih_ada": FOTO_MASIH_ADA}
    return render(request, "proyek/lpj_pindaian.html", konteks)


def _lpj(request: HttpRequest, pk: int) -> Lpj:
    milik = get_object_or_404(Lpj.objects.select_related("kampung"), pk=pk)
    if not rules.has_perm(KELOLA, request.user, milik):
        raise PermissionDenied
    return milik
