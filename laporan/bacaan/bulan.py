"""The reports of one month: a row for each project whose days of report end in it.

Money is that of the ledger. A report tells of the spending of its days, whatever day it came out;
a correction moves the sum of the same month. So the months of a project sum to its spending.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.utils.formats import date_format

from core.samar import samarkan
from core.templatetags.bentuk import rentang_tanggal, tanggal
from core.waktu import akhir_bulan, hari_ini
from laporan.models import JadwalLaporan, LaporanKemajuan
from proyek.enums import Pos
from proyek.models import Gerak, Proyek
from warga.models import Kampung

POLA = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
Uang = tuple[int | None, int | None]  # rupiah of the month, and up to its end
TIADA: Uang = (None, None)
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
    menyusul: str


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
    ditunggu = JadwalLaporan.objects.ditunggu().filter(akhir__range=_sebulan(awal))
    # A revision tells of the days of the one before, so it needs no look at which of them stands.
    utuh = LaporanKemajuan.objects.utuh().filter(berakhir(awal))
    return milik.filter(Q(pk__in=utuh.values("proyek")) | Q(pk__in=ditunggu.values("proyek")))


def baris_bulan(semua: QuerySet[Proyek], awal: dt.date, banyak: int) -> list[Baris]:
    """Return the first rows in the order of kampung and name; four queries."""
    isi = semua.select_related("kampung").annotate(sebelum=_persen_sebelum(awal))
    proyek = list(isi.order_by("kampung__nama", "judul", "pk")[:banyak])
    kunci = [satu.pk for satu in proyek]
    uang, laporan, jadwal = _uang(awal, kunci), _laporan(awal, kunci), _jadwal(awal, kunci)
    return [
        _baris(satu, uang.get(satu.pk, TIADA), laporan.get(satu.pk, []), jadwal.get(satu.pk, []))
        for satu in proyek
    ]


def jumlah_bulan(semua: QuerySet[Proyek], awal: dt.date) -> Jumlah:
    """Return the sums over `proyek_sebulan`; two queries. The whole is what the ledger sums to
    now, without the rows that tell of later days."""
    isi = semua.aggregate(n=Count("pk"), seluruhnya=Sum("jumlah__dibelanjakan"))
    bulan, nanti = (
        _belanja(semua, syarat).order_by().values(ke=Value(ke)).annotate(n=Sum("jumlah"))
        for ke, syarat in enumerate((berakhir(awal), _sesudah(awal)))
    )
    uang = {satu["ke"]: satu["n"] or 0 for satu in bulan.union(nanti, all=True)}
    return Jumlah(isi["n"], uang.get(0, 0), (isi["seluruhnya"] or 0) - uang.get(1, 0))


def _belanja(semua: QuerySet[Proyek], syarat: Q) -> QuerySet[Gerak]:
    """Return the rows of spending of these projects whose reports fulfil the condition."""
    nomor = LaporanKemajuan.objects.terbit().filter(syarat).values("nomor")
    milik = Gerak.objects.filter(pos=Pos.DIBELANJAKAN, laporan_nomor__in=nomor)
    return milik.filter(pendanaan__proyek__in=semua.values("pk"))


def _sebulan(awal: dt.date) -> tuple[dt.date, dt.date]:
    return awal, akhir_bulan(awal)


def berakhir(awal: dt.date) -> Q:
    """Return the condition that the days of a report end in the month."""
    return Q(sampai__range=_sebulan(awal)) | Q(sampai__isnull=True, periode=awal)


def _sesudah(awal: dt.date) -> Q:
    """Return the condition that the days of a report end after the month."""
    akhir = akhir_bulan(awal)
    return Q(sampai__gt=akhir) | Q(sampai__isnull=True, periode__gt=akhir)


def _uang(awal: dt.date, kunci: list[int]) -> dict[int, Uang]:
    """Return what was spent in the month, and up to its end, by project. Rows that name no report
    count in the whole; None where no row stands. One query."""
    terbit = LaporanKemajuan.objects.terbit().filter(proyek__in=kunci)
    bulan, nanti = (terbit.filter(q).values("nomor") for q in (berakhir(awal), _sesudah(awal)))
    gerak = Gerak.objects.filter(pos=Pos.DIBELANJAKAN, pendanaan__proyek__in=kunci).order_by()
    baris = gerak.values_list("pendanaan__proyek").annotate(
        bulan=Sum("jumlah", filter=Q(laporan_nomor__in=bulan)),
        seluruhnya=Sum("jumlah", filter=~Q(laporan_nomor__in=nanti)),
    )
    return {proyek: (di_bulan, seluruhnya) for proyek, di_bulan, seluruhnya in baris}


def _laporan(awal: dt.date, kunci: list[int]) -> dict[int, list[LaporanKemajuan]]:
    """Return the reports that stand and end in the month, by project. One query."""
    berlaku = LaporanKemajuan.objects.berlaku().filter(berakhir(awal), proyek__in=kunci)
    return _kelompok(berlaku.select_related("menyusul").order_by("periode"))


def _jadwal(awal: dt.date, kunci: list[int]) -> dict[int, list[JadwalLaporan]]:
    """Return the awaited reports that end in the month, by project. One query."""
    ditunggu = JadwalLaporan.objects.ditunggu().dengan_libur().filter(akhir__range=_sebulan(awal))
    return _kelompok(ditunggu.filter(proyek__in=kunci).order_by("akhir"))


def _kelompok(baris: Iterable[Any]) -> dict[int, list[Any]]:
    hasil: dict[int, list[Any]] = {}
    for satu in baris:
        hasil.setdefault(satu.proyek_id, []).append(satu)
    return hasil


def _persen_sebelum(awal: dt.date) -> Subquery:
    dulu = Q(sampai__lt=awal) | Q(sampai__isnull=True, periode__lt=awal)
    baris = LaporanKemajuan.objects.berlaku().filter(dulu, proyek=OuterRef("pk"))
    return Subquery(baris.order_by("-periode").values("persen")[:1])


def _baris(
    proyek: Any, uang: Uang, laporan: list[LaporanKemajuan], jadwal: Iterable[JadwalLaporan]
) -> Baris:
    return Baris(
        proyek=proyek,
        waktu=_waktu(laporan),
        sebelum=proyek.sebelum,
        sesudah=laporan[-1].persen if laporan else None,
        dibelanjakan=uang[0],
        seluruhnya=uang[1],
        kendala=_kendala(laporan),
        keterlambatan=" ".join(map(_kata_jadwal, jadwal)),
        menyusul=", ".join(filter(None, map(_menyusul, laporan))),
    )


def _waktu(laporan: list[LaporanKemajuan]) -> str:
    if not laporan:
        return "belum dilaporkan"
    return rentang_tanggal(laporan[0].periode, laporan[-1].akhir)


def _kendala(laporan: list[LaporanKemajuan]) -> str:
    """Return the obstacles that reports tell, masked as on every page; "tidak ada" for none."""
    if not laporan:
        return ""
    kata = [satu.kendala for satu in laporan if satu.ada_kendala]
    macet = [satu.alasan_tanpa_kemajuan for satu in laporan if satu.tanpa_kemajuan]
    semua = [*kata, *(f"Tidak ada kemajuan: {satu}" for satu in macet)]
    return samarkan(" ".join(semua)) or "tidak ada"


def _menyusul(laporan: LaporanKemajuan) -> str:
    """Return by when the money of a report follows, or when it was filled in; "" where it did not
    follow."""
    baris = getattr(laporan, "menyusul", None) if laporan.belanja_menyusul else None
    if baris and baris.diisi_pada:
        return f"diisi {tanggal(baris.diisi_pada)}"
    paling = f", paling lambat {tanggal(baris.tenggat)}" if baris else ""
    return f"belanja menyusul{paling}" if laporan.belanja_menyusul else ""


def _kata_jadwal(jadwal: JadwalLaporan) -> str:
    """Return how late a report is, or that its days have not begun: the thing is late, never a
    person."""
    if jadwal.awal > hari_ini():
        return f"Laporan {jadwal.kata} belum waktunya."
    if jadwal.terlambat:
        return f"Laporan {jadwal.kata} {jadwal.kata_terlambat.lower()}."
    return f"Laporan {jadwal.kata} ditunggu."
