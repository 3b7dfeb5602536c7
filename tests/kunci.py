"""The refusing triggers, as tests need them: Django empties tables by TRUNCATE."""

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
