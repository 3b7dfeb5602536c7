"""All reports of a project in time."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from laporan.bacaan.garis import garis as susun
from proyek.bacaan.halaman import dengan_garis
from proyek.models import Proyek

TERBANYAK = 200  # four years of weekly reports


@login_not_required
@require_safe
def garis(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/proyek/<nomor>/"""
    terlihat = Proyek.objects.visible_to(request.user).select_related("kampung", "evaluasi")
    proyek = get_object_or_404(dengan_garis(terlihat, TERBANYAK), nomor=nomor)
    return render(
        request, "laporan/garis.html", {"proyek": proyek, "garis": susun(proyek, TERBANYAK)}
    )
