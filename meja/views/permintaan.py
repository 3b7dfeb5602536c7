"""Questions of the kecamatan on the desk of a kampung: the question, its day, the answer."""

from uuid import UUID

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.models import PermintaanKeterangan
from aspirasi.services.keterangan import TIDAK_MENUNGGU, jawab, tinjau, tinjau_dan_tutup
from core.formulir import draf
from core.galat import TidakBisa
from meja.daftar.kantor import PERMINTAAN
from meja.daftar.sajian import sajikan
from meja.forms.permintaan import JawabPermintaanForm, TinjauPermintaanForm
from meja.views.gerbang import buka_meja, petugas
from warga.models import Pengguna
from warga.rules import adalah_kecamatan


@require_safe
@buka_meja
def permintaan(request: HttpRequest) -> HttpResponse:
    """List the questions of the kecamatan, newest first. The kecamatan sees those about kiriman
    that it may read."""
    return sajikan(request, PERMINTAAN, "meja/permintaan.html")


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def permintaan_jawab(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show the question, and the form or the answer. Nothing leads to the kiriman behind it."""
    terlihat = PermintaanKeterangan.objects.visible_to(request.user).select_related("kampung")
    satu = get_object_or_404(terlihat, acuan=acuan)
    boleh = rules.has_perm("aspirasi.jawab_permintaan", request.user, satu)
    if request.method == "POST" and not boleh:
        raise PermissionDenied
    form = JawabPermintaanForm(request.POST or draf.ambil(request) or None)
    if request.method == "POST" and form.is_valid():
        try:
            jawab(permintaan=satu, jawaban=form.cleaned_data["jawaban"], oleh=petugas(request))
        except TidakBisa as galat:
            messages.error(request, galat.pesan)
            satu = get_object_or_404(terlihat, acuan=acuan)
        else:
            messages.success(request, "Jawaban kampung sudah terkirim ke kecamatan.")
            return redirect("meja:permintaan")
    konteks = {"permintaan": satu, "form": form, "boleh": boleh and not satu.ditutup_pada}
    konteks["kecamatan"] = adalah_kecamatan(request.user)
    return render(request, "meja/permintaan_jawab.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def permintaan_urus(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Let the kecamatan correct the words of its question, or close it."""
    if not adalah_kecamatan(request.user):
        raise PermissionDenied
    terlihat = PermintaanKeterangan.objects.visible_to(request.user).select_related("kampung")
    satu, oleh = get_object_or_404(terlihat, acuan=acuan), petugas(request)
    diketik = request.POST or draf.ambil_isian(request)
    form = TinjauPermintaanForm(diketik, initial={"pertanyaan": satu.pertanyaan})
    if request.method == "POST":
        try:
            if pesan := _urus(request, satu, form, oleh):
                messages.success(request, pesan)
                return redirect("meja:permintaan_jawab", acuan)
        except TidakBisa as galat:
            messages.error(request, galat.pesan)
    return render(request, "meja/permintaan_urus.html", {"permintaan": satu, "form": form})


def _urus(
    request: HttpRequest, satu: PermintaanKeterangan, form: TinjauPermintaanForm, oleh: Pengguna
) -> str:
    """Do what was pressed. Return the message, or "" when the words do not fit."""
    if not form.is_valid():
        return ""
    kata = form.cleaned_data["pertanyaan"]
    if "tutup" not in request.POST:
        tinjau(permintaan=satu, pertanyaan=kata, oleh=oleh)
        return "Kata-katanya sudah disimpan."
    if not tinjau_dan_tutup(permintaan=satu, pertanyaan=kata, oleh=oleh):
        raise TidakBisa(TIDAK_MENUNGGU)
    return "Pertanyaan ini ditandai tidak diperlukan lagi. Kampung tidak perlu menjawabnya."
