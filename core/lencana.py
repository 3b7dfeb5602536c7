"""Numbers in the head of a page: how many things wait. Counting stops at TERBANYAK."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db.models import Count, QuerySet, Value

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


def hitung_tepat(himpunan: Mapping[str, QuerySet[Any]]) -> Counter[str]:
    """Count all rows of several querysets by their names, in one query."""
    tanda = [
        baris.model._base_manager.filter(pk__in=baris.order_by().values("pk"))
        .order_by()
        .values(milik=Value(nama))
        .annotate(banyak=Count("pk"))
        for nama, baris in himpunan.items()
    ]
    if not tanda:
        return Counter()
    semua = tanda[0].union(*tanda[1:], all=True) if tanda[1:] else tanda[0]
    return Counter({baris["milik"]: baris["banyak"] for baris in semua})


def tulis(jumlah: int) -> str:
    """Return the number as the head shows it: "" for none, "99+" for a great many."""
    return f"{TERBANYAK - 1}+" if jumlah >= TERBANYAK else str(jumlah or "")
