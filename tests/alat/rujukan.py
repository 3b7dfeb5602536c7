"""Keeps the reference rows of the migrations through tests that empty the tables.

A test that commits ends with TRUNCATE, which takes the 17 kampung and the codes of
activities with it; the tests after it would find an empty country.
"""

from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.db import connection, models, transaction
from django.test import TransactionTestCase

Isi = list[tuple[str, str]]
# Sequences go on, so that new rows never meet the numbers of the restored ones.
TANPA_ULANG = {"inhibit_post_migrate": True, "reset_sequences": False}


def simpan() -> Isi:
    """Return (table with columns, rows) of every table that is not empty."""
    hasil = []
    with connection.cursor() as cursor:
        for model in _model():
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

    def kosongkan_lalu_pulihkan(self: TransactionTestCase) -> None:
        call_command("flush", verbosity=0, interactive=False, **TANPA_ULANG)
        pulihkan(isi)

    TransactionTestCase._fixture_teardown = kosongkan_lalu_pulihkan


def _model() -> list[type[models.Model]]:
    """Without the summaries of transparansi, which triggers keep by themselves, and without other
    names of a table."""
    semua = apps.get_models(include_auto_created=True)
    return [m for m in semua if m._meta.app_label != "transparansi" and not m._meta.proxy]


def _kolom(model: type[models.Model]) -> str:
    kolom = [f'"{f.column}"' for f in model._meta.local_concrete_fields if not f.generated]
    return f"{model._meta.db_table} ({', '.join(kolom)})"
