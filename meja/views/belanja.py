"""/kerja/belanja/: the money that reports of a kampung said would follow."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from laporan.models import BelanjaMenyusul
from meja.daftar.kantor import BELANJA
from meja.daftar.sajian import sajikan
from meja.views.gerbang import buka_meja, petugas
from warga.rules import adalah_kecamatan


@require_safe
@buka_meja
def belanja_menyusul(request: HttpRequest) -> HttpResponse:
    """Show a kampung what it owes, the first due day first; the kecamatan, of how many reports each
    kampung owes it."""
    oleh = petugas(request)
    if adalah_kecamatan(oleh):
        return render(request, "meja/belanja.html", {"per_kampung": _per_kampung()})
    return sajikan(request, BELANJA, "meja/belanja_daftar.html")


def _per_kampung() -> list[dict[str, Any]]:
    """Return kampung and number in the order of their names, never of their lateness."""
    kolom = {"nama": "laporan__proyek__kampung__nama"}
    semua = BelanjaMenyusul.objects.ditunggu().order_by(kolom["nama"])
    return list(semua.values(kolom["nama"]).annotate(banyak=Count("pk")))
