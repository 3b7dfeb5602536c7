"""Public numbers: PRJ-2026-0007, LAP-2026-0003, ASP-2026-00042."""

import re

from django.db import connection, transaction

from core.models import Penghitung

LEBAR = 4
LEBAR_KHUSUS = {"ASP": 5}
_JENIS = re.compile(r"[A-Z]{3}")


@transaction.atomic
def nomor_baru(jenis: str, tahun: int) -> str:
    """Give out the next number of `jenis` (three capitals) in `tahun`, dense and unique.

    Call it last in the transaction: the counter row stays locked until the commit, so
    everybody else who wants a number of the same kind and year waits for you. When the
    transaction is rolled back the number was never given out.
    """
    if not _JENIS.fullmatch(jenis):
        raise ValueError(f"Jenis nomor harus tiga huruf besar, bukan {jenis!r}.")
    tabel = connection.ops.quote_name(Penghitung._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {tabel} (jenis, tahun, terakhir) VALUES (%s, %s, 1) "  # noqa: S608 (our own table)
            "ON CONFLICT (jenis, tahun) "
            f"DO UPDATE SET terakhir = {tabel}.terakhir + 1 RETURNING terakhir",
            [jenis, tahun],
        )
        terakhir = cursor.fetchone()[0]
    return f"{jenis}-{tahun}-{terakhir:0{LEBAR_KHUSUS.get(jenis, LEBAR)}d}"
