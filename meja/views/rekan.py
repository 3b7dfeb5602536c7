"""/kerja/rekan/: officials without e-mail who do not know yet that work waits for them."""

from typing import Any
from uuid import UUID

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.models import Aspirasi
from core.formulir.jadi import tekan
from kabar.bacaan import rekan as bacaan
from kabar.services.rekan import tandai_dikabari
from meja.views.gerbang import buka_meja, petugas
from warga.models import Pengguna

SEKALIGUS, TERAKHIR = 50, 20
TERCATAT = "Tercatat: rekan Anda sudah dikabari."


@require_safe
@buka_meja
def rekan(request: HttpRequest) -> HttpResponse:
    """List them, the longest waiting first, and what was told lately."""
    oleh = petugas(request)
    semua = list(bacaan.belum_tahu(oleh)[: SEKALIGUS + 1])
    konteks = {
        "semua": semua[:SEKALIGUS],
        "lagi": len(semua) > SEKALIGUS,
        "terakhir": bacaan.terakhir(oleh)[:TERAKHIR],
    }
    return render(request, "meja/rekan.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def rekan_buka(request: HttpRequest, pk: int, acuan: UUID | None = None) -> HttpResponse:
    """Show the message and the button that opens WhatsApp. A page that is loaded ahead shows no
    number."""
    kepada = _rekan(request, pk)
    if request.method != "POST":
        return redirect("meja:rekan")
    aspirasi = _tentang(request, acuan)
    konteks: dict[str, Any] = {
        "kepada": kepada,
        "pesan": bacaan.pesan(kepada, aspirasi),
        "selesai": reverse("meja:rekan_selesai", args=[pk] + ([acuan] if acuan else [])),
        "kembali": _kembali(aspirasi),
    }
    return render(request, "meja/rekan_buka.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def rekan_selesai(request: HttpRequest, pk: int, acuan: UUID | None = None) -> HttpResponse:
    """Note that the message was sent."""
    kepada, oleh = _rekan(request, pk), petugas(request)
    if request.method != "POST":
        return redirect("meja:rekan")
    aspirasi = _tentang(request, acuan)
    tekan(
        request,
        lambda: tandai_dikabari(kepada=kepada, oleh=oleh, aspirasi=aspirasi),
        TERCATAT,
    )
    return redirect(_kembali(aspirasi))


def _rekan(request: HttpRequest, pk: int) -> Pengguna:
    """Return an official of today (else 404) whom this person may tell (else 403)."""
    kepada: Pengguna = get_object_or_404(bacaan.pejabat(), pk=pk)
    if not rules.has_perm("kabar.kabari_rekan", petugas(request), kepada):
        raise PermissionDenied
    return kepada


def _tentang(request: HttpRequest, acuan: UUID | None) -> Aspirasi | None:
    """Return the kiriman that the message is about; None when it is about all that waits. 404 for
    one that this person may not read."""
    if acuan is None:
        return None
    meja = Aspirasi.objects.untuk_meja(petugas(request))
    aspirasi: Aspirasi = get_object_or_404(meja, acuan=acuan)
    return aspirasi


def _kembali(aspirasi: Aspirasi | None) -> str:
    if aspirasi is None:
        return reverse("meja:rekan")
    return reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
