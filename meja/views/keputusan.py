"""Decisions on a desk: the kakam says yes or no, the kecamatan sees what is contested."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from meja.daftar.kantor import KEPUTUSAN
from meja.daftar.sajian import sajikan
from meja.views.gerbang import buka_meja


@require_safe
@buka_meja
def keputusan(request: HttpRequest) -> HttpResponse:
    """/kerja/keputusan/"""
    return sajikan(request, KEPUTUSAN, "meja/keputusan.html")
