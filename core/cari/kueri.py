"""Search: Indonesian full text, and names and numbers however they are spaced.

PostgreSQL stems Indonesian, but knows neither its stop words nor our own words. `core.cari.kamus`
supplies both when the query is built.
"""

import re
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any, TypeVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import Combinable

from core.cari.kamus import FRASA_TERPANJANG, KATA_HENTI, SEARTI, Frasa

KONFIGURASI = "indonesian"
PANJANG = 200
KATA_TERBANYAK = 12
HASIL_TERBANYAK = 200
# A common word may match half the table, so only the newest rows are ranked.
CALON_TERBANYAK = 2000
# Shorter words must match whole: "sd" is not "sdgs".
AWALAN_TERPENDEK = 3

M = TypeVar("M", bound=Model)
_KATA = re.compile(r"[^\W_]+")


def vektor(*kolom: tuple[str, str]) -> models.GeneratedField:
    """Return a stored search column over `(column, weight)` pairs, weight A to D.

    Give the model `GinIndex(fields=["vektor"], name=…)` beside it.
    """
    bagian: Sequence[Any] = [
        SearchVector(nama, weight=bobot, config=KONFIGURASI) for nama, bobot in kolom
    ]
    return models.GeneratedField(
        expression=reduce(lambda kiri, kanan: kiri + kanan, bagian),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )


def cari(
    queryset: QuerySet[M], teks: str, *, vektor: str = "vektor", semua: bool = True
) -> QuerySet[M]:
    """Return the rows that match `teks`, best first, at most 200 (annotated `peringkat`).

    Any text is taken: only the words in its first 200 characters count. Blank text returns
    `queryset` as it is; text without a word returns no row. `semua=False` asks for any of the words
    instead of all, to find similar rows. The result is sliced, so filter before.
    """
    if not teks.strip():
        return queryset
    bahasa = tsquery(teks, semua=semua)
    if not bahasa:
        return queryset.none()
    tanya = SearchQuery(bahasa, config=KONFIGURASI, search_type="raw")
    calon = queryset.filter(**{vektor: tanya}).order_by("-pk").values("pk")[:CALON_TERBANYAK]
    return (
        queryset.filter(pk__in=calon)
        .annotate(peringkat=SearchRank(F(vektor), tanya))
        .order_by("-peringkat", "-pk")[:HASIL_TERBANYAK]
    )


def tsquery(teks: str, *, semua: bool = True) -> str:
    """Return `teks` in the language of to_tsquery: words and their synonyms, or "".

    Only letters and digits get in, each word in quotes, so nothing of `teks` is syntax.
    """
    kata = _KATA.findall(teks[:PANJANG].lower())[:KATA_TERBANYAK]
    berarti = [k for k in kata if k not in KATA_HENTI] or kata
    return (" & " if semua else " | ").join(_satu(f) for f in potong_frasa(berarti))


def potong_frasa(kata: list[str], peta: Mapping[Frasa, Any] = SEARTI) -> list[Frasa]:
    """Cut words into the longest phrases that `peta` knows; other words stand alone."""
    hasil: list[Frasa] = []
    i = 0
    while i < len(kata):
        panjang = next(
            (p for p in range(FRASA_TERPANJANG, 1, -1) if tuple(kata[i : i + p]) in peta), 1
        )
        hasil.append(tuple(kata[i : i + panjang]))
        i += panjang
    return hasil


def searti(frasa: Frasa) -> tuple[Frasa, ...]:
    """Return every phrase that names the same thing, `frasa` among them; "-nya" is ignored."""
    pokok = (frasa[0].removesuffix("nya"),) if len(frasa) == 1 else frasa
    return SEARTI.get(frasa) or SEARTI.get(pokok) or (frasa,)


def _satu(frasa: Frasa) -> str:
    pilihan = [" <-> ".join(map(_kata, f)) for f in searti(frasa)]
    return f"({' | '.join(pilihan)})"


def _kata(kata: str) -> str:
    awalan = ":*" if len(kata) >= AWALAN_TERPENDEK else ""
    if kata.isdigit():
        # The parser reads "PRJ-2026-0007" as prj, -2026, -0007: the dash becomes a minus.
        return f"('{kata}'{awalan} | '-{kata}'{awalan})"
    return f"'{kata}'{awalan}"


class Rapat(models.Func):
    """Letters and digits alone, in capitals: "Bangun Rejo" and "bangunrejo" are one."""

    function = "REGEXP_REPLACE"
    template = "UPPER(%(function)s(%(expressions)s, '[^[:alnum:]]+', '', 'g'))"
    arity = 1
    output_field = models.TextField()


def rapat(teks: str) -> str:
    """Return in Python what `Rapat` is in the database."""
    return "".join(_KATA.findall(teks[:PANJANG])).upper()


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
