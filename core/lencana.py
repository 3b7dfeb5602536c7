"""Numbers in the head of a page: how many things wait. Counting stops at TERBANYAK."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from django.db.models import QuerySet, Value

from core.cari.tertulis import jawaban

TERBANYAK = 100

Himpunan = Mapping[str, QuerySet[Any]]


def hitung(himpunan: Himpunan) -> Counter[str]:
    """Count the rows of several querysets by their names, each up to TERBANYAK, in one query."""
    return Counter(gabung(himpunan) or ())


def hitung_untuk(
    orang: Any, himpunan: Callable[[Any], Himpunan], pembeda: Hashable
) -> Counter[str]:
    """Count `himpunan(orang)` as `hitung` does; the SQL is written once for people who are alike.

    It stands in the head of every page. `pembeda` is all that the SQL depends on besides the key of
    `orang`.
    """
    baris = jawaban(orang, lambda satu: gabung(himpunan(satu)), (himpunan, pembeda))
    return Counter(nama for (nama,) in baris)


def hitung_dua(
    orang: Any, himpunan: Callable[[Any], Himpunan], pembeda: Hashable, *, sendiri: str
) -> tuple[int, int]:
    """Count the rows named `sendiri`, and those of all other names together; each up to TERBANYAK.

    Reading stops there, so that the more there is of one kind, the less is looked for of another.
    The SQL is written once for people who are alike, as in `hitung_untuk`.
    """

    def tanya(satu: Any) -> QuerySet[Any] | None:
        semua = dict(himpunan(satu))
        milik, lain = gabung({sendiri: semua.pop(sendiri)}), gabung(semua)
        if milik is None or lain is None:
            return milik
        return milik.union(lain[:TERBANYAK], all=True)

    nama = [satu for (satu,) in jawaban(orang, tanya, (himpunan, sendiri, pembeda))]
    return nama.count(sendiri), len(nama) - nama.count(sendiri)


def gabung(himpunan: Himpunan) -> QuerySet[Any] | None:
    """Return the names of `himpunan`, each as often as it has rows, up to TERBANYAK; None when it
    names nothing."""
    if not himpunan:
        return None
    pertama, *lain = (
        baris.order_by().annotate(milik=Value(nama)).values_list("milik", flat=True)[:TERBANYAK]
        for nama, baris in himpunan.items()
    )
    return pertama.union(*lain, all=True) if lain else pertama


def tulis(jumlah: int) -> str:
    """Return the number as the head shows it: "" for none, "99+" for a great many."""
    return f"{TERBANYAK - 1}+" if jumlah >= TERBANYAK else str(jumlah or "")
