"""The due days of the reports of one kampung as a calendar: for a page, and to subscribe to."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from core.ics import Acara
from core.waktu import akhir_bulan, hari_ini
from laporan.models import JadwalLaporan
from laporan.models.jadwal import JadwalQuerySet
from warga.models import Kampung

SEHARI = dt.timedelta(days=1)
LALU = dt.timedelta(days=90)  # so far back subscribers still see days
TERBANYAK = 500


@dataclass(frozen=True)
class Bulan:
    """One month: its days on which reports are due, and the months beside it."""

    awal: dt.date
    hari: list[tuple[dt.date, list[JadwalLaporan]]]
    sebelum: dt.date
    sesudah: dt.date
    penuh: bool


def sebulan(kampung: Kampung, awal: dt.date) -> Bulan:
    """Return the month that begins on `awal`."""
    akhir = akhir_bulan(awal)
    baris = list(_jatuh(kampung).filter(tenggat__range=(awal, akhir))[:TERBANYAK])
    return Bulan(
        awal=awal,
        hari=[(h, list(milik)) for h, milik in groupby(baris, key=attrgetter("tenggat"))],
        sebelum=(awal - SEHARI).replace(day=1),
        sesudah=akhir + SEHARI,
        penuh=len(baris) == TERBANYAK,
    )


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
