"""Residents with accounts say that an answered aspirasi is not settled."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from aspirasi.models import Aspirasi
from aspirasi.services.sanggah import nyatakan_belum, tarik_pernyataan
from core.galat import TidakBisa
from warga.models import Pengguna
from warga.views.bantu import pengguna_berizin

BELUM_TERHITUNG = (
    "Tercatat, tetapi belum dihitung: nomor HP atau e-mail Anda belum diverifikasi. Caranya ada di "
    "halaman Akun. Sesudah itu pernyataan ini ikut dihitung dengan sendirinya."
)


@require_POST
def belum_beres(request: HttpRequest, nomor: str) -> HttpResponse:
    """/aspirasi/<nomor>/belum-beres/"""
    aspirasi, orang = _pasangan(request, nomor)
    try:
        kurang = nyatakan_belum(aspirasi=aspirasi, oleh=orang)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, _pesan(kurang) if orang.kontak_terbukti else BELUM_TERHITUNG)
    return redirect(aspirasi)


@require_POST
def batal_belum_beres(request: HttpRequest, nomor: str) -> HttpResponse:
    """/aspirasi/<nomor>/batal-belum-beres/"""
    aspirasi, orang = _pasangan(request, nomor)
    if tarik_pernyataan(aspirasi=aspirasi, oleh=orang):
        messages.success(request, "Pernyataan Anda sudah ditarik.")
    else:
        messages.info(request, "Tidak ada pernyataan Anda yang dapat ditarik.")
    return redirect(aspirasi)


def _pasangan(request: HttpRequest, nomor: str) -> tuple[Aspirasi, Pengguna]:
    """Return the public aspirasi and the person who judges it; not public → 404, not a resident →
    403."""
    aspirasi = get_object_or_404(Aspirasi.objects.terbit(), nomor=nomor)
    return aspirasi, pengguna_berizin(request, "aspirasi.sanggah")


def _pesan(kurang: int) -> str:
    if not kurang:
        return "Aspirasi ini dibuka kembali. Kecamatan akan melihatnya."
    return f"Tercatat. Bila {kurang} warga lagi menyatakan sama, aspirasi ini dibuka kembali."
