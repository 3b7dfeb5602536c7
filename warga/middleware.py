"""The length of sessions, and the second factor before everything that staff and admins do."""

from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from warga import sesi
from warga.models import Pengguna

JALUR_AKUN = "/akun/"
TERBUKA = ("mfa_reauthenticate", "account_logout")


class SesiMiddleware:
    """Signs out people who were away from a desk for too long (`warga.sesi`), and keeps the list of
    one's own sessions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A visitor without a session costs no query.
        orang = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        if isinstance(orang, Pengguna):
            (sesi.akhiri if sesi.habis(request, orang) else sesi.sentuh)(request, orang)
        return self.get_response(request)


class FaktorKeduaMiddleware:
    """Staff and admins use the portal only in a session that proved a second factor.

    This covers public pages as well as desks, since they see and do more there than others. An
    account without a factor is sent to set one up. An account with a factor, of any role, proves it
    again before it is changed: otherwise a session that knows only the password could remove a
    factor that was set up elsewhere. The check is off in the demonstration.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.PORTAL_MODE != "contoh" and (nama := self._kurang(request)):
            tujuan = urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})
            return HttpResponseRedirect(f"{reverse(nama)}?{tujuan}")
        return self.get_response(request)

    def _kurang(self, request: HttpRequest) -> str:
        """Return the name of the page that must come first, or ""."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return ""  # a visitor costs no query
        akun = request.path_info.startswith(JALUR_AKUN)
        if not request.user.is_authenticated or not (akun or request.user.is_staff):
            return ""
        if request.user.berfaktor_kedua:
            return "" if terbukti(request) or request.path in _terbuka() else "mfa_reauthenticate"
        return "" if akun else "mfa_activate_totp"


def terbukti(request: HttpRequest) -> bool:
    """Return whether this session has proven the second factor of its account."""
    catatan = get_authentication_records(request, request.user)
    return any(c.get("method") == "mfa" for c in catatan)


def _terbuka() -> set[str]:
    return {reverse(nama) for nama in TERBUKA}
