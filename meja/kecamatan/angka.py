"""The one reader of the figures: the page, its sheet, the workbook and the nightly rows ask it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet, Sum, Value

from anggaran.enums import JenisAnggaran
from anggaran.models import AnggaranKampung
from aspirasi.models import Aspirasi
from core.waktu import hari_ini
from laporan.bacaan.evaluasi import menunggu_evaluasi
from laporan.models import JadwalLaporan
from meja.models import RingkasanKampung
from proyek.enums import TAHAP_DAPAT_DICAIRKAN, Tahap
from proyek.models import JumlahDana, Lpj, Proyek

SEMINGGU = dt.timedelta(days=7)
Milik = int | None  # the key of a kampung; None for kiriman that name none


@dataclass
class Angka:
    """The figures of one kampung. Money in rupiah, None where it is unknown, which is not zero.
    `lpj` counts the LPJ of last year (0 or 1), `kunci_lpj` is the key of it; `apb` counts the
    published budget of this year."""

    baru: int = 0
    terlambat: int = 0
    belum_dijawab: int = 0
    jatuh_tempo: int = 0
    belum_lapor: int = 0
    dihentikan: int = 0
    belum_dievaluasi: int = 0
    anggaran: int | None = None
    dicairkan: int | None = None
    dibelanjakan: int | None = None
    lpj: int = 0
    kunci_lpj: int | None = None
    apb: int = 0


# The figures that each part of the question fills, in the order of its columns.
KOLOM: dict[str, tuple[str, ...]] = {
    "kiriman": ("baru", "terlambat", "belum_dijawab"),
    "laporan": ("jatuh_tempo", "belum_lapor"),
    "henti": ("dihentikan",),
    "evaluasi": ("belum_dievaluasi",),
    "uang": ("anggaran", "dicairkan", "dibelanjakan"),
    "lpj": ("lpj", "kunci_lpj"),
    "apb": ("apb",),
}


def baca() -> dict[Milik, Angka]:
    """Return the figures of each kampung that has any. One query, with one grouped part for each
    matter, however many kampung there are."""
    bagian = [_sejajar(nama, baris) for nama, baris in _bagian().items()]
    hasil: dict[Milik, Angka] = {}
    for nama, milik, *nilai in bagian[0].union(*bagian[1:], all=True):
        angka = hasil.setdefault(milik, Angka())
        for kolom, satu in zip(KOLOM[nama], nilai, strict=False):
            setattr(angka, kolom, None if satu is None else int(satu))
    return hasil


def jumlahkan(semua: Iterable[Angka]) -> Angka:
    """Return the sums of several kampung. Money is what is known of it, None where nothing is."""
    hasil = Angka()
    for angka in semua:
        for nama in (*RingkasanKampung.ANGKA, "apb"):
            if (nilai := getattr(angka, nama)) is not None:
                setattr(hasil, nama, (getattr(hasil, nama) or 0) + nilai)
    return hasil


def sejak() -> dt.date:
    """Return the first of the seven days that end today."""
    return hari_ini() - SEMINGGU + dt.timedelta(days=1)


def _bagian() -> dict[str, QuerySet[Any, Any]]:
    """Return the parts of the question: rows with `milik` and the columns of `KOLOM`."""
    return {
        "kiriman": Aspirasi.objects.terbit().hitung_per_kampung(sejak()),
        "laporan": JadwalLaporan.objects.hitung_per_kampung(hari_ini() + SEMINGGU),
        "henti": _banyak(dihentikan()),
        "evaluasi": _banyak(belum_dievaluasi()),
        "uang": _uang(),
        "lpj": Lpj.objects.filter(tahun=tahun_lpj(), dicabut_pada__isnull=True)
        .order_by()
        .values(milik=F("kampung"))
        .annotate(banyak=Count("pk"), kunci=Max("pk")),
        "apb": apb().order_by().values(milik=F("kampung")).annotate(banyak=Count("pk")),
    }


def apb() -> QuerySet[AnggaranKampung]:
    """Return the budgets of this year that are published, the newest version of each."""
    berlaku = AnggaranKampung.objects.berlaku()
    return berlaku.filter(tahun=hari_ini().year, jenis=JenisAnggaran.MURNI)


def tahun_lpj() -> int:
    """Return the budget year whose LPJ is awaited by now: the last one."""
    return hari_ini().year - 1


def dihentikan() -> QuerySet[Proyek]:
    """Return the works that stopped for a while."""
    return Proyek.objects.berlaku().filter(tahap=Tahap.DIHENTIKAN_SEMENTARA)


def belum_dievaluasi() -> QuerySet[Proyek]:
    """Return the works that were finished within a year and that nobody has evaluated."""
    return menunggu_evaluasi(Proyek.objects.berlaku())


def _banyak(proyek: QuerySet[Proyek]) -> QuerySet[Any, Any]:
    return proyek.order_by().values(milik=F("kampung")).annotate(banyak=Count("pk"))


def dana() -> QuerySet[JumlahDana]:
    """Return the totals of the sources of this year that are in a budget, of works that stand."""
    return JumlahDana.objects.filter(
        pendanaan__tahun=hari_ini().year,
        pendanaan__proyek__tahap__in=TAHAP_DAPAT_DICAIRKAN,
        pendanaan__proyek__dicabut_pada__isnull=True,
    )


def _uang() -> QuerySet[Any, Any]:
    return (
        dana()
        .order_by()
        .values(milik=F("pendanaan__proyek__kampung"))
        .annotate(
            jumlah=Sum("anggaran"),
            cair=Sum("dicairkan", filter=Q(banyak_dicairkan__gt=0)),
            belanja=Sum("dibelanjakan", filter=Q(banyak_dibelanjakan__gt=0)),
        )
    )


def _sejajar(nama: str, baris: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Return the rows as (name of the part, kampung, three figures), so that they can be joined."""
    kolom = [satu for satu in baris.query.annotation_select if satu != "milik"]
    sisa = {f"kosong_{n}": Value(0) for n in range(len(kolom), 3)}
    return baris.annotate(hal=Value(nama), **sisa).values_list("hal", "milik", *kolom, *sisa)
