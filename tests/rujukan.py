"""Keeps the reference rows of the migrations through tests that empty the tables.

A test that commits ends with TRUNCATE, which takes the 17 kampung and the codes of
activities with it; the tests after it would find an empty country.
"""

from io import StringIO

from django.apps import apps
from django.db import connection, models, transaction
from django.test import TransactionTestCase

from tests.arsitektur.test_arah import TINGKAT

Isi = list[tuple[str, str]]


def simpan() -> Isi:
    """Return (table with columns, rows) of every table of ours that is not empty."""
    hasil = []
    with connection.cursor() as cursor:
        for model in _model_kita():
            tabel, keluaran = _kolom(model), StringIO()
            cursor.copy_expert(f"COPY {tabel} TO STDOUT", keluaran)
            if keluaran.tell():
                hasil.append((tabel, keluaran.getvalue()))
    return hasil


def pulihkan(isi: Isi) -> None:
    """Put the rows back into emptied tables; foreign keys are checked at the end."""
    with transaction.atomic(), connection.cursor() as cursor:
        for tabel, baris in isi:
            cursor.copy_expert(f"COPY {tabel} FROM STDIN", StringIO(baris))


def jaga(isi: Isi) -> None:
    """Restore `isi` after every test that empties the tables."""
    semula = TransactionTestCase._fixture_teardown

    def kosongkan_lalu_pulihkan(self: TransactionTestCase) -> None:
        semula(self)
        pulihkan(isi)

    TransactionTestCase._fixture_teardown = kosongkan_lalu_pulihkan  # type: ignore[method-assign]


def _model_kita() -> list[type[models.Model]]:
    """Without the summaries of transparansi, which triggers keep by themselves."""
    sumber = TINGKAT.keys() - {"transparansi"}
    return [m for m in apps.get_models(include_auto_created=True) if m._meta.app_label in sumber]


def _kolom(model: type[models.Model]) -> str:
    kolom = [f.column for f in model._meta.local_concrete_fields if not f.generated]
    return f"{model._meta.db_table} ({', '.join(kolom)})"
