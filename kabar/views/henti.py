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
    """Show the switch. A POST stops the letter; one with `surat=ya` starts it again.

    Looking changes nothing, since mail programs and filters open links by themselves.
    """
    orang = pemilik_tanda(tanda)
    if orang is None:
        return render(request, "kabar/henti.html", {"salah": True}, status=404)
    if request.method == "POST":
        services.atur_surat(oleh=orang, surat=request.POST.get("surat") == "ya")
    return render(request, "kabar/henti.html", {"menyala": ingin_surat(orang)})
