"""What the head of every page tells an official."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from aspirasi.models import Aspirasi

TERBANYAK = 100


def lencana(request: HttpRequest) -> dict[str, Callable[[], str]]:
    """Return `lencana_meja`: how much waits for this official, "" for nothing and nobody.

    Counted when a template asks for it, and templates ask for officials alone: the page of
    a visitor costs no query.
    """
    return {"lencana_meja": lambda: _hitung(getattr(request, "user", None))}


def _hitung(user: Any) -> str:
    if user is None or not getattr(user, "adalah_petugas", False):
        return ""
    return tulis(Aspirasi.objects.hitung_bagian(user, TERBANYAK))


def tulis(jumlah: int) -> str:
    """Return the number as the head shows it; a desk that counted it hands it on itself."""
    return f"{TERBANYAK - 1}+" if jumlah >= TERBANYAK else str(jumlah or "")
