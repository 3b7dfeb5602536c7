"""Changes of a month's figures after its end, so that a sheet that was signed before is not silent
about them. All of it is public: reports that came out, were corrected, or were taken back."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.utils import timezone

from core.berkas.lembar import kode_periksa
from core.models import Penarikan
from core.waktu import akhir_bulan, hari_ini
from laporan.bacaan.bulan import Baris, Jumlah, berakhir
from laporan.models import LaporanKemajuan
from proyek.enums import Pos
from proyek.models import Gerak
from warga.models import Kampung

TERBANYAK = 20
TERBIT, DITARIK, UANG = "terbit", "ditarik", "dilengkapi belanjanya"
SEKALIGUS = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Ubahan:
    """One report that changed the figures: what came of it, and when."""

    laporan: LaporanKemajuan
    kata: str
    saat: dt.datetime


def ubahan_bulan(awal: dt.date, kampung: Kampung | None) -> list[Ubahan]:
    """Return what changed the figures after the end of the month, newest first: TERBANYAK, and one
    more where there are more. Two queries, and none before the month has ended."""
    akhir = akhir_bulan(awal)
    if akhir >= hari_ini():
        return []
    sejak = timezone.make_aware(dt.datetime.combine(akhir + dt.timedelta(days=1), dt.time.min))
    semua = sorted(_kejadian(_milik(awal, kampung), sejak), key=itemgetter(1), reverse=True)
    semua = semua[: TERBANYAK + 1]
    dikenal = LaporanKemajuan.objects.select_related("proyek__kampung").in_bulk(
        [pk for pk, _, _ in semua]
    )
    return [Ubahan(dikenal[pk], _kata(dikenal[pk], apa), saat) for pk, saat, apa in semua]


def _milik(awal: dt.date, kampung: Kampung | None) -> QuerySet[LaporanKemajuan]:
    terbit = LaporanKemajuan.objects.terbit().filter(berakhir(awal), proyek__dicabut_pada=None)
    milik = Q(proyek__kampung=kampung) if kampung else Q(proyek__kampung__contoh=False)
    hasil: QuerySet[LaporanKemajuan] = terbit.filter(milik)
    return hasil


def _kejadian(milik: QuerySet[Any], sejak: dt.datetime) -> list[tuple[int, dt.datetime, str]]:
    """Return (key, moment, what happened) of the newest reports that came out, that were taken
    back, and whose money followed. Each kind is cut on its own, so only few rows are looked at
    closely. One query."""
    tabel = {"tabel": LaporanKemajuan._meta.db_table, "utuh": True}
    tarikan = Penarikan.objects.filter(**tabel, jejak__waktu__gte=sejak)
    ditarik = milik.filter(pk__in=tarikan.values("baris")).annotate(
        saat=Subquery(tarikan.filter(baris=OuterRef("pk")).values("jejak__waktu")[:1])
    )
    gerak = Gerak.objects.filter(pos=Pos.DIBELANJAKAN, laporan_nomor=OuterRef("nomor")).order_by()
    uang = gerak.values("laporan_nomor").annotate(n=Max("dicatat")).values("n")
    menyusul = milik.filter(belanja_menyusul=True).annotate(saat=Subquery(uang))
    macam = {
        TERBIT: milik.annotate(saat=F("diterbitkan_pada")).filter(saat__gte=sejak),
        DITARIK: ditarik,
        # Rows of the ledger so near belong to the publishing itself.
        UANG: menyusul.filter(saat__gte=sejak, saat__gt=F("diterbitkan_pada") + SEKALIGUS),
    }
    awal, *lain = (
        satu.order_by("-saat").values_list("pk", "saat", Value(apa))[: TERBANYAK + 1]
        for apa, satu in macam.items()
    )
    return list(awal.union(*lain, all=True))


def _kata(laporan: LaporanKemajuan, apa: str) -> str:
    return f"{TERBIT} sebagai perbaikan" if apa == TERBIT and laporan.revisi > 1 else apa


def kode_bulan(awal: dt.date, baris: Iterable[Baris], jumlah: Jumlah) -> str:
    """Return the check code of the figures of a month. Lateness is none: it grows by itself."""
    isi = [
        (b.proyek.nomor, b.waktu, b.sebelum, b.sesudah, b.dibelanjakan, b.seluruhnya, b.kendala)
        for b in baris
    ]
    return kode_periksa((awal, isi, jumlah))
