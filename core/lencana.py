"""Numbers in the head of a page: how many things wait. Counting stops at TERBANYAK."""

import copy
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, QuerySet, Value

from core.cari.tertulis import SESEORANG, Tertulis, isi
from core.waktu import sekarang

TERBANYAK = 100
SIMPANAN = 256  # questions that one process keeps

Himpunan = Mapping[str, QuerySet[Any]]
_tertulis: dict[Hashable, Tertulis] = {}


def hitung(himpunan: Himpunan) -> Counter[str]:
    """Count the rows of several querysets by their names, each up to TERBANYAK, in one query."""
    return Counter(_gabung(himpunan) if himpunan else ())


def hitung_tepat(himpunan: Himpunan) -> Counter[str]:
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


def hitung_untuk(
    orang: Any, himpunan: Callable[[Any], Himpunan], pembeda: Hashable
) -> Counter[str]:
    """Count `himpunan(orang)` as `hitung` does; the SQL is written once for people who are alike.

    Writing it takes Django many times longer than the database takes to answer, and it stands in
    the head of every page. `pembeda` is all that the SQL depends on besides the key of `orang`.
    The SQL serves for one minute of the domain's clock, which may stand in it.
    """
    kunci = (himpunan, pembeda, sekarang().replace(second=0, microsecond=0))
    tertulis = _tertulis.get(kunci)
    if tertulis is None:
        if len(_tertulis) >= SIMPANAN:
            _tertulis.clear()
        tertulis = _tertulis[kunci] = tulis_pertanyaan(orang, himpunan)
    sql, isian = tertulis  # other threads may have emptied the store meanwhile
    if not sql:
        return Counter()
    with connection.cursor() as cursor:
        cursor.execute(sql, isi(isian, orang.pk))
        return Counter(nama for (nama,) in cursor.fetchall())


def tulis_pertanyaan(orang: Any, himpunan: Callable[[Any], Himpunan]) -> Tertulis:
    """Return SQL and parameters of `himpunan(orang)`, with SESEORANG for the key of `orang`; ""
    where nothing can ever be found."""
    serupa = copy.copy(orang)
    serupa.pk = SESEORANG
    try:
        return _gabung(himpunan(serupa)).query.sql_with_params()
    except EmptyResultSet:
        return "", ()


def _gabung(himpunan: Himpunan) -> QuerySet[Any]:
    """Return the names of `himpunan`, each as often as it has rows."""
    pertama, *lain = (
        baris.order_by().annotate(milik=Value(nama)).values_list("milik", flat=True)[:TERBANYAK]
        for nama, baris in himpunan.items()
    )
    return pertama.union(*lain, all=True) if lain else pertama


def tulis(jumlah: int) -> str:
    """Return the number as the head shows it: "" for none, "99+" for a great many."""
    return f"{TERBANYAK - 1}+" if jumlah >= TERBANYAK else str(jumlah or "")
