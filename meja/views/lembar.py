"""Sheets that an office prints: the poster and the paper form of each kampung."""

from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meja.views.gerbang import buka_meja, petugas
from warga.models import Kampung


@require_safe
@buka_meja
def lembar(request: HttpRequest) -> HttpResponse:
    """Show all kampung with their sheets, one's own first."""
    sendiri = Case(When(pk=petugas(request).kampung_id, then=0), default=1)
    kampung = Kampung.objects.order_by(sendiri, "contoh", "nama")
    return render(request, "meja/lembar.html", {"kampung": kampung})
