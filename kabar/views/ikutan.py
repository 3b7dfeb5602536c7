"""Following an aspirasi, and what a person follows."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.models import Aspirasi
from core.cari.halaman import halaman
from core.galat import TidakBisa
from kabar.models import diikuti, terlihat
from kabar.services import kabar as services
from warga.views.bantu import pengguna_berizin

DIIKUTI = "Anda mengikuti aspirasi ini. Perkembangannya ada di Pemberitahuan."
BERHENTI = "Anda tidak lagi mengikuti aspirasi itu. Dukungan, bila ada, tetap tercatat."


@never_cache
@require_safe
def ikutan(request: HttpRequest) -> HttpResponse:
    """What this person follows or supports, the youngest first."""
    semua = diikuti(pengguna_berizin(request, "kabar.ikuti")).select_related("kampung")
    return render(request, "kabar/ikutan.html", {"halaman": halaman(semua, request)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ikuti(request: HttpRequest, nomor: str) -> HttpResponse:
    """Follow it. Opened otherwise, as after signing in again, it shows the aspirasi."""
    aspirasi = _muat(nomor)
    orang = pengguna_berizin(request, "kabar.ikuti")
    if request.method == "POST":
        try:
            services.ikuti(aspirasi=aspirasi, oleh=orang)
        except TidakBisa as galat:
            messages.error(request, galat.pesan)
        else:
            messages.success(request, DIIKUTI)
    return redirect(aspirasi)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def berhenti(request: HttpRequest, nomor: str) -> HttpResponse:
    """Follow it no more; back to where the button stood."""
    aspirasi = _muat(nomor)
    orang = pengguna_berizin(request, "kabar.ikuti")
    if request.method == "POST":
        services.berhenti(aspirasi=aspirasi, oleh=orang)
        messages.success(request, BERHENTI)
    tujuan: Any = "kabar:ikutan" if request.POST.get("kembali") == "ikutan" else aspirasi
    return redirect(tujuan)


def _muat(nomor: str) -> Aspirasi:
    return get_object_or_404(terlihat(), nomor=nomor)
