"""Numbers in the head of a page: how many things wait. Counting stops at TERBANYAK."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet, Value

TERBANYAK = 100


def hitung(himpunan: Mapping[str, QuerySet[Any]]) -> Counter[str]:
    """Count the rows of several querysets by their names, each up to TERBANYAK, in one query."""
    tanda = [
        baris.order_by().annotate(milik=Value(nama)).values_list("milik", flat=True)[:TERBANYAK]
        for nama, baris in himpunan.items()
    ]
    if not tanda:
        return Counter()
    return Counter(tanda[0].union(*tanda[1:], all=True) if tanda[1:] else tanda[0])


def tulis(jumlah: int) -> str:
    """Return the number as the head shows it: "" for none, "99+" for a great many."""
    return f"{TERBANYAK - 1}+" if jumlah >= TERBANYAK else str(jumlah or "")
