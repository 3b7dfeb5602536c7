"""A prepared statement answers as the question that is written out."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.alat.tersiap import TERBANYAK, TERTULIS
from warga.models import Kampung

pytestmark = pytest.mark.django_db
SAAT = dt.datetime(2026, 11, 30, 8, 15, tzinfo=dt.UTC)
NILAI = (
    *(1, -1, 2**31, -(2**63), True, 1.5, Decimal("1.50"), "kata 100% 'benar'", None),
    *(SAAT, SAAT.replace(tzinfo=None), SAAT.date(), dt.timedelta(hours=3), uuid.UUID(int=7)),
    *([1, 2], ["a"], [2**40]),
)


def tanya(sql: str, *isi: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, isi)
        return cursor.fetchall()


def tersiap() -> list[str]:
    return [nama for (nama,) in tanya("SELECT name FROM pg_prepared_statements")]


@pytest.mark.parametrize("nilai", NILAI, ids=repr)
def test_a_value_has_the_same_type_and_comes_back_as_it_went(nilai: Any) -> None:
    sql = "SELECT pg_typeof(%s)::text, %s"
    semua = [tanya(sql, nilai, nilai) for _ in range(TERTULIS + 2)]
    assert semua == semua[:1] * len(semua)
    assert semua[0][0][1] == nilai


def test_names_of_columns_and_words_are_read_as_utf_8() -> None:
    with connection.cursor() as cursor:
        cursor.execute('SELECT %s AS "kolom é—"', ["isi é—🙂"])
        assert [kolom.name for kolom in cursor.description] == ["kolom é—"]
        assert cursor.fetchone() == ("isi é—🙂",)


def test_it_is_prepared_once_and_answers_by_its_values() -> None:
    ada, milik = set(tersiap()), [satu.pk for satu in Kampung.objects.all()[:5]]
    hasil = [Kampung.objects.filter(pk=satu, nama__isnull=False).exists() for satu in milik]
    assert hasil == [True] * 5
    assert not Kampung.objects.filter(pk=-1, nama__isnull=False).exists()
    assert len(set(tersiap()) - ada) == 1


def test_what_the_database_does_not_take_is_asked_as_it_is_written() -> None:
    """Two places are not one value for GROUP BY, and INTERVAL wants to read its own."""
    kelompok = "SELECT length(nama) + %s FROM warga_kampung GROUP BY length(nama) + %s"
    for ke in range(TERTULIS + 2):
        assert tanya(kelompok, 1, 1)
        assert tanya("SELECT INTERVAL %s", "1 day") == [(dt.timedelta(days=1),)], ke


def test_the_log_of_questions_shows_what_was_written() -> None:
    with CaptureQueriesContext(connection) as catatan:
        for ke in range(TERTULIS + 2):
            list(Kampung.objects.filter(pk=ke, nama="Sido Rejo"))
    assert all(satu["sql"].startswith("SELECT") for satu in catatan.captured_queries)
    assert "Sido Rejo" in catatan.captured_queries[-1]["sql"]


def test_what_was_not_asked_for_long_makes_room() -> None:
    for ke in range(TERBANYAK + 1):
        for _ in range(TERTULIS + 1):
            tanya(f"SELECT %s + {ke}", 1)
    assert len(tersiap()) == TERBANYAK
