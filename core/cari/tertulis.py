"""SQL that is written once and asked for many people.

Writing a question takes Django many times longer than the database takes to answer it. A question
that every page asks is written once a day for people who are alike, and kept: with SESEORANG for
the key of a person, SEKAMPUNG for that of their kampung, and moments that end in SESAAT for the
present one. `isi` puts in those of the person who asks. Nothing that was read may stand in it.
"""

import copy
import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from core.waktu import awal_hari, hari_ini, pada, sekarang

SESEORANG = -7_346_915_208_431  # the key of nobody; no row has it
SEKAMPUNG = -7_346_915_208_432
SESAAT = 734_691  # the microsecond of each moment that was computed from the present one
SIANG = dt.timedelta(hours=12, microseconds=SESAAT)
SIMPANAN = 256  # questions that one process keeps
Tertulis = tuple[str, tuple[Any, ...]]
Pertanyaan = Callable[[Any], QuerySet[Any] | None]
_tertulis: dict[Hashable, Tertulis] = {}


def isi(isian: Iterable[Any], kunci: int, kampung: int | None = None) -> list[Any]:
    """Return the parameters with `kunci` in place of SESEORANG and `kampung` of SEKAMPUNG, as
    numbers or as text, and with moments counted from the present one."""
    ganti: dict[Any, Any] = {SESEORANG: kunci, SEKAMPUNG: kampung}
    ganti |= {str(sandi): str(nilai) for sandi, nilai in ganti.items()}
    geser = sekarang() - _saat_tulis()
    return [_kini(nilai, ganti, geser) for nilai in isian]


def _kini(nilai: Any, ganti: dict[Any, Any], geser: dt.timedelta) -> Any:
    if isinstance(nilai, dt.datetime):
        return nilai + geser if nilai.microsecond == SESAAT else nilai
    return ganti.get(nilai, nilai) if isinstance(nilai, int | str) else nilai


def _saat_tulis() -> dt.datetime:
    """Return the moment of today at which all SQL of today is written."""
    return awal_hari(hari_ini()) + SIANG


def tulis(orang: Any, pertanyaan: Pertanyaan) -> Tertulis:
    """Return SQL and parameters of `pertanyaan(orang)`, written for `isi`; "" where nothing is
    asked, or nothing can ever be found."""
    serupa = copy.copy(orang)
    serupa.pk = SESEORANG
    if getattr(orang, "kampung_id", None) is not None:
        serupa.kampung_id = SEKAMPUNG
    with pada(_saat_tulis()):
        himpunan = pertanyaan(serupa)
        try:
            return himpunan.query.sql_with_params() if himpunan is not None else ("", ())
        except EmptyResultSet:
            return "", ()


def jawaban(orang: Any, pertanyaan: Pertanyaan, nama: Hashable) -> list[tuple[Any, ...]]:
    """Return the rows of `pertanyaan(orang)`, as the database gives them; the SQL is written once
    for people who are alike.

    `nama` names the question, and all that its SQL depends on besides the keys of `orang` and of
    their kampung. The SQL serves for one day of the domain's clock, which may stand in it.
    """
    kunci = (nama, hari_ini())
    tertulis = _tertulis.get(kunci)
    if tertulis is None:
        if len(_tertulis) >= SIMPANAN:
            _tertulis.clear()
        tertulis = _tertulis[kunci] = tulis(orang, pertanyaan)
    sql, isian = tertulis  # other threads may have emptied the store meanwhile
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, isi(isian, orang.pk, getattr(orang, "kampung_id", None)))
        return cursor.fetchall()
