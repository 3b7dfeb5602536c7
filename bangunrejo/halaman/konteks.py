"""Values that every template may read."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from bangunrejo.halaman.menu import Butir, susun
from bangunrejo.halaman.panduan import Panduan
from bangunrejo.halaman.panduan_saya import milik
from core.lencana import hitung_dua, tulis
from kabar.bacaan.milik import untuk
from meja import urusan
from warga.models import KantorLayanan
from warga.models.kantor import kantor_kecamatan

NAMA_PORTAL = "Portal Bangunrejo"


def portal(request: HttpRequest) -> dict[str, Any]:
    """Return `portal`: its name, its mode and whether it holds demonstration data."""
    return {
        "portal": {
            "nama": NAMA_PORTAL,
            "mode": settings.PORTAL_MODE,
            "contoh": settings.PORTAL_MODE == "contoh",
        }
    }


def menu(request: HttpRequest) -> dict[str, Callable[[], tuple[Butir, ...]]]:
    """Return `menu`, the entries of the main menu; without a query."""
    return {"menu": lambda: susun(request.path)}


def panduan(request: HttpRequest) -> dict[str, Callable[[], Panduan]]:
    """Return `panduan_saya`, the manual of the reader's own role; asked for by few pages."""
    return {"panduan_saya": lambda: milik(request.user)}


def kantor(request: HttpRequest) -> dict[str, Callable[[], KantorLayanan | None]]:
    """Return `kantor_kecamatan`, the office in the foot of every page; asked once a minute."""
    return {"kantor_kecamatan": kantor_kecamatan}


def lencana(request: HttpRequest) -> dict[str, Callable[[], str]]:
    """Return `lencana_meja` (how many things wait for this person, `meja.urusan`) and
    `pemberitahuan_baru` (how many notices they have not read); "" for none, and for visitors.

    One query counts both, when a template asks for either. Templates ask only for signed-in people,
    so the page of a visitor costs no query.
    """
    jumlah = cache(lambda: menunggu(getattr(request, "user", None)))
    return {
        "lencana_meja": lambda: tulis(jumlah()["meja"]),
        "pemberitahuan_baru": lambda: tulis(jumlah()["baru"]),
    }


def menunggu(user: Any) -> Counter[str]:
    """Return the two numbers of the head: "meja" and "baru"."""
    if user is None or not user.is_authenticated:
        return Counter()
    baru, meja = hitung_dua(user, yang_menunggu, urusan.pembeda(user), sendiri="baru")
    return Counter(baru=baru, meja=meja)


def yang_menunggu(user: Any) -> dict[str, Any]:
    """Return what the head of a page counts for this person, by name: all but "baru" is work."""
    return {"baru": untuk(user, baru=True), **urusan.ringkas(user)}
