"""Slowing down who guesses."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.test import RequestFactory

from core import pembatas
from core.models import Pembatas
from core.waktu import pada, sekarang


@pytest.mark.django_db
def test_five_are_free_and_then_the_pause_doubles() -> None:
    kunci = pembatas.kunci("uji", "kode", "10.0.0.0")
    kini = sekarang()
    with pada(kini):
        assert [pembatas.coba(kunci) for _ in range(6)] == [0, 0, 0, 0, 0, 30]
    for jeda in (30, 60, 120, 240, 300, 300):
        with pada(kini + dt.timedelta(seconds=jeda - 1)):
            assert pembatas.coba(kunci) == 1
        kini += dt.timedelta(seconds=jeda)
        with pada(kini):
            assert pembatas.coba(kunci) == 0


@pytest.mark.django_db
def test_a_day_of_rest_and_the_right_answer_forgive() -> None:
    kunci = pembatas.kunci("uji", "kode")
    for _ in range(6):
        pembatas.coba(kunci)
    pembatas.lupakan(kunci)
    assert [pembatas.coba(kunci) for _ in range(5)] == [0] * 5
    with pada(sekarang() + dt.timedelta(hours=25)):
        assert [pembatas.coba(kunci) for _ in range(5)] == [0] * 5


@pytest.mark.django_db
def test_old_counters_are_removed() -> None:
    pembatas.coba("a")
    with pada(sekarang() + dt.timedelta(hours=25)):
        pembatas.coba("b")
        pembatas.rapikan()
    assert list(Pembatas.objects.values_list("kunci", flat=True)) == ["b"]


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_do_not_slip_through() -> None:
    hasil: list[int] = []

    def coba() -> None:
        hasil.append(pembatas.coba("bersama"))
        connection.close()

    semua = [threading.Thread(target=coba) for _ in range(12)]
    for satu in semua:
        satu.start()
    for satu in semua:
        satu.join()
    assert hasil.count(0) == pembatas.BEBAS


@pytest.mark.parametrize(
    ("alamat", "ringkas"),
    [
        ("36.80.12.34", "36.80.12.0"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
        ("::ffff:36.80.12.34", "36.80.12.0"),
        ("bukan alamat", ""),
        ("", ""),
    ],
)
def test_addresses_are_truncated(alamat: str, ringkas: str) -> None:
    assert pembatas.alamat(RequestFactory(REMOTE_ADDR=alamat).get("/")) == ringkas
