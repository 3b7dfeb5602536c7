"""The page that stands in the place of a report that was taken back as a whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from laporan.bacaan.foto import Semua, foto_halaman
from laporan.models import LaporanKemajuan


def halaman_ditarik(request: HttpRequest, laporan: LaporanKemajuan, semua: Semua) -> HttpResponse:
    """Answer 410 with the reason. The aparat of its kampung and the kecamatan still read what it
    said. `semua` is what `core.moderasi.penarikan.ditarik` returns."""
    terbaca = LaporanKemajuan.objects.visible_to(request.user).filter(pk=laporan.pk).exists()
    konteks = {
        "laporan": laporan,
        "penarikan": semua[LaporanKemajuan._meta.db_table, laporan.pk],
        "terbaca": terbaca,
        "foto": foto_halaman(laporan, semua) if terbaca else [],
        "belanja": list(laporan.realisasi.select_related("pendanaan")) if terbaca else [],
    }
    return render(request, "laporan/ditarik.html", konteks, status=410)
