"""Changes of a month's figures after its end, so that a sheet that was signed before is not silent
about them. All of it is public: reports that came out, were corrected, or were taken back."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest

from core.berkas.lembar import kode_periksa
from core.models import Penarikan
from core.waktu import akhir_bulan, hari_ini
from laporan.bacaan.bulan import Baris, Jumlah, berakhir
from laporan.models import LaporanKemajuan
from proyek.enums import Pos
from proyek.models import Gerak
from warga.models import Kampung

TERBANYAK = 20
SEKALIGUS = dt.timedelta(minutes=1)  # rows of the ledger so near belong to the publishing itself


@dataclass(frozen=True)
class Ubahan:
    """One report that changed the figures: what came of it, and when."""

    laporan: LaporanKemajuan
    kata: str
    saat: dt.datetime


def ubahan_bulan(awal: dt.date, kampung: Kampung | None) -> list[Ubahan]:
    """Return what changed the figures after the end of the month, newest first: TERBANYAK, and one
    more where there are more. One query, and none before the month has ended."""
    akhir = akhir_bulan(awal)
    if akhir >= hari_ini():
        return []
    semua: Any = _bertanggal(_milik(awal, kampung)).select_related("proyek__kampung")
    baris = semua.filter(terakhir__date__gt=akhir).order_by("-terakhir", "-pk")
    return [Ubahan(satu, _kata(satu), satu.terakhir) for satu in baris[: TERBANYAK + 1]]


def _milik(awal: dt.date, kampung: Kampung | None) -> QuerySet[LaporanKemajuan]:
    terbit = LaporanKemajuan.objects.terbit().filter(berakhir(awal), proyek__dicabut_pada=None)
    milik = Q(proyek__kampung=kampung) if kampung else Q(proyek__kampung__contoh=False)
    hasil: QuerySet[LaporanKemajuan] = terbit.filter(milik)
    return hasil


def _bertanggal(terbit: QuerySet[LaporanKemajuan]) -> QuerySet[Any]:
    """Annotate when each was taken back, when its money moved last, and the later of all."""
    tabel = LaporanKemajuan._meta.db_table
    tarikan = Penarikan.objects.filter(tabel=tabel, baris=OuterRef("pk"), utuh=True)
    gerak = Gerak.objects.filter(pos=Pos.DIBELANJAKAN, laporan_nomor=OuterRef("nomor")).order_by()
    uang = gerak.values("laporan_nomor").annotate(n=Max("dicatat")).values("n")
    saat = {
        "ditarik": Subquery(tarikan.values("jejak__waktu")[:1]),
        "uang": Subquery(uang),
    }
    return terbit.annotate(**saat).annotate(
        terakhir=Greatest("diterbitkan_pada", "ditarik", "uang")
    )


def _kata(laporan: Any) -> str:
    if laporan.ditarik:
        return "ditarik"
    if laporan.uang and laporan.uang > laporan.diterbitkan_pada + SEKALIGUS:
        return "uangnya berubah"
    return "terbit sebagai perbaikan" if laporan.revisi > 1 else "terbit"


def kode_bulan(awal: dt.date, baris: Iterable[Baris], jumlah: Jumlah) -> str:
    """Return the check code of the figures of a month. Lateness is none: it grows by itself."""
    isi = [
        (b.proyek.nomor, b.waktu, b.sebelum, b.sesudah, b.dibelanjakan, b.seluruhnya, b.kendala)
        for b in baris
    ]
    return kode_periksa((awal, isi, jumlah))
