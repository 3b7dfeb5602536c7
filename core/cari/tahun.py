"""The years that a filter offers: those of which there is a row, found by jumps in an index."""

from typing import Any

from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

# An index is jumped through from one year to the next lower one, so the number of rows does not
# count. PostgreSQL has no such plan for DISTINCT, it reads every row.
LOMPAT = """
WITH RECURSIVE lompat (nilai) AS (
    ({pertama}) UNION ALL SELECT ({berikut}) FROM lompat WHERE nilai IS NOT NULL
) SELECT extract(year FROM nilai)::int FROM lompat WHERE nilai IS NOT NULL
"""


def tahun_tanggal(himpunan: QuerySet[Any], kolom: str) -> list[int]:
    """Return the years of a date column that has an index of its own, the newest first, in one
    query."""
    return _lompati(LOMPAT, himpunan, kolom, "date_trunc('year', lompat.nilai)::date")


def tahun_angka(himpunan: QuerySet[Any], kolom: str) -> list[int]:
    """Return the years of a column of numbers that has an index of its own, the newest first, in
    one query."""
    return _lompati(LOMPAT.replace("extract(year FROM nilai)::int", "nilai"), himpunan, kolom)


def _lompati(
    perintah: str, himpunan: QuerySet[Any], kolom: str, batas: str = "lompat.nilai"
) -> list[int]:
    ada = himpunan.filter(**{f"{kolom}__isnull": False}).order_by(f"-{kolom}").values(kolom)
    lebih_awal = ada.filter(**{f"{kolom}__lt": RawSQL(batas, ())})  # noqa: S611 - our own words
    pertama, isian = ada[:1].query.sql_with_params()
    berikut, lanjutan = lebih_awal[:1].query.sql_with_params()
    with connections[himpunan.db].cursor() as cursor:
        cursor.execute(perintah.format(pertama=pertama, berikut=berikut), [*isian, *lanjutan])
        return [tahun for (tahun,) in cursor.fetchall()]
