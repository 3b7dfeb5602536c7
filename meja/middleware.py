"""Remembers, for a person at a desk, the things that they opened."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from core.jaga.kuki import nama_kuki
from meja import dibuka


class DibukaMiddleware:
    """Note each thing that a person at a desk opened (`meja.dibuka`), and forget all of them when
    nobody is signed in any more. Visitors without a session cost no look-up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        respons = self.get_response(request)
        ada = nama_kuki(dibuka.KUKI) in request.COOKIES
        satu = dibuka.halaman_ini(request)
        if not (ada or satu):
            return respons
        if not _di_meja(request):
            if ada:
                dibuka.lupakan(respons)
        elif satu and request.method == "GET" and respons.status_code == 200:
            dibuka.catat(request, respons, satu)
        return respons


def _di_meja(request: HttpRequest) -> bool:
    """Return whether somebody with a desk is signed in."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not hasattr(request, "user"):
        return False
    return bool(request.user.is_authenticated and request.user.has_perm("warga.buka_meja"))
