"""The due days of the reports of one kampung as a calendar: for a page, and to subscribe to."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from core.ics import Acara
from core.models import HariLibur
from core.tenggat.hari_kerja import SABTU
from core.waktu import akhir_bulan, hari_ini
from laporan.models import JadwalLaporan, JedaLaporan
from laporan.models.jadwal import JadwalQuerySet
from warga.models import Kampung

SEHARI = dt.timedelta(days=1)
LALU = dt.timedelta(days=90)  # so far back subscribers still see days
TERBANYAK = 500
SEPETAK = 3  # reports that one cell of the grid names


@dataclass(frozen=True)
class Petak:
    """One day in the grid of a month: its first reports, how many more there are, and the name of
    the day off ("" on a working day)."""

    hari: dt.date
    baris: list[JadwalLaporan]
    lebih: int
    libur: str
    jeda: bool
    kini: bool

    @property
    def lepas(self) -> bool:
        """Return whether nothing falls due on it."""
        return bool(self.libur) or self.jeda or self.hari.weekday() >= SABTU


@dataclass(frozen=True)
class Bulan:
    """One month: its days on which reports are due, all its days as a grid that begins on Monday,
    and the months beside it. `kolom` is the column of the first day."""

    awal: dt.date
    hari: list[tuple[dt.date, list[JadwalLaporan]]]
    petak: list[Petak]
    kolom: int
    sebelum: dt.date
    sesudah: dt.date
    penuh: bool


def sebulan(kampung: Kampung, awal: dt.date) -> Bulan:
    """Return the month that begins on `awal`."""
    akhir = akhir_bulan(awal)
    baris = list(_jatuh(kampung).filter(tenggat__range=(awal, akhir))[:TERBANYAK])
    hari = [(h, list(milik)) for h, milik in groupby(baris, key=attrgetter("tenggat"))]
    return Bulan(
        awal=awal,
        hari=hari,
        petak=list(_petak(kampung, awal, akhir, dict(hari))),
        kolom=awal.isoweekday(),
        sebelum=(awal - SEHARI).replace(day=1),
        sesudah=akhir + SEHARI,
        penuh=len(baris) == TERBANYAK,
    )


def _petak(
    kampung: Kampung, awal: dt.date, akhir: dt.date, jatuh: dict[dt.date, list[JadwalLaporan]]
) -> Iterator[Petak]:
    """Yield the days of a month in their order."""
    semua = HariLibur.objects.filter(berlaku=True, tanggal__range=(awal, akhir))
    jeda = JedaLaporan.objects.hari(kampung.pk, awal)
    libur, kini = dict(semua.values_list("tanggal", "nama")), hari_ini()
    for urutan in range((akhir - awal).days + 1):
        hari = awal + SEHARI * urutan
        # Several spans of one work lead to one page: they are one link.
        baris = list(
            {(satu.proyek_id, satu.laporan_id): satu for satu in jatuh.get(hari, ())}.values()
        )
        lebih = max(0, len(baris) - SEPETAK)
        yield Petak(hari, baris[:SEPETAK], lebih, libur.get(hari, ""), hari in jeda, hari == kini)


def acara(kampung: Kampung, alamat: str) -> Iterator[Acara]:
    """Yield the due days from three months back on. `alamat` is that of the portal; a report that
    came says so, and keeps its day."""
    ranah = alamat.partition("://")[2].partition("/")[0]
    for satu in _jatuh(kampung).filter(tenggat__gte=hari_ini() - LALU)[:TERBANYAK]:
        if satu.tenggat:
            yield Acara(
                uid=f"laporan-{satu.proyek.nomor}-{satu.awal:%Y%m%d}@{ranah}",
                hari=satu.tenggat,
                judul=f"{'Sudah terbit' if satu.laporan_id else 'Paling lambat'}: laporan "
                f"{satu.kata}, {satu.proyek.judul}",
                alamat=alamat + satu.proyek.get_absolute_url(),
            )


def _jatuh(kampung: Kampung) -> JadwalQuerySet:
    semua = JadwalLaporan.objects.berdiri().filter(proyek__dicabut_pada__isnull=True)
    milik = semua.filter(proyek__kampung=kampung)
    lengkap = milik.select_related("proyek", "laporan").dengan_libur()
    return lengkap.order_by("tenggat", "proyek__judul", "pk")
