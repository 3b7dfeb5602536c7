"""Works that wait for their office: to say whether they still serve, and what came of them."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from laporan.bacaan.evaluasi import menunggu_evaluasi
from meja.views.gerbang import buka_meja, kampung_dipilih, petugas
from proyek.bacaan.fungsi import menunggu_kantor
from proyek.models import Proyek
from warga.rules import adalah_kecamatan

SEKALIGUS = 50


@require_safe
@buka_meja
def berfungsi(request: HttpRequest) -> HttpResponse:
    """Show those of one's kampung, or of all for the kecamatan (of one with `?kampung=`).
    The longest unasked come first."""
    return _menunggu(request, menunggu_kantor(_milik(request)), "meja/berfungsi.html")


@require_safe
@buka_meja
def evaluasi(request: HttpRequest) -> HttpResponse:
    """Show finished works without an evaluation, of one's kampung, or of all for the kecamatan."""
    return _menunggu(request, menunggu_evaluasi(_milik(request)), "meja/evaluasi.html")


def _milik(request: HttpRequest) -> QuerySet[Proyek]:
    oleh = petugas(request)
    semua = Proyek.objects.berlaku().select_related("kampung")
    if not adalah_kecamatan(oleh):
        return semua.filter(kampung=oleh.kampung_id)
    kampung = kampung_dipilih(request)
    return semua.filter(kampung=kampung) if kampung else semua


def _menunggu(request: HttpRequest, milik: QuerySet[Any], templat: str) -> HttpResponse:
    menunggu = milik.order_by("selesai_nyata", "pk")[:SEKALIGUS]
    konteks = {"menunggu": menunggu, "kecamatan": adalah_kecamatan(request.user)}
    return render(request, templat, konteks)
