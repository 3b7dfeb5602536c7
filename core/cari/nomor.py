"""Public numbers in any writing: "asp202600022", "ASP-2026-22", "asp 2026 00022"."""

import re
from collections.abc import Sequence
from functools import wraps
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

# The fewest digits of the numbers that the portal gives out (`core.jejak.nomor`).
LEBAR = (4, 5)
_UTUH = re.compile(r"([A-Za-z]{3})[\W_]*(20[0-9]{2})[\W_]*([0-9]{1,9})", re.ASCII)


class Tampilan(Protocol):
    """A view of one thing that has a public number."""

    def __call__(self, request: HttpRequest, nomor: str) -> HttpResponse: ...


def bagian_nomor(kata: Sequence[str]) -> tuple[tuple[str, str, str], int] | None:
    """Return (letters, year, digits) of the number that words begin with, and how many words it
    takes; None for other words."""
    if len(kata) < 2 or not re.fullmatch("[a-z]{3}", kata[0]):
        return None
    if rapat := re.fullmatch("(20[0-9]{2})([0-9]{1,9})", kata[1]):
        return (kata[0], rapat[1], rapat[2]), 2
    tiga = len(kata) > 2 and re.fullmatch("20[0-9]{2}", kata[1])
    if tiga and re.fullmatch("[0-9]{1,9}", kata[2]):
        return (kata[0], kata[1], kata[2]), 3
    return None


def tulisan_angka(angka: str) -> tuple[str, ...]:
    """Return the digits of a public number as it may be written: 22 is 0022 and 00022."""
    polos = angka.lstrip("0") or "0"
    return tuple(dict.fromkeys(polos.zfill(lebar) for lebar in LEBAR))


def rapikan_nomor(teks: str, awalan: str, lebar: int) -> str:
    """Return a public number as the portal writes it, or "" for what is none of `awalan`."""
    cocok = _UTUH.fullmatch(teks)
    if cocok is None or cocok[1].upper() != awalan:
        return ""
    return f"{awalan}-{cocok[2]}-{(cocok[3].lstrip('0') or '0').zfill(lebar)}"


def bernomor(model: Any) -> Any:
    """Decorate the page of one `model`: an address in another writing leads to that of the
    portal."""

    def hias(view: Tampilan) -> Any:
        @wraps(view)
        def buka(request: HttpRequest, nomor: str) -> HttpResponse:
            rapi = rapikan_nomor(nomor, model.awalan_nomor, model.lebar_nomor)
            if rapi and rapi != nomor and request.resolver_match:
                tujuan = reverse(request.resolver_match.view_name, args=[rapi])
                tanya = request.META.get("QUERY_STRING", "")
                return HttpResponsePermanentRedirect(f"{tujuan}?{tanya}" if tanya else tujuan)
            return view(request, nomor)

        return buka

    return hias
