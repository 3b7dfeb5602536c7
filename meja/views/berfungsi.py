"""Works that wait for their office to say whether they still serve."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meja.views.gerbang import buka_meja, petugas
from proyek.bacaan.fungsi import menunggu_kantor
from proyek.models import Proyek
from warga.rules import adalah_kecamatan

SEKALIGUS = 50


@require_safe
@buka_meja
def berfungsi(request: HttpRequest) -> HttpResponse:
    """Show those of one's kampung, or of all for the kecamatan; the longest unasked come first."""
    oleh = petugas(request)
    semua = Proyek.objects.berlaku().select_related("kampung")
    if not adalah_kecamatan(oleh):
        semua = semua.filter(kampung=oleh.kampung_id)
    menunggu = menunggu_kantor(semua).order_by("selesai_nyata", "pk")
    konteks = {"menunggu": menunggu[:SEKALIGUS], "kecamatan": adalah_kecamatan(oleh)}
    return render(request, "meja/berfungsi.html", konteks)
