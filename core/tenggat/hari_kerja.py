"""Working days: Monday to Friday without public holidays and collective leave.

All dates are dates in WIB (`tanggal_wib` turns a moment into one). Each call reads the
table `HariLibur` with one query, so a holiday entered a minute ago counts at once. A list
brings the days off along with its rows instead (`libur_sejak`).
"""

import datetime as dt
from collections.abc import Collection, Iterable
from functools import lru_cache

import holidays
from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import OuterRef
from django.utils import timezone

from core.models import HariLibur
from core.waktu import hari_ini

SABTU = 5
SEHARI = dt.timedelta(days=1)


def tanggal_wib(waktu: dt.datetime) -> dt.date:
    """Return the calendar date in WIB of an aware moment."""
    return timezone.localdate(waktu)


def tambah_hari_kerja(mulai: dt.date, n: int, libur: Collection[dt.date] | None = None) -> dt.date:
    """Return the date `n` working days after `mulai`, which itself is not counted.

    `n` = 0 returns `mulai` unchanged, working day or not. `libur` are the days off from then on, if
    the caller has read them already. Raises ValueError when `n` < 0.
    """
    if n < 0:
        raise ValueError("Banyaknya hari kerja tidak boleh kurang dari nol.")
    libur = libur_antara(mulai, None) if libur is None else libur
    tanggal = mulai
    while n:
        tanggal += SEHARI
        n -= _hari_kerja(tanggal, libur)
    return tanggal


def hitung_hari_kerja(a: dt.date, b: dt.date, libur: Collection[dt.date] | None = None) -> int:
    """Count the working days after `a` up to and including `b`; negative when `b` < `a`.

    It undoes `tambah_hari_kerja`: a deadline of Friday, looked at on Monday, is 1 day late. `libur`
    are the days off between them, if the caller has read them already.
    """
    if b < a:
        return -hitung_hari_kerja(b, a, libur)
    libur = libur_antara(a, b) if libur is None else libur
    return sum(_hari_kerja(a + SEHARI * i, libur) for i in range(1, (b - a).days + 1))


def libur_sejak(kolom: str) -> ArraySubquery:
    """Return an expression for the days off from the date in `kolom` up to today.

    Annotate a list with it, and `hitung_hari_kerja` counts for every row without a query.
    """
    return _libur_antara(kolom, hari_ini())


@lru_cache(maxsize=16)
def _libur_antara(kolom: str, hari: dt.date) -> ArraySubquery:
    sejak = HariLibur.objects.filter(tanggal__gte=OuterRef(kolom), tanggal__lte=hari)
    return ArraySubquery(sejak.filter(berlaku=True).order_by().values("tanggal"))


def muat_libur(tahun: Iterable[int]) -> int:
    """Bring the table up to date for these years and return how many days were added.

    Source: the library `holidays` (SKB 3 Menteri: libur nasional and cuti bersama).
    Days that came from the library follow it, also when a date estimated by the moon
    moves; days entered by staff, and the switch `berlaku`, are never touched.
    """
    tahun = sorted(set(tahun))
    hari = _dari_pustaka(tahun)
    with transaction.atomic():
        lama = HariLibur.objects.filter(dari_pustaka=True, tanggal__year__in=tahun)
        lama.exclude(tanggal__in=[h.tanggal for h in hari]).delete()
        for libur in lama:
            _ikuti(libur, hari)
        sebelum = HariLibur.objects.count()
        HariLibur.objects.bulk_create(hari, ignore_conflicts=True)
        return HariLibur.objects.count() - sebelum


def muat_libur_berjalan() -> None:
    """Load this year and the next one (the periodic job)."""
    tahun = hari_ini().year
    muat_libur([tahun, tahun + 1])


def _ikuti(libur: HariLibur, hari: list[HariLibur]) -> None:
    baru = next(h for h in hari if h.tanggal == libur.tanggal)
    if (libur.nama, libur.jenis) != (baru.nama, baru.jenis):
        libur.nama, libur.jenis = baru.nama, baru.jenis
        libur.save(update_fields=["nama", "jenis"])


def _dari_pustaka(tahun: list[int]) -> list[HariLibur]:
    nasional = holidays.country_holidays("ID", years=tahun, language="id")
    semua = holidays.country_holidays(
        "ID", years=tahun, language="id", categories=("public", "government")
    )
    jenis = HariLibur.Jenis
    return [
        HariLibur(
            tanggal=tanggal,
            nama=nama[:200],
            jenis=jenis.LIBUR if tanggal in nasional else jenis.CUTI_BERSAMA,
            dari_pustaka=True,
        )
        for tanggal, nama in sorted(semua.items())
        if tanggal.year in tahun
    ]


def _hari_kerja(tanggal: dt.date, libur: Collection[dt.date]) -> bool:
    return tanggal.weekday() < SABTU and tanggal not in libur


def libur_antara(awal: dt.date, akhir: dt.date | None) -> frozenset[dt.date]:
    """Return the days off from `awal` up to `akhir`, or all later ones for None.

    One query; the table holds some thirty rows a year.
    """
    if isinstance(awal, dt.datetime) or isinstance(akhir, dt.datetime):
        raise TypeError("Hari kerja dihitung dari tanggal WIB; pakai tanggal_wib(waktu).")
    baris = HariLibur.objects.filter(berlaku=True, tanggal__gte=awal)
    if akhir:
        baris = baris.filter(tanggal__lte=akhir)
    return frozenset(baris.values_list("tanggal", flat=True))
