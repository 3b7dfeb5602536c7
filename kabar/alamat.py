"""Addresses of the desks: the one place where this app names them. Work is told here and done
there."""

from typing import Any

from django.conf import settings
from django.urls import reverse

ANTREAN = "meja:aspirasi"
PERMINTAAN, SATU_PERMINTAAN = "meja:permintaan", "meja:permintaan_jawab"
PIN, KEPUTUSAN = "meja:pin_daftar", "meja:keputusan"
EVALUASI, FUNGSI, TERTAHAN = "meja:evaluasi", "meja:berfungsi", "meja:tertahan"
BERANDA = "meja:beranda"
TANGGAPI, CATATAN = "meja:tanggapi_daftar", "laporan:catatan"


def antrean() -> str:
    """Return the queue of kiriman that wait for one's own step."""
    return f"{reverse(ANTREAN)}?keadaan=bagian"


def satu_permintaan(acuan: Any) -> str:
    """Return where a question to a kampung is answered."""
    return reverse(SATU_PERMINTAAN, args=[acuan])


def meja() -> str:
    """Return the whole address of the desk, for messages."""
    return f"{settings.ALAMAT_PORTAL}{reverse(BERANDA)}"
