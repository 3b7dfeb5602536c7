"""The reports of the story against their due days, as on each day of three years: no database."""

import datetime as dt
from dataclasses import dataclass

from bangunrejo.contoh import data
from bangunrejo.contoh.cerita_laporan import bulan_laporan
from bangunrejo.contoh.waktu import Kalender
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.waktu import akhir_bulan
from laporan.enums import Macam
from laporan.models.jadwal import HARI_LAPOR
from laporan.rentang import Pekerjaan, Rentang, Ruas, rentang
from tests.alat import hari

CERITA = [satu for satu in data.proyek() if satu.mulai_nyata]
HARI = hari.SETIAP[::5]  # each day of the week, at each part of a month
TANPA_LIBUR: frozenset[dt.date] = frozenset()  # days off give more time, never less


@dataclass
class Kisah:
    """One work of the story, as it is told on one day."""

    proyek: data.DataProyek
    kalender: Kalender

    def laporan(self) -> list[tuple[dt.date, Rentang]]:
        """Return the day on which each report came, and its days."""
        hasil: list[tuple[dt.date, Rentang]] = []
        for satu in self.proyek.laporan:
            terbit = self.kalender.tanggal(satu.terbit)
            if satu.dari:
                awal, akhir = (self.kalender.tanggal(h) for h in (satu.dari, satu.sampai))
            else:
                mulai = self.kalender.tanggal(self.proyek.mulai_nyata)
                awal = bulan_laporan(mulai, terbit, hasil[-1][1].awal if hasil else None)
                akhir = akhir_bulan(awal)
            hasil.append((terbit, Rentang(Macam.BERKALA, awal, akhir)))
        return hasil

    def kerja(self, hari_nya: dt.date) -> Pekerjaan:
        """Return the work as it stood on that day."""
        mulai, rencana = (
            self.kalender.tanggal(h) for h in (self.proyek.mulai_nyata, self.proyek.selesai)
        )
        selesai = self.proyek.selesai_nyata and self.kalender.tanggal(self.proyek.selesai_nyata)
        berakhir = selesai if selesai and selesai <= hari_nya else None
        henti: tuple[Ruas, ...] = ()
        if self.proyek.alasan_berhenti:
            sejak = self.kalender.tanggal(self.proyek.laporan[-1].terbit)
            henti = (Ruas(sejak),) if sejak <= hari_nya else ()
        return Pekerjaan(self.proyek.frekuensi, mulai, rencana, berakhir, henti)

    def terlambat(self) -> list[Rentang]:
        """Return the days of which a report came late, and those of which none came in time."""
        hasil, sudah = [], []
        for terbit, isi in self.laporan():
            semua = rentang(self.kerja(terbit), terbit, sudah)
            hasil += [r for r in semua if isi.awal <= r.awal <= isi.akhir and _lewat(r, terbit)]
            sudah.append(isi)
        kini = self.kalender.hari_ini
        return hasil + [r for r in rentang(self.kerja(kini), kini, sudah) if _lewat(r, kini)]


def _lewat(satu: Rentang, hari_nya: dt.date) -> bool:
    return tambah_hari_kerja(satu.akhir, HARI_LAPOR, libur=TANPA_LIBUR) < hari_nya


def test_reports_of_real_kampung_are_in_time_on_whatever_day_the_story_is_loaded() -> None:
    nyata = [satu for satu in CERITA if satu.kampung != data.KAMPUNG_CONTOH]
    kisah = [Kisah(satu, Kalender(hari_nya)) for satu in nyata for hari_nya in HARI]
    assert [(k.proyek.kode, k.kalender.hari_ini) for k in kisah if k.terlambat()] == []


def test_a_report_is_late_in_the_invented_kampung_on_each_day() -> None:
    (henti,) = (satu for satu in CERITA if satu.kode == "p12")
    assert all(Kisah(henti, Kalender(hari_nya)).terlambat() for hari_nya in HARI)
