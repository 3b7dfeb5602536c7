"""The refusing triggers, as tests need them: Django empties tables by TRUNCATE."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

PEMICU_TRUNCATE = """
SELECT t.tgrelid::regclass::text, t.tgname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
WHERE p.proname = 'core_tolak_ubah' AND t.tgtype & 32 > 0 ORDER BY 1
"""


def pemicu_truncate() -> list[tuple[str, str]]:
    """Return (table, trigger) of everything that refuses TRUNCATE."""
    with connection.cursor() as cursor:
        cursor.execute(PEMICU_TRUNCATE)
        return cursor.fetchall()


def izinkan_truncate() -> None:
    """Switch the TRUNCATE half off in the test database; its own test switches it on."""
    atur_pemicu("DISABLE")


def atur_pemicu(apa: str) -> None:
    with connection.cursor() as cursor:
        for tabel, pemicu in pemicu_truncate():
            cursor.execute(f"ALTER TABLE {tabel} {apa} TRIGGER {pemicu}")


@contextmanager
def tanpa_kunci(*tabel: str) -> Iterator[None]:
    """Let the locks of these tables sleep: for a fault that only somebody beside the portal makes.
    What waits for the end of the transaction is asked before."""
    with connection.cursor() as cursor:
        for keadaan in ("DISABLE", "ENABLE"):
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            for nama in tabel:
                cursor.execute(f"ALTER TABLE {nama} {keadaan} TRIGGER USER")
            if keadaan == "DISABLE":
                yield
    izinkan_truncate()


PEMICU_RINGKASAN = """
SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgname LIKE '%!_ringkas%' ESCAPE '!'
"""


@contextmanager
def tanpa_ringkasan() -> Iterator[None]:
    """Switch off what keeps the sums of the first page: it lets only one writer in at a time."""
    with connection.cursor() as cursor:
        cursor.execute(PEMICU_RINGKASAN)
        pemicu = cursor.fetchall()
        for tabel, nama in pemicu:
            cursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER {nama}")
        try:
            yield
        finally:
            for tabel, nama in pemicu:
                cursor.execute(f"ALTER TABLE {tabel} ENABLE TRIGGER {nama}")
