"""Pages of the project itself: components, seals, errors.

The pages for 403, 404 and 500 are rendered by Django's own views from 403.html,
404.html and 500.html; a database that is away has its own (bangunrejo.halaman.gangguan).
"""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bangunrejo import jaga_jejak
from bangunrejo.halaman import gaya as contoh_gaya
from bangunrejo.halaman.gangguan import tidak_terjangkau
from core.log import tak_terjangkau
from core.models import KepalaSegel, PemeriksaanJejak

HARI_SEGEL = 31
TERLALU_BESAR = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form is too old and that the text is still one step back."""
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is too large, or that cannot be understood, each in its words.

    A session that the database did not accept is neither: that fault is ours.
    """
    if tak_terjangkau(exception):
        return tidak_terjangkau(request)
    if isinstance(exception, TERLALU_BESAR):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


@require_safe
@login_not_required
def gaya(request: HttpRequest) -> HttpResponse:
    """Show every component: the reference for anyone who writes a template."""
    return render(request, "gaya/gaya.html", contoh_gaya.contoh())


@require_safe
@login_not_required
def tentang(request: HttpRequest) -> HttpResponse:
    """Say what the portal is and is not, and what happens to people's data."""
    return render(request, "tentang.html")


@require_safe
@login_not_required
def segel(request: HttpRequest) -> HttpResponse:
    """Show the seals of the last days, for anyone who kept one, in two queries.

    Their places in the chain are left out: they would count every act, secret ones included.
    """
    konteks = {
        "daftar": list(KepalaSegel.objects.all()[:HARI_SEGEL]),
        "pemeriksaan": jaga_jejak.kata_pemeriksaan(PemeriksaanJejak.terakhir()),
    }
    return render(request, "jejak/segel.html", konteks)
