"""The spans of days of which reports are awaited: examples, and properties over random works."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tenggat.hari_kerja import muat_libur, tambah_hari_kerja
from laporan.enums import Macam
from laporan.rentang import SEHARI, Pekerjaan, Rentang, Ruas, rentang
from proyek.enums import FrekuensiLaporan as F

tgl = dt.date.fromisoformat


def kata(kerja: Pekerjaan, hari: str, terlapor: tuple[Rentang, ...] = ()) -> list[str]:
    """Return the spans as "05-01..05-31 berkala"."""
    return [
        f"{r.awal:%m-%d}..{r.akhir:%m-%d} {r.macam}" for r in rentang(kerja, tgl(hari), terlapor)
    ]


@pytest.mark.parametrize(
    ("frekuensi", "mulai", "hari", "harap"),
    [
        (F.BULANAN, "2026-01-31", "2026-03-01", ["01-31..02-28 berkala", "03-01..03-31 berkala"]),
        (F.BULANAN, "2028-01-25", "2028-02-01", ["01-25..01-31 berkala", "02-01..02-29 berkala"]),
        (F.BULANAN, "2026-12-26", "2027-01-02", ["12-26..01-31 berkala"]),
        (
            F.DUA_MINGGUAN,
            "2026-11-01",
            "2026-11-15",
            ["11-01..11-14 berkala", "11-15..11-28 berkala"],
        ),
        (F.MINGGUAN, "2028-02-24", "2028-03-02", ["02-24..03-01 berkala", "03-02..03-08 berkala"]),
        (F.SEKALI, "2026-01-31", "2026-06-01", []),
        (F.TAHAPAN, "2026-01-31", "2026-02-02", ["01-31..01-31 awal", "02-01..02-28 berkala"]),
    ],
)
def test_month_ends_and_leap_days(frekuensi: str, mulai: str, hari: str, harap: list[str]) -> None:
    assert kata(Pekerjaan(frekuensi, tgl(mulai)), hari) == harap


TAHAPAN = Pekerjaan(F.TAHAPAN, tgl("2026-09-01"), tgl("2026-10-10"))


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        ({}, ["09-01..09-01 awal", "09-02..09-20 tengah", "09-21..10-10 akhir"]),
        ({"rencana": tgl("2026-09-05")}, ["09-01..09-05 akhir"]),  # a week is told of once
        (
            {"rencana": tgl("2026-12-20")},
            [
                "09-01..09-01 awal",
                "09-02..09-30 berkala",
                "10-01..10-31 tengah",
                "11-01..11-30 berkala",
                "12-01..12-20 akhir",
            ],
        ),
        (
            {"selesai": tgl("2026-09-15")},  # ended before the middle
            ["09-01..09-01 awal", "09-02..09-15 akhir"],
        ),
        (
            {"henti": (Ruas(tgl("2026-09-10"), tgl("2026-09-24")),)},
            ["09-01..09-01 awal", "09-02..09-09 berkala", "09-25..10-10 akhir"],
        ),
        (
            {"henti": (Ruas(tgl("2026-09-10")),)},
            ["09-01..09-01 awal", "09-02..09-09 berkala"],
        ),
        ({"rencana": tgl("2026-08-01")}, ["09-01..09-01 awal", "09-02..09-30 berkala"]),
    ],
)
def test_a_work_in_three_reports(ubah: dict[str, object], harap: list[str]) -> None:
    assert kata(replace(TAHAPAN, **ubah), "2026-09-04") == harap


def test_a_work_that_goes_on_after_its_plan_is_told_of_month_by_month() -> None:
    harap = ["09-01..09-01 awal", "09-02..09-20 tengah", "09-21..10-10 berkala"]
    assert kata(TAHAPAN, "2026-11-20") == [
        *harap,
        "10-11..10-31 berkala",
        "11-01..11-30 berkala",
    ]
    selesai = replace(TAHAPAN, selesai=tgl("2026-11-20"))
    assert kata(selesai, "2026-11-20")[-1] == "11-01..11-20 akhir"


def test_an_extension_moves_only_what_is_to_come() -> None:
    sudah = tuple(rentang(TAHAPAN, tgl("2026-09-25"))[:2])
    lebih = replace(TAHAPAN, rencana=tgl("2026-10-25"))
    assert kata(lebih, "2026-09-25", sudah) == ["09-21..10-25 akhir"]


def test_all_of_it_once_it_is_finished() -> None:
    henti = (Ruas(tgl("2026-09-10"), tgl("2026-09-24")),)
    kerja = Pekerjaan(F.SEKALI, tgl("2026-09-01"), selesai=tgl("2026-10-02"), henti=henti)
    assert kata(kerja, "2026-10-05") == ["09-01..10-02 akhir"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("akhir", "tenggat"),
    [("2026-03-15", "2026-03-27"), ("2027-03-07", "2027-03-22")],  # Idul Fitri and its leave
)
def test_days_off_around_lebaran_are_no_working_days(akhir: str, tenggat: str) -> None:
    muat_libur([2026, 2027])
    assert tambah_hari_kerja(tgl(akhir), 5) == tgl(tenggat)


hari_acak = st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31))
selisih = st.integers(0, 200)


@st.composite
def pekerjaan(gambar: st.DrawFn) -> tuple[Pekerjaan, dt.date]:
    """Draw a work, and a day on which it has started."""
    mulai = gambar(hari_acak)
    hari = mulai + SEHARI * gambar(selisih)
    henti, awal = [], mulai
    for jeda, lama in gambar(st.lists(st.tuples(selisih, st.integers(0, 40)), max_size=3)):
        awal += SEHARI * jeda
        if awal > hari:
            break
        akhir = awal + SEHARI * (lama - 1)  # it may go on within the day
        henti.append(Ruas(awal, akhir if akhir < hari else None))
        awal = akhir + SEHARI
    buka = bool(henti) and henti[-1].akhir is None
    tamat = None if buka else gambar(st.none() | st.dates(max(mulai, min(awal, hari)), hari))
    rencana = gambar(st.none() | st.integers(-20, 400).map(lambda n: mulai + SEHARI * n))
    return Pekerjaan(gambar(st.sampled_from(F)), mulai, rencana, tamat, tuple(henti)), hari


def dikerjakan(kerja: Pekerjaan, sampai: dt.date) -> set[dt.date]:
    """Return the days of the work up to this one."""
    sampai = min(kerja.selesai or sampai, sampai)
    semua = {kerja.mulai + SEHARI * n for n in range((sampai - kerja.mulai).days + 1)}
    return {h for h in semua if not any(r.awal <= h <= (r.akhir or h) for r in kerja.henti)}


def hari_dalam(semua: list[Rentang]) -> list[dt.date]:
    return [r.awal + SEHARI * n for r in semua for n in range((r.akhir - r.awal).days + 1)]


@settings(max_examples=300, deadline=None)
@given(pekerjaan())
def test_each_day_of_the_work_is_told_of_once(contoh: tuple[Pekerjaan, dt.date]) -> None:
    kerja, hari = contoh
    semua = rentang(kerja, hari)
    hari_hari = hari_dalam(semua)
    assert len(hari_hari) == len(set(hari_hari))
    assert all(a.akhir < b.awal for a, b in pairwise(semua))
    assert all(kerja.mulai <= r.awal <= r.akhir for r in semua)
    kerja_hari = dikerjakan(kerja, hari)
    if kerja.frekuensi == F.SEKALI:
        assert set(hari_hari) >= kerja_hari if kerja.selesai else not semua
        return
    assert {h for h in hari_hari if h <= hari} == kerja_hari
    if kerja.selesai:
        assert all(r.akhir <= kerja.selesai for r in semua)
        assert [r.macam for r in semua].count(Macam.AKHIR) == (kerja.selesai in kerja_hari)
    assert [r.macam for r in semua].count(Macam.TENGAH) <= 1


@settings(max_examples=200, deadline=None)
@given(pekerjaan(), selisih)
def test_time_and_reports_change_no_span_that_has_ended(
    contoh: tuple[Pekerjaan, dt.date], lagi: int
) -> None:
    kerja, hari = contoh
    semua = rentang(kerja, hari)
    lewat = [r for r in semua if r.akhir < hari]
    kelak = rentang(kerja, hari + SEHARI * lagi)
    assert kelak[: len(lewat)] == lewat
    assert rentang(kerja, hari, lewat) == semua[len(lewat) :]


@settings(max_examples=150, deadline=None)
@given(pekerjaan(), st.sets(st.integers(0, 400), max_size=40))
def test_due_days_are_working_days_and_never_go_back(
    contoh: tuple[Pekerjaan, dt.date], libur_acak: set[int]
) -> None:
    kerja, hari = contoh
    libur = {kerja.mulai + SEHARI * n for n in libur_acak}
    tenggat = [tambah_hari_kerja(r.akhir, 5, libur) for r in rentang(kerja, hari)]
    assert tenggat == sorted(tenggat)
    assert all(h.weekday() < 5 and h not in libur for h in tenggat)
