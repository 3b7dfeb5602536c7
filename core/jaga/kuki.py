"""Keys that one page gives to the next in a cookie of its own, so that no address holds them."""

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
    """Return the name of a cookie of one page: in production no plain connection can set it."""
    return f"__Secure-{kuki}" if settings.SESSION_COOKIE_SECURE else kuki
