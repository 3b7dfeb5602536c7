"""Checks before every view: the size of a request, the sign-in, and what may be kept."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import resolve_url
from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control

from core.berkas.titipan import tahan
from core.formulir.draf import TANDA, TANDA_FOTO, minta_masuk

# Ten photos of 10 MB, as the form of a report takes them, and the words beside them.
BADAN_TERBESAR = 110 * 1024 * 1024  # bytes


TEKAN_LAGI = "Anda sudah masuk lagi, tetapi yang tadi belum dilakukan. Tekan tombolnya sekali lagi."

# Pages may use two things of a device: its place, in the form, and the clipboard, for a code.
DILARANG = re.findall(
    r"\S+",
    """accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen
    gyroscope hid idle-detection local-fonts magnetometer microphone midi payment
    picture-in-picture publickey-credentials-create publickey-credentials-get
    screen-wake-lock serial storage-access usb xr-spatial-tracking""",
)
IZIN_PERANGKAT = ", ".join(
    ["geolocation=(self)", "clipboard-write=(self)", *(f"{nama}=()" for nama in DILARANG)]
)


class KepalaMiddleware:
    """Say on every answer which parts of a device pages may use, and that no other site embeds
    it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        respons = self.get_response(request)
        respons.headers.setdefault("Permissions-Policy", IZIN_PERANGKAT)
        respons.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return respons


class BatasBadanMiddleware:
    """Refuse a body that is too large before any of it is read. The page says what to do.

    Django limits the words of a request (DATA_UPLOAD_MAX_MEMORY_SIZE), not its files.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        panjang = request.META.get("CONTENT_LENGTH") or "0"
        if panjang.isdecimal() and int(panjang) > BADAN_TERBESAR:
            raise RequestDataTooBig("Badan permintaan terlalu besar.")
        return self.get_response(request)


class PadatMiddleware(GZipMiddleware):
    """Send pages and texts compressed where no proxy does, a fifth of their size.

    A page that shows a secret beside words of a stranger would tell the secret by its length
    (BREACH): Django masks its tokens anew in each answer and adds up to 100 random bytes. Photos
    and other files are compressed already, and a file in parts must keep its length.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        jenis = response.headers.get("Content-Type", "")
        if response.streaming or not jenis.startswith(("text/", "application/json")):
            return response
        return super().process_response(request, response)


class TanpaSimpanMiddleware:
    """Set `no-store` on pages that no phone and no cache may keep (docs/keputusan/0017-pin.md), and
    keep such pages, and pages with a query, out of search engines.

    Such pages are every page behind the sign-in, every page that a signed-in person reads, because
    it shows what is theirs (a hidden text, what they support and follow), and every page that
    answers a form with itself, because it repeats typed words. For visitors a page that everybody
    may open follows its own headers, so that the back button costs nothing on a weak connection.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        respons = self.get_response(request)
        terketik = request.method == "POST" and not _beralih(respons)
        if terketik or _milik_orang(request) or (_halaman(respons) and _masuk(request)):
            patch_cache_control(respons, private=True, no_store=True)
        if request.GET or "no-store" in respons.headers.get("Cache-Control", ""):
            respons.headers.setdefault("X-Robots-Tag", "noindex")
        return respons


def _milik_orang(request: HttpRequest) -> bool:
    cocok = request.resolver_match
    return cocok is not None and getattr(cocok.func, "login_required", True)


def _masuk(request: HttpRequest) -> bool:
    """Return whether somebody is signed in; a visitor without a session costs no query."""
    berkuki = settings.SESSION_COOKIE_NAME in request.COOKIES
    return berkuki and hasattr(request, "user") and bool(request.user.is_authenticated)


def _halaman(respons: HttpResponse) -> bool:
    return respons.headers.get("Content-Type", "").startswith("text/html")


def _beralih(respons: HttpResponse) -> bool:
    return 300 <= respons.status_code < 400


class WajibMasukMiddleware(LoginRequiredMiddleware):
    """Django's own check, but a view marked `login_not_required` passes without a look-up.

    Django looks up the account first, on every page and photo. That costs two queries for signed-in
    people, and a `Vary: Cookie` that makes shared caches useless. A form sent after the session
    ended keeps its words and photos where the page asks for them again (`core.formulir.draf`).
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        kecuali = getattr(view_func, TANDA, None)
        if request.method == "POST" and kecuali is not None:
            foto = tahan(request, getattr(view_func, TANDA_FOTO, None))
            return minta_masuk(request, kecuali, foto)
        return super().handle_no_permission(request, view_func)


class HanyaKirimMiddleware:
    """Lead a person whom the sign-in brings to an address that only takes what is sent to the page
    above it, where the button stands.

    Somebody pressed it after the session had ended, so nothing was done. The address alone is
    looked at, so the answer says nothing about what is there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        respons = self.get_response(request)
        if respons.status_code != 405 or request.method != "GET" or not _dari_masuk(request):
            return respons
        messages.info(request, TEKAN_LAGI)
        return HttpResponseRedirect(halaman_di_atas(request.path_info))


def _dari_masuk(request: HttpRequest) -> bool:
    """Return whether a page of the sign-in sent this person here (its password, or its code)."""
    asal = urlsplit(request.headers.get("Referer", ""))
    akun = resolve_url(settings.LOGIN_URL).rsplit("/", 2)[0]
    return asal.netloc == request.get_host() and asal.path.startswith(f"{akun}/")


def halaman_di_atas(jalur: str) -> str:
    """Return the address of the nearest page above another one: "/a/b/" for "/a/b/c/", where there
    is such a page."""
    bagian = jalur.strip("/").split("/")
    for sisa in range(len(bagian) - 1, 0, -1):
        atas = f"/{'/'.join(bagian[:sisa])}/"
        try:
            resolve(atas)
        except Resolver404:
            continue
        return atas
    return "/"
