"""Keys that one page gives to the next in a cookie of its own, so that no address holds them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse


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


def baca_ingatan(request: HttpRequest, kuki: str, umur: int) -> dict[str, int]:
    """Return the rows that this browser remembers as its own (`ingat`): the key of the thing that
    each is about → the key of the row, the newest first."""
    isi = request.get_signed_cookie(nama_kuki(kuki), default="", salt=kuki, max_age=umur) or ""
    pasangan = [satu.split("-") for satu in isi.split(".") if satu]
    return {hal: int(baris) for hal, baris in pasangan}


def ingat(
    respons: HttpResponse,
    kuki: str,
    ingatan: dict[str, int],
    *,
    umur: int,
    jalur: str,
    sebanyak: int,
) -> None:
    """Let this browser remember these rows as its own; the oldest beyond `sebanyak` are
    forgotten."""
    semua = list(ingatan.items())[:sebanyak]
    simpan_kunci(respons, kuki, ".".join(f"{hal}-{baris}" for hal, baris in semua), umur, jalur)
