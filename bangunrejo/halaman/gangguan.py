"""Answers while the database is away: 503 in plain words, with the typed text for copying.

Both of Django's handlers for errors lead here: an exception of a view or a middleware (500), and a
session that could not be saved, which Django takes for a bad request of the browser (400).
"""

import re
import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views import defaults

from core.log import tak_terjangkau

LAGI = 15  # seconds until the browser may try again
BUKAN_TULISAN = re.compile(r"sandi|pass|pin|kode|code|kunci|token|otp|login|penulis|rahasia", re.I)
PANJANG = 20_000


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer an exception that nobody caught."""
    galat = sys.exc_info()[1]
    if galat and tak_terjangkau(galat):
        return tidak_terjangkau(request)
    return defaults.server_error(request)


def tidak_terjangkau(request: HttpRequest) -> HttpResponse:
    """Say that the portal is away for a moment; nothing here asks the database."""
    konteks = {"dikirim": request.method == "POST", "tulisan": yang_ditulis(request)}
    respons = HttpResponse(render_to_string("503.html", konteks), status=503)
    respons["Retry-After"] = str(LAGI)
    respons["Cache-Control"] = "no-store"
    return respons


def yang_ditulis(request: HttpRequest) -> list[str]:
    """Return the texts of a form as they were sent, without anything that could be a secret.

    Choices and marks are no texts: only a value with a blank in it is given back.
    """
    rahasia = getattr(request, "sensitive_post_parameters", ())
    if request.method != "POST" or rahasia == "__ALL__":
        return []
    try:
        semua = list(request.POST.lists())
    except Exception:  # a body that cannot be read holds nothing to give back
        return []
    return [
        nilai[:PANJANG]
        for nama, banyak in semua
        if nama not in rahasia and not BUKAN_TULISAN.search(nama)
        for nilai in banyak
        if re.search(r"\S\s+\S", nilai)
    ]
