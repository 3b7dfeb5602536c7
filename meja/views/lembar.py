"""Sheets that an office prints: the yearly ones of its own kampung, and the poster and the paper
form of each."""

from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.waktu import hari_ini
from meja.views.gerbang import buka_meja, petugas
from warga.models import Kampung


@require_safe
@buka_meja
def lembar(request: HttpRequest) -> HttpResponse:
    """Show all kampung with their sheets, one's own first."""
    milik = petugas(request).kampung_id
    sendiri = Case(When(pk=milik, then=0), default=1)
    kampung = list(Kampung.objects.order_by(sendiri, "contoh", "nama"))
    konteks = {
        "kampung": kampung,
        "sendiri": next((k for k in kampung if k.pk == milik), None),
        "tahun": hari_ini().year,
    }
    return render(request, "meja/lembar.html", konteks)
