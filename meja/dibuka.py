"""The things that a person opened last, in a sealed cookie of this browser session.

Reading a page stores nothing in the database, and nobody else learns who looked at what. The seal
is bound to the account: on a shared computer it is empty for everybody else. It ends with the
browser's session, and with the sign-out. Only kinds and keys stand in it; each is asked anew for
whether it may be seen (`meja.benda.sebut`).
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from core.cari.halaman import Segel
from core.formulir.draf import sidik
from core.jaga.kuki import nama_kuki

KUKI, TERBANYAK = "dibuka", 10
PANJANG_KUNCI = 80
# The pages that are remembered: the name of the address, the kind, and the parts of its key.
HALAMAN: dict[str, tuple[str, tuple[str, ...]]] = {
    "meja:aspirasi_rincian": ("kiriman", ("acuan",)),
    "meja:permintaan_jawab": ("permintaan", ("acuan",)),
    "proyek:rincian": ("proyek", ("nomor",)),
    "laporan:rincian": ("laporan", ("nomor",)),
    "keputusan:rincian": ("keputusan", ("nomor",)),
    "kabar:rincian": ("kabar", ("pk",)),
    "forum:topik": ("topik", ("slug", "pk")),
}

Kunci = tuple[str, str]


def baca(request: HttpRequest) -> list[Kunci]:
    """Return (kind, key) of what this person opened, the latest first; [] for a foreign cookie."""
    try:
        isi = _segel(request.user).baca(request.COOKIES.get(nama_kuki(KUKI), ""))
    except (ValueError, TypeError):
        return []
    return [(str(jenis), str(kunci)) for jenis, kunci in isi][:TERBANYAK]


def halaman_ini(request: HttpRequest) -> Kunci | None:
    """Return the thing whose page this is; None for other pages."""
    cocok = request.resolver_match
    if cocok is None or cocok.view_name not in HALAMAN:
        return None
    jenis, bagian = HALAMAN[cocok.view_name]
    return jenis, "/".join(str(cocok.kwargs[nama]) for nama in bagian)[:PANJANG_KUNCI]


def catat(request: HttpRequest, respons: HttpResponse, satu: Kunci) -> None:
    """Put it before the others."""
    lama = baca(request)
    if lama[:1] == [satu]:
        return
    isi = [satu, *(lain for lain in lama if lain != satu)][:TERBANYAK]
    respons.set_cookie(
        nama_kuki(KUKI),
        _segel(request.user).tulis(isi),
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def lupakan(respons: HttpResponse) -> None:
    """Take the cookie away."""
    respons.delete_cookie(nama_kuki(KUKI), path="/", samesite="Lax")


def _segel(orang: Any) -> Segel:
    return Segel(f"meja.dibuka:{sidik(orang)}")
