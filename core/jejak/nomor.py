"""Public numbers: PRJ-2026-0007, LAP-2026-0003, ASP-2026-00042.

The row of a counter stays locked until the commit, so everybody else who wants a number of the
same kind and year waits. A number therefore comes after locks, checks and copies of files, and
before the first INSERT that needs it: it is the key of the trail, so it cannot come last. An act
that gives out several numbers takes them in one call, an import takes a block
(docs/keputusan/0026-kunci.md). When the transaction is rolled back the number was never given out.
"""

import re
from typing import ClassVar, Protocol

from django.db import connection, transaction

from core.models import Penghitung

_AWALAN = re.compile(r"[A-Z]{3}")


class Bernomor(Protocol):
    """A model whose rows have a public number: its three capitals, and its fewest digits."""

    awalan_nomor: ClassVar[str]
    lebar_nomor: ClassVar[int]


def nomor_baru(model: type[Bernomor], tahun: int) -> str:
    """Give out the next number of `model` in `tahun`, dense and unique."""
    return nomor_blok(model, tahun, 1)[0]


def nomor_untuk(*model: type[Bernomor], tahun: int) -> list[str]:
    """Give out the next number of each `model`, in the order of the arguments.

    The counters are locked in alphabetical order, so that two acts never wait for each other.
    """
    urut = sorted(model, key=lambda satu: satu.awalan_nomor)
    nomor = {satu: nomor_baru(satu, tahun) for satu in urut}
    return [nomor[satu] for satu in model]


@transaction.atomic
def nomor_blok(model: type[Bernomor], tahun: int, banyak: int) -> list[str]:
    """Give out the next `banyak` numbers of `model` in `tahun`, one after the other.

    Raises ValueError for a prefix that is not three capitals, or for less than one number.
    """
    awalan = model.awalan_nomor
    if not _AWALAN.fullmatch(awalan):
        raise ValueError(f"Awalan nomor harus tiga huruf besar, bukan {awalan!r}.")
    if banyak < 1:
        raise ValueError(f"Banyaknya nomor harus paling sedikit satu, bukan {banyak}.")
    akhir = _naikkan(awalan, tahun, banyak) + 1
    lebar = model.lebar_nomor
    return [f"{awalan}-{tahun}-{angka:0{lebar}d}" for angka in range(akhir - banyak, akhir)]


def _naikkan(awalan: str, tahun: int, banyak: int) -> int:
    """Raise the counter and return its new value. Its row is locked until the commit."""
    tabel = connection.ops.quote_name(Penghitung._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {tabel} (jenis, tahun, terakhir) VALUES (%s, %s, %s) "  # noqa: S608 (our own table)
            "ON CONFLICT (jenis, tahun) "
            f"DO UPDATE SET terakhir = {tabel}.terakhir + EXCLUDED.terakhir RETURNING terakhir",
            [awalan, tahun, banyak],
        )
        terakhir: int = cursor.fetchone()[0]
    return terakhir
