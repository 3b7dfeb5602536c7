"""SQL that is written once and asked for many people.

Writing a question takes Django many times longer than the database takes to answer it. A question
that every page asks is written with SESEORANG for the key of a person, and kept; `isi` puts in the
key of the person who asks. Nothing that was read may stand in it.
"""

import copy
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from core.waktu import sekarang

SESEORANG = -7_346_915_208_431  # the key of nobody; no row has it
SIMPANAN = 256  # questions that one process keeps
Tertulis = tuple[str, tuple[Any, ...]]
Pertanyaan = Callable[[Any], QuerySet[Any] | None]
_tertulis: dict[Hashable, Tertulis] = {}


def isi(isian: Iterable[Any], kunci: int) -> list[Any]:
    """Return the parameters with `kunci` in place of SESEORANG, as a number or as text."""
    ganti: dict[Any, Any] = {SESEORANG: kunci, str(SESEORANG): str(kunci)}
    return [ganti.get(n, n) if isinstance(n, int | str) else n for n in isian]


def tulis(orang: Any, pertanyaan: Pertanyaan) -> Tertulis:
    """Return SQL and parameters of `pertanyaan(orang)`, with SESEORANG for the key of `orang`; ""
    where nothing is asked, or nothing can ever be found."""
    serupa = copy.copy(orang)
    serupa.pk = SESEORANG
    himpunan = pertanyaan(serupa)
    if himpunan is None:
        return "", ()
    try:
        return himpunan.query.sql_with_params()
    except EmptyResultSet:
        return "", ()


def jawaban(orang: Any, pertanyaan: Pertanyaan, nama: Hashable) -> list[tuple[Any, ...]]:
    """Return the rows of `pertanyaan(orang)`, as the database gives them; the SQL is written once
    for people who are alike.

    `nama` names the question, and all that its SQL depends on besides the key of `orang`. The SQL
    serves for one minute of the domain's clock, which may stand in it.
    """
    kunci = (nama, sekarang().replace(second=0, microsecond=0))
    tertulis = _tertulis.get(kunci)
    if tertulis is None:
        if len(_tertulis) >= SIMPANAN:
            _tertulis.clear()
        tertulis = _tertulis[kunci] = tulis(orang, pertanyaan)
    sql, isian = tertulis  # other threads may have emptied the store meanwhile
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, isi(isian, orang.pk))
        return cursor.fetchall()
