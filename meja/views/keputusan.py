"""Decisions on a desk: the kakam says yes or no, the kecamatan sees what is contested."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from meja.daftar.kantor import KEPUTUSAN
from meja.daftar.sajian import sajikan
from meja.urusan.kantor import keputusan_menunggu
from meja.views.gerbang import buka_meja
from proyek.rules import kepala_kampung
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

__all__ = ["berkeputusan", "keputusan", "keputusan_menunggu"]


def berkeputusan(oleh: Pengguna) -> bool:
    """Return whether decisions may wait for this person."""
    return bool(adalah_kecamatan(oleh) or kepala_kampung(oleh))


@require_safe
@buka_meja
def keputusan(request: HttpRequest) -> HttpResponse:
    """/kerja/keputusan/"""
    return sajikan(request, KEPUTUSAN, "meja/keputusan.html")
