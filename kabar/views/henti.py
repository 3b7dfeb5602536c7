"""Stopping the daily letter by the link in it (RFC 8058), without an account at hand."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kabar.services import kabar as services
from kabar.services.henti import pemilik_tanda
from kabar.services.rangkuman import ingin_surat


@csrf_exempt  # mail programs send it without a cookie; the signature stands for the person
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def henti(request: HttpRequest, tanda: str) -> HttpResponse:
    """Show the switch of the letter about what they follow. A POST stops it; one with `surat=ya`
    starts it again.

    Looking changes nothing, since mail programs and filters open links by themselves.
    """
    return _henti(request, tanda, "surat")


@csrf_exempt  # as above
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def henti_meja(request: HttpRequest, tanda: str) -> HttpResponse:
    """Show the switch of the letter of the desk, in the same way."""
    return _henti(request, tanda, "surat_meja")


def _henti(request: HttpRequest, tanda: str, surat: str) -> HttpResponse:
    konteks = {"meja": surat == "surat_meja", "salah": False, "menyala": False}
    orang = pemilik_tanda(tanda, surat)
    if orang is None:
        return render(request, "kabar/henti.html", konteks | {"salah": True}, status=404)
    if request.method == "POST":
        services.atur_pilihan(oleh=orang, **{surat: request.POST.get("surat") == "ya"})
    return render(request, "kabar/henti.html", konteks | {"menyala": ingin_surat(orang, surat)})
