"""The clock of the domain: one day for all tests, the true one everywhere else."""

import datetime as dt
import os
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from environs import Env

from bangunrejo import lingkungan
from core.waktu import hari_ini, pada, sekarang
from tests.alat import jam

SEDETIK = dt.timedelta(seconds=1)


def _jauh() -> dt.timedelta:
    return sekarang() - timezone.now()


def test_tests_stand_on_their_day() -> None:
    hari = os.environ.get("HARI_UJI") or jam.HARI_BAKU
    if hari != "sungguh":
        assert hari_ini() - dt.date.fromisoformat(hari[:10]) <= dt.timedelta(days=1)


def test_the_clock_goes_on_and_is_one_in_every_thread() -> None:
    hasil: list[dt.timedelta] = []
    utas = threading.Thread(target=lambda: hasil.append(_jauh()))
    utas.start()
    utas.join()
    assert abs(hasil[0] - settings.GESER_JAM) < SEDETIK
    awal = sekarang()
    assert awal <= sekarang() < awal + 60 * SEDETIK


def test_a_moment_that_is_set_goes_before() -> None:
    saat = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    with pada(saat):
        assert sekarang() == saat
    assert sekarang() < saat


@pytest.mark.parametrize(("mode", "jauh"), [("uji", 86_400), ("contoh", 0), ("produksi", 0)])
def test_only_the_mode_of_tests_can_be_moved(
    mode: str, jauh: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GESER_JAM_UJI", "86400")
    assert lingkungan.geser_jam(Env(), mode) == dt.timedelta(seconds=jauh)


def test_the_files_of_the_list_are_there() -> None:
    uji = Path(jam.__file__).parents[1]
    for nama in jam.JAM_SUNGGUH:
        berkas, _, kelas = nama.partition("::")
        assert (f"class {kelas}" if kelas else "def test_") in (uji / berkas).read_text(), nama
