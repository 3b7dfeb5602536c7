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
from aspirasi.services.keterangan import jawab
from core import draf
from core.galat import TidakBisa
from core.halaman import halaman
from meja.forms_pembaca import JawabPermintaanForm
from meja.views.gerbang import buka_meja, petugas
from warga.rules import adalah_kecamatan


@require_safe
@buka_meja
def permintaan(request: HttpRequest) -> HttpResponse:
    """What the kecamatan asks, newest first. The kecamatan sees those of kiriman it may read."""
    semua = PermintaanKeterangan.objects.visible_to(request.user).select_related("kampung")
    konteks = {"halaman": halaman(semua, request), "kecamatan": adalah_kecamatan(request.user)}
    return render(request, "meja/permintaan.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def permintaan_jawab(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """The question, and the form or the answer; nothing leads to the kiriman behind it."""
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
            satu = get_object_or_404(terlihat, acuan=acuan)  # gone when it was erased
        else:
            messages.success(request, "Jawaban kampung sudah terkirim ke kecamatan.")
            return redirect("meja:permintaan")
    konteks = {"permintaan": satu, "form": form, "boleh": boleh}
    return render(request, "meja/permintaan_jawab.html", konteks)
