"""Residents with accounts say that an answered aspirasi is not settled."""

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from aspirasi.models import Aspirasi
from aspirasi.sanggah import nyatakan_belum
from core.galat import TidakBisa
from warga.models import Pengguna


@require_POST
def belum_beres(request: HttpRequest, nomor: str) -> HttpResponse:
    """/aspirasi/<nomor>/belum-beres/"""
    aspirasi = get_object_or_404(Aspirasi.objects.terbit(), nomor=nomor)
    orang = request.user
    if not isinstance(orang, Pengguna) or not rules.has_perm("aspirasi.sanggah", orang):
        raise PermissionDenied
    try:
        kurang = nyatakan_belum(aspirasi=aspirasi, oleh=orang)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, _pesan(kurang))
    return redirect(aspirasi)


def _pesan(kurang: int) -> str:
    if not kurang:
        return "Aspirasi ini dibuka kembali. Kecamatan akan melihatnya."
    return f"Tercatat. Bila {kurang} warga lagi menyatakan sama, aspirasi ini dibuka kembali."
