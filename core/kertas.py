"""Paper leads back to the portal by an address that people can type, and by a QR code."""

from functools import lru_cache

import segno
from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

SIMPANAN = 500  # codes that one process keeps, each of some 2,000 letters


def alamat_portal(request: HttpRequest) -> str:
    """Return the portal's address without a slash at its end: as set, or as the request asked for
    it."""
    return (settings.ALAMAT_PORTAL or request.build_absolute_uri("/")).rstrip("/")


def alamat_polos(request: HttpRequest) -> str:
    """Return the address as people type it."""
    return alamat_portal(request).partition("://")[2]


@lru_cache(maxsize=SIMPANAN)
def qr(isi: str) -> SafeString:
    """Return a QR code as inline SVG, 180 px wide; level M survives a torn corner.

    Drawing one takes some 5 ms, a seventh of its page, so each process keeps the last ones.
    """
    kode = segno.make(isi, error="m", micro=False)
    svg = kode.svg_inline(omitsize=True, svgclass=None, lineclass=None, light="white")
    svg = svg.replace("<svg", '<svg width="180" height="180"', 1)
    return mark_safe(svg)  # noqa: S308 (made of numbers alone, never of what was asked for)
