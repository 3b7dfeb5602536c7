"""The reports of one month: a row for each project whose days of report end in it.

Money is that of the ledger. A report tells of the spending of its days, whatever day it came out;
a correction moves the sum of the same month. So the months of a project sum to its spending.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import JSONObject
from django.utils.formats import date_format

from core.samar import samarkan
from core.templatetags.bentuk import rentang_tanggal
from core.waktu import akhir_bulan, hari_ini
from laporan.models import JadwalLaporan, LaporanKemajuan
from proyek.enums import Pos
from proyek.models import Gerak, Proyek
from warga.models import Kampung

POLA = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
TAMPIL, UNDUH = 200, 5000  # rows of the page, and of the workbook


@dataclass(frozen=True)
class Baris:
    """One project in the month. Money in rupiah, None where it is unknown; percents likewise."""

    proyek: Proyek
    waktu: str
    sebelum: Any
    sesudah: Any
    dibelanjakan: int | None
    seluruhnya: int | None
    kendala: str
    keterlambatan: str


@dataclass(frozen=True)
class Jumlah:
    """The sums over all projects of the month, also those that are not shown."""

    banyak: int
    dibelanjakan: int
    seluruhnya: int


def baca_bulan(teks: str) -> dt.date | None:
    """Return the first day of "2026-11"; None for anything else, and for a month to come."""
    if not (cocok := POLA.fullmatch(teks)):
        return None
    awal = dt.date(int(cocok[1]), int(cocok[2]), 1)
    return awal if awal <= hari_ini() else None


def kata_bulan(awal: dt.date) -> str:
    """Return "November 2026"."""
    return date_format(awal, "F Y")


def bulan_di_sekitar(awal: dt.date) -> tuple[str, str]:
    """Return the months before and after as their addresses name them; "" for one to come."""
    lalu, nanti = awal - dt.timedelta(days=1), akhir_bulan(awal) + dt.timedelta(days=1)
    return f"{lalu:%Y-%m}", f"{nanti:%Y-%m}" if nanti <= hari_ini() else ""


def proyek_sebulan(awal: dt.date, kampung: Kampung | None) -> QuerySet[Proyek]:
    """Return the projects with a report, written or awaited, whose days end in the month: of a
    kampung, or of all of the kecamatan without the invented one."""
    milik = Proyek.objects.berlaku()
    milik = milik.filter(kampung=kampung) if kampung else milik.filter(kampung__contoh=False)
    dari = {"proyek": OuterRef("pk")}
    ditunggu = JadwalLaporan.objects.ditunggu().filter(akhir__range=_sebulan(awal), **dari)
    berlaku = LaporanKemajuan.objects.berlaku().filter(_berakhir(awal), **dari)
    return milik.filter(Exists(berlaku) | Exists(ditunggu)).annotate(
        bulan_ini=_belanja(_di_bulan(awal)), seluruhnya=_belanja(_sampai_bulan(awal))
    )


def baris_bulan(semua: QuerySet[Proyek], awal: dt.date, banyak: int) -> list[Baris]:
    """Return the first rows in the order of kampung and name; two queries."""
    isi = semua.select_related("kampung").annotate(
        isi_laporan=_laporan(awal), sebelum=_persen_sebelum(awal)
    )
    proyek = list(isi.order_by("kampung__nama", "judul", "pk")[:banyak])
    lewat: dict[int, list[JadwalLaporan]] = {}
    jadwal = JadwalLaporan.objects.ditunggu().dengan_libur().filter(akhir__range=_sebulan(awal))
    for satu in jadwal.filter(proyek__in=proyek).order_by("akhir"):
        lewat.setdefault(satu.proyek_id, []).append(satu)
    return [_baris(satu, lewat.get(satu.pk, [])) for satu in proyek]


def jumlah_bulan(semua: QuerySet[Proyek]) -> Jumlah:
    """Return the sums of `proyek_sebulan`; one query."""
    isi = semua.aggregate(n=Count("pk"), bulan=Sum("bulan_ini"), semua=Sum("seluruhnya"))
    return Jumlah(isi["n"], isi["bulan"] or 0, isi["semua"] or 0)


def _sebulan(awal: dt.date) -> tuple[dt.date, dt.date]:
    return awal, akhir_bulan(awal)


def _berakhir(awal: dt.date) -> Q:
    """Return the condition that the days of a report end in the month."""
    return Q(sampai__range=_sebulan(awal)) | Q(sampai__isnull=True, periode=awal)


def _milik() -> QuerySet[LaporanKemajuan]:
    """Return the published reports of the project of a row of the ledger."""
    terbit: QuerySet[LaporanKemajuan] = LaporanKemajuan.objects.terbit()
    return terbit.filter(proyek=OuterRef("pendanaan__proyek"), nomor=OuterRef("laporan_nomor"))


def _di_bulan(awal: dt.date) -> Q:
    return Q(Exists(_milik().filter(_berakhir(awal))))


def _sampai_bulan(awal: dt.date) -> Q:
    """Return the condition that a row does not tell of later days; one without a report counts."""
    akhir = akhir_bulan(awal)
    nanti = Q(sampai__gt=akhir) | Q(sampai__isnull=True, periode__gt=akhir)
    return Q(~Exists(_milik().filter(nanti)))


def _belanja(syarat: Q) -> Subquery:
    gerak = Gerak.objects.filter(pendanaan__proyek=OuterRef("pk"), pos=Pos.DIBELANJAKAN)
    baris = gerak.filter(syarat).order_by().values("pendanaan__proyek")
    jumlah = baris.annotate(jumlah=Sum("jumlah")).values("jumlah")
    return Subquery(jumlah, output_field=BigIntegerField())


def _laporan(awal: dt.date) -> ArraySubquery:
    kolom = (
        *("periode", "sampai", "persen", "kendala"),
        *("ada_kendala", "tanpa_kemajuan", "alasan_tanpa_kemajuan"),
    )
    baris = LaporanKemajuan.objects.berlaku().filter(_berakhir(awal), proyek=OuterRef("pk"))
    isi = JSONObject(**{nama: F(nama) for nama in kolom})
    return ArraySubquery(baris.order_by("periode").values(isi=isi))


def _persen_sebelum(awal: dt.date) -> Subquery:
    dulu = Q(sampai__lt=awal) | Q(sampai__isnull=True, periode__lt=awal)
    baris = LaporanKemajuan.objects.berlaku().filter(dulu, proyek=OuterRef("pk"))
    return Subquery(baris.order_by("-periode").values("persen")[:1])


def _baris(proyek: Any, jadwal: Iterable[JadwalLaporan]) -> Baris:
    laporan: list[dict[str, Any]] = proyek.isi_laporan
    return Baris(
        proyek=proyek,
        waktu=_waktu(laporan),
        sebelum=proyek.sebelum,
        sesudah=laporan[-1]["persen"] if laporan else None,
        dibelanjakan=proyek.bulan_ini,
        seluruhnya=proyek.seluruhnya,
        kendala=_kendala(laporan),
        keterlambatan=" ".join(map(_kata_jadwal, jadwal)),
    )


def _waktu(laporan: list[dict[str, Any]]) -> str:
    if not laporan:
        return "belum dilaporkan"
    awal = dt.date.fromisoformat(laporan[0]["periode"])
    akhir = dt.date.fromisoformat(laporan[-1]["sampai"] or laporan[-1]["periode"])
    return rentang_tanggal(awal, akhir if laporan[-1]["sampai"] else akhir_bulan(akhir))


def _kendala(laporan: list[dict[str, Any]]) -> str:
    """Return the obstacles that reports tell, masked as on every page; "tidak ada" for none."""
    if not laporan:
        return ""
    kata = [satu["kendala"] for satu in laporan if satu["ada_kendala"]]
    macet = [satu["alasan_tanpa_kemajuan"] for satu in laporan if satu["tanpa_kemajuan"]]
    semua = [*kata, *(f"Tidak ada kemajuan: {satu}" for satu in macet)]
    return samarkan(" ".join(semua)) or "tidak ada"


def _kata_jadwal(jadwal: JadwalLaporan) -> str:
    """Return how late an awaited report is: the thing is late, never a person."""
    if jadwal.terlambat:
        return f"Laporan {jadwal.kata} {jadwal.kata_terlambat.lower()}."
    return f"Laporan {jadwal.kata} ditunggu."
