"""Slowing down people who guess."""

import datetime as dt
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory

from core.antrean.tugas import kesehatan
from core.jaga import pembatas
from core.models import Pembatas
from core.waktu import pada, sekarang

AKAR = Path(__file__).resolve().parents[2]
# A process of its own on the same database: the clock stands still, so that nothing comes back.
AMBIL = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "bangunrejo.settings"
import django
django.setup()
from django.conf import settings
from django.db import connection
from core.jaga.pembatas import tunggu
from core.waktu import pada
import datetime as dt
connection.settings_dict["NAME"] = sys.argv[1]
settings.JATAH_PER_JAM = {"uji": 60}
with pada(dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)):
    print(sum(tunggu("uji", "a") == 0 for _ in range(60)))
"""


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


class TestAllowance:
    """A fixed amount an hour from one place, and it comes back bit by bit."""

    @pytest.fixture(autouse=True)
    def jatah(self, settings: Any) -> None:
        settings.JATAH_PER_JAM = {"uji": 60, "lain": 60, "byte": 3_600_000}

    @pytest.mark.django_db
    def test_the_whole_of_it_at_once_and_then_one_each_minute(self) -> None:
        kini = sekarang()
        with pada(kini):
            assert [pembatas.tunggu("uji", "a") for _ in range(61)] == [0] * 60 + [60]
        with pada(kini + dt.timedelta(seconds=59)):
            assert pembatas.tunggu("uji", "a") == 1
        with pada(kini + dt.timedelta(seconds=60)):
            assert [pembatas.tunggu("uji", "a") for _ in range(2)] == [0, 60]
        with pada(kini + dt.timedelta(minutes=31)):
            assert [pembatas.tunggu("uji", "a") for _ in range(31)] == [0] * 30 + [60]

    @pytest.mark.django_db
    def test_each_place_and_each_thing_has_its_own(self) -> None:
        for _ in range(61):
            pembatas.tunggu("uji", "a")
        assert pembatas.tunggu("uji", "a") > 0
        assert pembatas.tunggu("uji", "b") == pembatas.tunggu("lain", "a") == 0

    @pytest.mark.django_db
    def test_large_things_take_more(self) -> None:
        kini = sekarang()
        with pada(kini):
            assert pembatas.tunggu("byte", "a", 2_000_000) == 0
            assert pembatas.tunggu("byte", "a", 2_000_000) == 400  # a thousand a second
            assert pembatas.tunggu("byte", "a", 1_600_000) == 0
            assert pembatas.tunggu("byte", "b", 99_000_000) == 0  # larger than there ever is
            assert pembatas.tunggu("byte", "b", 1000) == 1

    @pytest.mark.django_db
    def test_nobody_is_held_back_where_no_place_is_known(self) -> None:
        assert {pembatas.tunggu("uji", "") for _ in range(70)} == {0}
        assert not Pembatas.objects.exists()

    @pytest.mark.django_db
    def test_an_account_is_a_place_of_its_own(self, pemeran: Any) -> None:
        request = RequestFactory(REMOTE_ADDR="36.80.12.34").get("/")
        request.user = pemeran.pengunjung
        umum = pembatas.tempat(request)
        request.user = pemeran.warga
        assert umum == "36.80.12.0"
        assert pembatas.tempat(request) == umum  # whoever likes makes accounts nobody proved
        pemeran.warga.telepon_terbukti_pada = sekarang()
        assert pembatas.tempat(request) not in ("", umum)

    @pytest.mark.django_db
    def test_that_somebody_waited_is_left_for_the_desk(self) -> None:
        for _ in range(60):
            pembatas.tunggu("uji", "a")
        assert kesehatan().ditahan_terakhir is None
        pembatas.tunggu("uji", "a")
        assert kesehatan().ditahan_terakhir is not None

    @pytest.mark.django_db(transaction=True)
    def test_processes_share_one_allowance(self) -> None:
        """Two processes of their own ask for 60 each; between them they get 60."""
        nama = connection.settings_dict["NAME"]
        perintah = [sys.executable, "-c", AMBIL, nama]
        semua = [
            subprocess.Popen(perintah, stdout=subprocess.PIPE, cwd=AKAR, text=True)
            for _ in range(2)
        ]
        dapat = [int(satu.communicate(timeout=60)[0]) for satu in semua]
        assert sum(dapat) == 60, dapat


@pytest.mark.parametrize(
    ("detik", "kata"), [(1, "1 detik"), (60, "60 detik"), (61, "2 menit"), (3600, "60 menit")]
)
def test_a_pause_in_words(detik: int, kata: str) -> None:
    assert pembatas.sebut(detik) == kata


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


@pytest.mark.django_db
class TestAClockThatRanAhead:
    """It was set back afterwards: its rows must not bind anybody until that day comes."""

    def test_an_allowance_is_whole_again(self, settings: Any) -> None:
        settings.JATAH_PER_JAM = {"uji": 60}
        kini = sekarang()
        with pada(kini + dt.timedelta(hours=7)):
            assert [pembatas.tunggu("uji", "a") for _ in range(3)] == [0] * 3
        with pada(kini):
            assert [pembatas.tunggu("uji", "a") for _ in range(61)] == [0] * 60 + [60]

    def test_a_pause_is_over(self) -> None:
        kini = sekarang()
        with pada(kini + dt.timedelta(days=33)):
            assert [pembatas.coba("a") for _ in range(6)] == [0] * 5 + [30]
        with pada(kini):
            assert [pembatas.coba("a") for _ in range(6)] == [0] * 5 + [30]

    def test_its_rows_are_removed(self) -> None:
        with pada(sekarang() + dt.timedelta(hours=7)):
            pembatas.coba("a")
        pembatas.coba("b")
        pembatas.rapikan()
        assert Pembatas.objects.get().kunci == "b"


@pytest.mark.django_db
def test_an_allowance_may_last_a_day() -> None:
    kini = sekarang()
    sehari: dict[str, Any] = {"jatah": 3, "rentang": dt.timedelta(days=1)}
    with pada(kini):
        assert [pembatas.tunggu("nomor", "a", **sehari) for _ in range(4)] == [0] * 3 + [8 * 3600]
    with pada(kini + dt.timedelta(hours=8)):
        assert [pembatas.tunggu("nomor", "a", **sehari) for _ in range(2)] == [0, 8 * 3600]
