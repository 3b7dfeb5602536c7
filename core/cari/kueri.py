"""Search: Indonesian full text, and names and numbers however they are spaced.

PostgreSQL stems Indonesian, but knows neither its stop words nor our own words. `core.cari.kamus`
supplies both when the query is built.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import models
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from core.cari.kolom import KONFIGURASI, pecah
from core.cari.nama import nama_dikenal
from core.cari.tanya import PANJANG, bagian

HASIL_TERBANYAK = 200
# A common word may match half the table, so only the newest rows are ranked.
CALON_TERBANYAK = 2000

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Lain:
    """Words of another table that stand on the page of a row: answers, sources of money.

    `baris` returns the rows there that everyone may read, each with a `vektor` of its own. They
    belong to the row whose field `sini` equals their field `sana`. `sedikit`: their columns hold
    few different words, so that PostgreSQL has no idea how many match, and would rather walk
    through all of them in their order.
    """

    baris: Callable[[], QuerySet[Any]]
    sana: str
    sini: str = "pk"
    sedikit: bool = False


def cari(queryset: QuerySet[M], teks: str, *, lain: Sequence[Lain] = ()) -> QuerySet[M]:
    """Return the rows that match `teks`, best first, at most 200 (annotated `peringkat`).

    Blank text returns `queryset` as it is; text without a word returns no row. The result is
    sliced, so filter before.
    """
    if not teks.strip():
        return queryset
    tanya = Pencarian(teks, lain)
    return tanya.peringkat(tanya.cocok(queryset))


class Pencarian:
    """One search: a row matches when each part of the text stands in it, or in `lain`.

    Parts are described in `core.cari.tanya`. One query for the names of places is asked at once.
    """

    def __init__(self, teks: str, lain: Sequence[Lain] = ()) -> None:
        self.bagian = bagian(teks, nama_dikenal())
        self.lain = lain

    def cocok(self, queryset: QuerySet[M]) -> QuerySet[M]:
        """Return the newest rows that match, some thousands at most, in no order."""
        if not self.bagian:
            return queryset.none()
        calon = _terbaru(queryset.filter(vektor=self._semua))
        for satu in self.lain:
            calon = calon.union(_terbaru(self._lewat(queryset, satu)))
        return queryset.filter(pk__in=calon)

    def peringkat(self, cocok: QuerySet[M]) -> QuerySet[M]:
        """Return matching rows, best first; those that match by `lain` alone come last."""
        if not self.bagian:
            return cocok
        nilai = SearchRank(F("vektor"), self._semua)
        urut = cocok.annotate(peringkat=nilai).order_by("-peringkat", "-pk")
        return urut[:HASIL_TERBANYAK]

    @property
    def _semua(self) -> SearchQuery:
        return _tsquery(" & ".join(self.bagian))

    def _lewat(self, queryset: QuerySet[M], satu: Lain) -> QuerySet[M]:
        """Return rows of which `satu` holds a part, and they or `lain` hold the others."""
        kena = satu.baris().filter(vektor=_tsquery(" | ".join(self.bagian)))
        urut = F(satu.sana) + 0 if satu.sedikit else F(satu.sana)  # a sum has no index
        pemilik = kena.order_by(urut.desc()).values(satu.sana)[:CALON_TERBANYAK]
        hasil = queryset.filter(**{f"{satu.sini}__in": pemilik})
        for kata in map(_tsquery, self.bagian if len(self.bagian) > 1 else ()):
            hasil = hasil.filter(self._ada(kata))
        return hasil

    def _ada(self, kata: SearchQuery) -> Q:
        """Return the condition that a part stands in the row or in one of `lain`."""
        syarat = Q(vektor=kata)
        for satu in self.lain:
            baris = satu.baris().filter(**{satu.sana: OuterRef(satu.sini)}, vektor=kata)
            syarat |= Q(Exists(baris))
        return syarat


def _tsquery(bahasa: str) -> SearchQuery:
    return SearchQuery(bahasa, config=KONFIGURASI, search_type="raw")


def _terbaru(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Return the keys of the newest rows."""
    return queryset.order_by("-pk").values("pk")[:CALON_TERBANYAK]


class Rapat(models.Func):
    """Letters and digits alone, in capitals: "Bangun Rejo" and "bangunrejo" are one."""

    function = "REGEXP_REPLACE"
    template = "UPPER(%(function)s(%(expressions)s, '[^[:alnum:]]+', '', 'g'))"
    arity = 1
    output_field = models.TextField()


def rapat(teks: str) -> str:
    """Return in Python what `Rapat` is in the database."""
    return "".join(pecah(teks[:PANJANG])).upper()


def indeks_rapat(nama: str, kolom: str) -> GinIndex:
    """Return the trigram index that `mirip` on `kolom` needs."""
    return GinIndex(OpClass(Rapat(F(kolom)), name="gin_trgm_ops"), name=nama)


def mirip(queryset: QuerySet[M], teks: str, *kolom: str, kira_kira: bool = False) -> QuerySet[M]:
    """Return rows of which one of `kolom` holds `teks`, whatever the case, spaces and signs.

    For names and numbers ("prj 2026 0007"). `kira_kira` finds misspelt ones, too. Blank text
    returns `queryset` as it is; text without letters or digits returns no row.
    """
    if not teks.strip():
        return queryset
    bersih = rapat(teks)
    if not bersih:
        return queryset.none()
    bentuk: dict[str, Combinable] = {f"rapat_{k}": Rapat(F(k)) for k in kolom}
    syarat = Q()
    for nama in bentuk:
        syarat |= Q(**{f"{nama}__contains": bersih})
        if kira_kira:
            syarat |= Q(**{f"{nama}__trigram_similar": bersih})
    return queryset.alias(**bentuk).filter(syarat)
