"""The spans of days of which reports are awaited. Pure: dates in, spans out, no database.

Each day of the work is told of by one report. Days of a stop, and days that a report told of
already, need none; a span ends where they begin. What its frequency gives:

- bulanan: calendar months, so that reports and monthly summaries speak of the same days. A first
  part of fewer than `PENDEK` days joins the next month: work that starts on the 31st is not
  reported for one day.
- dua_mingguan, mingguan: 14 or 7 days from the day on which the work starts or goes on.
- sekali: all of it, once it is finished.
- tahapan: the first day (0 %), the rest up to the middle of the plan (50 %) and up to its end
  (100 %). A work of fewer than `PENDEK` planned days has one span. One planned for more than
  `PANJANG` days, one without a planned end, and one that goes on after it, is told of month by
  month; the month with the middle of the plan asks for the photos of 50 %.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.waktu import akhir_bulan
from laporan.enums import Macam
from proyek.enums import FrekuensiLaporan

PENDEK, PANJANG = 7, 60  # days
# So far after the start spans are made ahead, when the plan reaches farther.
KE_DEPAN = dt.timedelta(days=1096)
SEHARI = dt.timedelta(days=1)
_LANGKAH = {FrekuensiLaporan.MINGGUAN: 7, FrekuensiLaporan.DUA_MINGGUAN: 14}


@dataclass(frozen=True)
class Rentang:
    """The days from `awal` to `akhir`, both included, of which one report tells."""

    macam: str
    awal: dt.date
    akhir: dt.date


@dataclass(frozen=True)
class Ruas:
    """Days one after the other, from `awal` to `akhir`, both included; without end for None."""

    awal: dt.date
    akhir: dt.date | None = None


@dataclass(frozen=True)
class Pekerjaan:
    """A work that has started: its real start, its planned end, its real end (None while it goes
    on), and its stops. A plan that ends before the start counts for none."""

    frekuensi: str
    mulai: dt.date
    rencana: dt.date | None = None
    selesai: dt.date | None = None
    henti: tuple[Ruas, ...] = ()
    separuh: bool = False  # its middle was told of already

    @property
    def berlanjut(self) -> bool:
        """Return whether days are still to come: it neither ended nor stands still."""
        return self.selesai is None and all(satu.akhir for satu in self.henti)

    @property
    def batas(self) -> dt.date | None:
        """Return the planned end, unless the work started after it."""
        return self.rencana if self.rencana and self.rencana >= self.mulai else None

    @property
    def tengah(self) -> dt.date | None:
        """Return the middle of the plan, where it is still to be told of."""
        if self.separuh or self.batas is None:
            return None
        return self.mulai + (self.batas - self.mulai) // 2

    @property
    def lama(self) -> int | None:
        """Return the planned days."""
        return (self.batas - self.mulai).days + 1 if self.batas else None


def rentang(kerja: Pekerjaan, hari: dt.date, terlapor: Sequence[Rentang] = ()) -> list[Rentang]:
    """Return the spans of which reports are awaited, in the order of their days.

    Those that end by `hari` are whole. Later ones reach to the planned end, and at least to the
    span of the next day; they move with the plan. `terlapor` are spans that need none any more.
    """
    ruas = list(_ruas(kerja, [*kerja.henti, *(Ruas(t.awal, t.akhir) for t in terlapor)]))
    if kerja.frekuensi == FrekuensiLaporan.SEKALI:
        return _sekali(kerja, ruas)
    cakrawala = max(hari + SEHARI, min(kerja.batas or hari, kerja.mulai + KE_DEPAN))
    kerja = replace(kerja, separuh=any(t.macam == Macam.TENGAH for t in terlapor))
    potongan = (p for r in ruas for p in _potongan(kerja, r, cakrawala))
    return [Rentang(_macam(kerja, awal, akhir, hari), awal, akhir) for awal, akhir in potongan]


def bersinggungan(a: Rentang | Ruas, b: Rentang | Ruas) -> bool:
    """Return whether they have a day in common."""
    tanpa = dt.date.max
    return a.awal <= (b.akhir or tanpa) and b.awal <= (a.akhir or tanpa)


def _ruas(kerja: Pekerjaan, luput: Iterable[Ruas]) -> Iterator[Ruas]:
    """Yield the days of the work without those that need no report."""
    awal = kerja.mulai
    for lubang in sorted(luput, key=lambda r: (r.awal, r.akhir is None)):
        if lubang.akhir and lubang.akhir < lubang.awal:
            continue  # it stopped and went on within a day
        akhir = min(lubang.awal - SEHARI, kerja.selesai or dt.date.max)
        if awal <= akhir:
            yield Ruas(awal, akhir)
        if lubang.akhir is None:
            return
        awal = max(awal, lubang.akhir + SEHARI)
    if kerja.selesai is None or awal <= kerja.selesai:
        yield Ruas(awal, kerja.selesai)


def _sekali(kerja: Pekerjaan, ruas: Sequence[Ruas]) -> list[Rentang]:
    if kerja.selesai is None or not ruas:
        return []
    return [Rentang(Macam.AKHIR, ruas[0].awal, ruas[-1].akhir or kerja.selesai)]


def _potongan(
    kerja: Pekerjaan, ruas: Ruas, cakrawala: dt.date
) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the first and last days of the spans of one stretch."""
    awal = ruas.awal
    while awal <= (ruas.akhir or cakrawala):
        akhir = _akhir(kerja, awal)
        if ruas.akhir:
            akhir = min(akhir, ruas.akhir)
        yield awal, akhir
        awal = akhir + SEHARI


def _akhir(kerja: Pekerjaan, awal: dt.date) -> dt.date:
    """Return the last day of a span that begins on this day, were the work to go on."""
    if langkah := _LANGKAH.get(FrekuensiLaporan(kerja.frekuensi)):
        return awal + SEHARI * (langkah - 1)
    if kerja.frekuensi == FrekuensiLaporan.TAHAPAN:
        return _akhir_tahapan(kerja, awal)
    return _akhir_bulanan(awal)


def _akhir_bulanan(awal: dt.date) -> dt.date:
    akhir = akhir_bulan(awal)
    return akhir if (akhir - awal).days + 1 >= PENDEK else akhir_bulan(akhir + SEHARI)


def _akhir_tahapan(kerja: Pekerjaan, awal: dt.date) -> dt.date:
    batas, tengah, lama = kerja.batas, kerja.tengah, kerja.lama or PANJANG + 1
    if awal == kerja.mulai and lama >= PENDEK:
        return awal
    if batas is None or awal > batas:
        return _akhir_bulanan(awal)
    if lama > PANJANG:
        return min(_akhir_bulanan(awal), batas)
    return tengah if tengah and awal <= tengah and lama >= PENDEK else batas


def _macam(kerja: Pekerjaan, awal: dt.date, akhir: dt.date, hari: dt.date) -> str:
    """Return what the report of a span is."""
    if akhir == kerja.selesai:
        return Macam.AKHIR
    if kerja.frekuensi != FrekuensiLaporan.TAHAPAN:
        return Macam.BERKALA
    if kerja.selesai is None and akhir == kerja.batas and akhir >= hari:
        return Macam.AKHIR
    if awal == akhir == kerja.mulai:
        return Macam.AWAL
    return Macam.TENGAH if kerja.tengah and awal <= kerja.tengah <= akhir else Macam.BERKALA
