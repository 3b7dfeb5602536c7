"""Keys that one page hands to the next in a cookie of its own, so that no address holds them."""

from django.conf import settings
from django.http import HttpResponse


def simpan_kunci(respons: HttpResponse, kuki: str, kunci: str, umur: int, jalur: str) -> None:
    """Leave the key in a signed cookie of one page (`jalur`), for `umur` seconds."""
    respons.set_signed_cookie(
        nama_kuki(kuki),
        kunci,
        salt=kuki,
        max_age=umur,
        path=jalur,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def nama_kuki(kuki: str) -> str:
    """Return what a cookie of one page is called: in production no plain connection sets it."""
    return f"__Secure-{kuki}" if settings.SESSION_COOKIE_SECURE else kuki
