"""The LPJ of a year: set, corrected with a paper, taken back when it was entered by mistake."""

import rules
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir.draf import ambil_isian, menyimpan_draf
from core.formulir.jadi import jadi
from proyek.bacaan.lpj import daftar_lpj, perjalanan_lpj
from proyek.forms.lpj import CabutLpjForm, KoreksiForm, LpjForm
from proyek.models import Lpj
from proyek.services.lpj import buka_koreksi, cabut_lpj, tetapkan_lpj
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
    form = LpjForm(request.POST or ambil_isian(request), oleh=oleh)

    def lakukan() -> None:
        tetapkan_lpj(lpj=form.save(commit=False), oleh=oleh)

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
    konteks = {"lpj": milik, "perjalanan": perjalanan_lpj(milik)}
    return render(request, "proyek/lpj_satu.html", konteks)


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def koreksi(request: HttpRequest, pk: int) -> HttpResponse:
    """/proyek/lpj/<pk>/koreksi/"""
    milik = _lpj(request, pk)
    form = KoreksiForm(request.POST or ambil_isian(request))

    def lakukan() -> None:
        baru = form.save(commit=False)
        baru.lpj = milik
        alasan = form.cleaned_data["alasan"]
        buka_koreksi(koreksi=baru, alasan=alasan, oleh=pengguna_masuk(request))

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


def _lpj(request: HttpRequest, pk: int) -> Lpj:
    milik = get_object_or_404(Lpj.objects.select_related("kampung"), pk=pk)
    if not rules.has_perm(KELOLA, request.user, milik):
        raise PermissionDenied
    return milik
