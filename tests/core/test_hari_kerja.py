"""Working days around weekends, holidays, collective leave and midnight in WIB."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import HariLibur
from core.tenggat.hari_kerja import (
    hitung_hari_kerja,
    muat_libur,
    muat_libur_berjalan,
    tambah_hari_kerja,
    tanggal_wib,
)
from core.waktu import pada

pytestmark = pytest.mark.django_db
tgl = dt.date.fromisoformat


def buka(tanggal: str) -> bool:
    """Return whether offices are open on this date."""
    return hitung_hari_kerja(tgl(tanggal) - dt.timedelta(days=1), tgl(tanggal)) == 1


@pytest.fixture
def libur(db: None) -> None:
    muat_libur([2026, 2027])


@pytest.mark.usefixtures("libur")
@pytest.mark.parametrize(
    ("tanggal", "hasil"),
    [
        ("2026-11-23", True),  # Monday
        ("2026-11-21", False),  # Saturday
        ("2026-11-22", False),  # Sunday
        ("2026-08-17", False),  # Independence Day, a Monday
        ("2026-03-24", False),  # collective leave after Idul Fitri
        ("2026-03-25", True),
        ("2027-12-24", False),  # collective leave before Christmas
    ],
)
def test_is_it_a_working_day(tanggal: str, hasil: bool) -> None:
    assert buka(tanggal) is hasil


@pytest.mark.usefixtures("libur")
@pytest.mark.parametrize(
    ("mulai", "n", "hasil"),
    [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-21", 0, "2026-11-21"),  # zero days leave even a Saturday alone
        ("2026-11-20", 1, "2026-11-23"),  # Friday → Monday
        ("2026-11-21", 1, "2026-11-23"),  # Saturday → Monday
        ("2026-11-20", 5, "2026-11-27"),
        ("2026-03-17", 1, "2026-03-25"),  # Nyepi, Idul Fitri and their leave in between
        ("2026-12-23", 3, "2026-12-30"),  # 24 and 25 December are off
        ("2026-12-31", 1, "2027-01-04"),  # over New Year's Day and a weekend
    ],
)
def test_adding_and_counting_undo_each_other(mulai: str, n: int, hasil: str) -> None:
    assert tambah_hari_kerja(tgl(mulai), n) == tgl(hasil)
    assert hitung_hari_kerja(tgl(mulai), tgl(hasil)) == n
    assert hitung_hari_kerja(tgl(hasil), tgl(mulai)) == -n


@pytest.mark.usefixtures("libur")
def test_a_deadline_on_friday_is_one_day_late_on_monday() -> None:
    assert hitung_hari_kerja(tgl("2026-11-20"), tgl("2026-11-22")) == 0
    assert hitung_hari_kerja(tgl("2026-11-20"), tgl("2026-11-23")) == 1


def test_days_cannot_be_taken_away() -> None:
    with pytest.raises(ValueError, match="kurang dari nol"):
        tambah_hari_kerja(tgl("2026-11-20"), -1)


def test_the_day_begins_at_midnight_in_wib() -> None:
    assert tanggal_wib(dt.datetime(2026, 11, 23, 16, 59, 59, tzinfo=dt.UTC)) == tgl("2026-11-23")
    assert tanggal_wib(dt.datetime(2026, 11, 23, 17, 0, tzinfo=dt.UTC)) == tgl("2026-11-24")


def test_a_moment_is_not_a_date() -> None:
    with pytest.raises(TypeError, match="tanggal_wib"):
        tambah_hari_kerja(dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC), 1)


@pytest.mark.usefixtures("libur")
@pytest.mark.parametrize("n", [1, 60])
def test_one_query_however_far(n: int) -> None:
    with CaptureQueriesContext(connection) as kueri:
        tambah_hari_kerja(tgl("2026-01-01"), n)
    assert len(kueri) == 1


def test_loading_twice_changes_nothing() -> None:
    jumlah = muat_libur([2026, 2027])
    assert jumlah == HariLibur.objects.count() > 40
    sebelum = list(HariLibur.objects.values())
    assert muat_libur([2026, 2027]) == 0
    assert list(HariLibur.objects.values()) == sebelum


@pytest.mark.usefixtures("libur")
def test_what_staff_decided_survives_loading() -> None:
    HariLibur.objects.filter(tanggal="2026-12-24").update(berlaku=False)
    HariLibur.objects.create(tanggal="2026-11-25", nama="Hari pemungutan suara")
    muat_libur([2026])
    assert buka("2026-12-24")
    assert not buka("2026-11-25")


def test_a_day_that_moved_in_the_library_moves_here() -> None:
    HariLibur.objects.create(tanggal="2026-11-11", nama="Perkiraan lama", dari_pustaka=True)
    HariLibur.objects.create(tanggal="2026-08-17", nama="Nama lama", dari_pustaka=True)
    muat_libur([2026])
    assert not HariLibur.objects.filter(tanggal="2026-11-11").exists()
    assert HariLibur.objects.get(tanggal="2026-08-17").nama.startswith("Hari Kemerdekaan")


def test_kinds_are_told_apart() -> None:
    muat_libur([2026])
    jenis = dict(HariLibur.objects.values_list("tanggal", "jenis"))
    assert jenis[tgl("2026-12-25")] == "libur"
    assert jenis[tgl("2026-12-24")] == "cuti_bersama"


def test_the_command_and_the_periodic_job_load_this_year_and_the_next() -> None:
    keluaran = StringIO()
    with pada(dt.datetime(2026, 11, 24, 5, 0, tzinfo=dt.UTC)):
        call_command("muat_libur", stdout=keluaran)
        assert "untuk 2026, 2027" in keluaran.getvalue()
        jumlah = HariLibur.objects.count()
        muat_libur_berjalan()
    assert HariLibur.objects.count() == jumlah
    assert {d.year for d in HariLibur.objects.values_list("tanggal", flat=True)} == {2026, 2027}
