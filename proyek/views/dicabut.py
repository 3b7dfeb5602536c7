"""The page that stands in the place of a project that was opened by mistake and taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from proyek.bacaan.garis_waktu import garis_waktu
from proyek.models import Proyek

SELURUHNYA = 100  # acts; a project is young when it is taken back, so it has few


def halaman_dicabut(request: HttpRequest, proyek: Proyek) -> HttpResponse:
    """Answer 410 with the reason and the bare trail, without the wrong name and words."""
    perjalanan = garis_waktu(proyek, SELURUHNYA)
    alasan = perjalanan[0].alasan if perjalanan else ""  # nothing can happen to it afterwards
    konteks = {"proyek": proyek, "alasan": alasan, "perjalanan": perjalanan}
    return render(request, "proyek/dicabut.html", konteks, status=410)
