"""The yearly sheets of a kampung: as a page that prints, and as a Word file."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.berkas.kirim import kirim_docx, tampilkan
from laporan.bacaan.lembar_tahunan import JENIS, Jenis, lembar_tahunan
from proyek.models.uang import TAHUN_WAJAR
from warga.models import Kampung


@login_not_required
@require_safe
def lembar(request: HttpRequest, slug: str, jenis: str, tahun: int) -> HttpResponse:
    """/kampung/<slug>/lembar/realisasi/2026/"""
    macam, kampung = _macam(jenis, tahun), get_object_or_404(Kampung, slug=slug)
    konteks = {
        "kampung": kampung,
        "guna": macam.guna,
        "tahun": tahun,
        "unduh": reverse("kampung:lembar_docx", args=[slug, jenis, tahun]),
    }
    isi = lembar_tahunan(macam, kampung, tahun)
    return tampilkan(request, isi, "laporan/lembar_tahunan.html", konteks)


@login_not_required
@require_safe
def unduh(request: HttpRequest, slug: str, jenis: str, tahun: int) -> HttpResponseBase:
    """/kampung/<slug>/lembar/realisasi/2026/docx/"""
    macam, kampung = _macam(jenis, tahun), get_object_or_404(Kampung, slug=slug)
    return kirim_docx(
        request, lembar_tahunan(macam, kampung, tahun), f"{jenis}-{tahun}-{slug}.docx"
    )


def _macam(jenis: str, tahun: int) -> Jenis:
    """Return the kind of sheet. Raises Http404 for another word, and for a year out of reason."""
    if jenis not in JENIS or not TAHUN_WAJAR[0] <= tahun <= TAHUN_WAJAR[1]:
        raise Http404
    return JENIS[jenis]
