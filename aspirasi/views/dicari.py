"""A kode lacak that was typed into a search box."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from aspirasi.kode import kode_dalam
from aspirasi.views.lacak import bawa_kode

# The desk finds a kiriman by its code itself, for a sender who lost the PIN.
SENDIRI = ("meja", "admin")


class KodeDicariMiddleware:
    """Lead from any search box to the page for codes, when a kode lacak is searched for.

    The code goes there in the cookie of that page, so that the new address does not hold it; and
    nothing that was typed beside it (a PIN) goes anywhere. The old address is that of a form, whose
    answer is never kept; no log of the portal holds it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        kode = kode_dalam(request.GET.get("cari", ""))
        tempat = request.resolver_match
        if not kode or tempat is None or set(tempat.app_names) & set(SENDIRI):
            return None
        respons = bawa_kode(kode, naskah="HX-Request" in request.headers)
        add_never_cache_headers(respons)
        return respons
