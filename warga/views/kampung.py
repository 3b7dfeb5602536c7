"""The list of kampung."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from warga.filters import KampungFilter
from warga.models import Kampung


@login_not_required
def daftar(request: HttpRequest) -> HttpResponse:
    """List the kampung, narrowed by a search that ignores spaces and case."""
    saring = KampungFilter(request.GET, queryset=Kampung.objects.all())
    return render(request, "warga/kampung_daftar.html", {"filter": saring})
