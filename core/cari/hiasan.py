"""Rows dressed for a page by SQL that is written once.

What a page shows of a row (its columns, those of rows beside it, counts) is the same for everybody.
Django takes far longer to write it than the database takes to answer. Which rows a person may see
is short. So the first is written once and kept; the second is written for every request, and put
into it. The store cannot mistake one person for another: the function that dresses rows is never
told who asks.
"""

import copy
import datetime as dt
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler
from django.http import Http404

from core.cari.tertulis import isi
from core.waktu import hari_ini

SIMPANAN = 64  # questions that one process keeps
DI_SINI = "/* core.cari.hiasan */"  # where the rows to be dressed go
# An array is found before the plan is made round it. As a table to be joined it would double the
# time that PostgreSQL takes to plan a question with ten tables.
SEBAGAI_TABEL, SEBAGAI_LARIK = f"IN ({DI_SINI})", f"= ANY (ARRAY({DI_SINI}))"
_ISIAN = re.compile("%[s%]")

Satu = TypeVar("Satu", bound=Model)


@dataclass(frozen=True)
class _Tertulis:
    """A written question: SQL and parameters before and after the rows, and what reads the
    answer."""

    himpunan: QuerySet[Any]
    penyusun: SQLCompiler
    pengubah: dict[int, Any]
    sql: tuple[str, str]
    isian: tuple[list[Any], list[Any]]


def dihias(
    hias: Callable[..., QuerySet[Satu]], baris: QuerySet[Satu], *apa: Hashable, orang: int = 0
) -> list[Satu]:
    """Return the objects of `hias(baris, *apa)`, which reads nothing, adds no condition and asks no
    clock but `hari_ini`. Where `hias` puts SESEORANG, the key `orang` goes. The order is that of
    `hias`, not of `baris`."""
    try:
        syarat, isian = baris.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    tertulis = _tulis(hias, baris.model, apa, hari_ini())
    awal, akhir = (isi(bagian, orang) for bagian in tertulis.isian)
    return _baca(tertulis, syarat.join(tertulis.sql), [*awal, *isian, *akhir])


def satu_dihias(
    hias: Callable[..., QuerySet[Satu]], baris: QuerySet[Satu], *apa: Hashable, orang: int = 0
) -> Satu:
    """Return the one object of `dihias`. Raises Http404 where there is none."""
    semua = dihias(hias, baris, *apa, orang=orang)
    if len(semua) != 1:
        raise Http404
    return semua[0]


@lru_cache(maxsize=SIMPANAN)
def _tulis(
    hias: Callable[..., QuerySet[Any]],
    model: type[Model],
    apa: tuple[Hashable, ...],
    hari: dt.date,
) -> _Tertulis:
    """Write the question for this day, with DI_SINI for the rows."""
    baris = model._default_manager.filter(pk__in=RawSQL(DI_SINI, ()))  # noqa: S611 (a constant)
    himpunan = hias(baris, *apa)
    penyusun = himpunan.query.get_compiler(DEFAULT_DB_ALIAS)
    sql, isian = penyusun.as_sql()
    awal, akhir = sql.replace(SEBAGAI_TABEL, SEBAGAI_LARIK).split(DI_SINI)
    batas = _ISIAN.findall(awal).count("%s")
    pengubah = penyusun.get_converters([satu for satu, *_ in penyusun.select[: penyusun.col_count]])
    return _Tertulis(
        himpunan, penyusun, pengubah, (awal, akhir), ([*isian[:batas]], [*isian[batas:]])
    )


def _baca(tertulis: _Tertulis, sql: str, isian: list[Any]) -> list[Any]:
    """Ask, and read the answer as Django reads it, with what belongs to one request in copies."""
    penyusun: Any = copy.copy(tertulis.penyusun)
    penyusun.connection = connections[DEFAULT_DB_ALIAS]
    penyusun.as_sql = lambda *_, **__: (sql, isian)
    penyusun.get_converters = lambda _: tertulis.pengubah
    himpunan: Any = tertulis.himpunan.all()
    himpunan.query.get_compiler = lambda *_, **__: penyusun
    return list(himpunan)
