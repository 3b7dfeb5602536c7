"""What the head of every page tells a person who is signed in."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from kabar.models import Pemberitahuan
from warga.models import Pengguna

TERBANYAK = 100


def lencana(request: HttpRequest) -> dict[str, Callable[[], str]]:
    """Return `pemberitahuan_baru`: how many are unread, "" for none.

    Counted when a template asks for it, and the head asks for people who are signed in alone:
    the page of a visitor costs no query.
    """
    return {"pemberitahuan_baru": lambda: _hitung(getattr(request, "user", None))}


def _hitung(user: Any) -> str:
    return hitung_baru(user) if isinstance(user, Pengguna) else ""


def hitung_baru(orang: Pengguna) -> str:
    """Return the number as the head shows it; a page that counted it hands it on itself."""
    jumlah = Pemberitahuan.objects.milik(orang).belum_dibaca().hitung(TERBANYAK)
    return f"{TERBANYAK - 1}+" if jumlah >= TERBANYAK else str(jumlah or "")
