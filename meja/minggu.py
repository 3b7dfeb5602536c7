"""The week of an office: its reports that are due in seven days, or late.

Kiriman have queues of their own; here they are counted. Kampung stand in the order of their names,
never of their lateness.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from aspirasi.models import Aspirasi
from aspirasi.services.pengabaran import tautan_wa
from core.waktu import hari_ini
from laporan.bacaan.berikutnya import sebutan
from laporan.models import (
    BelanjaMenyusul,
    JadwalLaporan,
    JedaLaporan,
    LaporanKemajuan,
    PenyerahanDraf,
)
from warga.models import Kampung, KantorLayanan, Pengguna
from warga.models.kantor import kantor_kecamatan

SEMINGGU = dt.timedelta(days=7)
SEKILAS, SEKALIGUS, SEBUT, SEKAMPUNG = 5, 100, 5, 10


@dataclass(frozen=True)
class Sekampung:
    """Late reports of one kampung, how many it has, its pause of today (None for none), and the
    address that opens WhatsApp with a reminder ("" while the pause lasts: then nobody is
    reminded)."""

    kampung: Kampung
    baris: list[JadwalLaporan]
    banyak: int
    jeda: JedaLaporan | None
    ingatkan: str


def milik_kampung(kampung: int | None) -> QuerySet[JadwalLaporan]:
    """Return the reports that a kampung can write by now and owes within seven days, the late ones
    first. `draf` is the key of the draft of these days; `dikirim` and `dikembalikan` say when it
    was handed on, and sent back."""
    draf = LaporanKemajuan.objects.draf().filter(
        proyek=OuterRef("proyek"), periode=OuterRef("awal")
    )
    dekat = JadwalLaporan.objects.dimulai().filter(tenggat__lte=hari_ini() + SEMINGGU)
    milik = dekat.filter(proyek__kampung=kampung).select_related("proyek").dengan_libur()
    kolom = {
        "draf": "pk",
        "dikirim": "penyerahan__dikirim_pada",
        "dikembalikan": "penyerahan__dikembalikan_pada",
    }
    isi = {nama: Subquery(draf.values(asal)[:1]) for nama, asal in kolom.items()}
    return milik.annotate(**isi).order_by("tenggat", "awal", "pk")


def draf_kampung(kampung: int | None) -> QuerySet[Any]:
    """Return the drafts of a kampung that nobody published yet, the oldest first."""
    draf = LaporanKemajuan.objects.draf().filter(proyek__kampung=kampung)
    return draf.select_related("proyek", "penyerahan").order_by("periode", "pk")


def menunggu_terbit(kampung: int | None) -> QuerySet[Any]:
    """Return those of the drafts that were handed on and wait to be published."""
    return draf_kampung(kampung).filter(penyerahan__in=PenyerahanDraf.objects.menunggu())


def dikembalikan(oleh: Pengguna) -> QuerySet[Any]:
    """Return the drafts that this person handed on, and that came back with a note."""
    kembali = {"penyerahan__dikembalikan_pada__isnull": False, "penyerahan__dikirim_oleh": oleh}
    return draf_kampung(oleh.kampung_id).filter(**kembali)


def belanja_menyusul(kampung: int | None) -> QuerySet[BelanjaMenyusul]:
    """Return the money that a kampung owes its reports within seven days, the first due first."""
    milik: QuerySet[BelanjaMenyusul] = BelanjaMenyusul.objects.milik_kampung(kampung)
    return milik.filter(tenggat__lte=hari_ini() + SEMINGGU)


def kiriman(oleh: Pengguna) -> QuerySet[Aspirasi]:
    """Return the kiriman that wait for this person and are due within seven days, or late."""
    milik: QuerySet[Aspirasi] = Aspirasi.objects.bagian(oleh)
    return milik.filter(tenggat__lte=hari_ini() + SEMINGGU)


def terlambat(kampung: Kampung | None = None) -> QuerySet[JadwalLaporan]:
    """Return the first late reports of each kampung, SEKAMPUNG of them, in the order of the names;
    of one kampung alone the first SEKALIGUS. `banyak` is how many the kampung has."""
    semua = JadwalLaporan.objects.terlambat()
    ke = Window(RowNumber(), partition_by="proyek__kampung", order_by=("tenggat", "pk"))
    banyak = Window(Count("pk"), partition_by="proyek__kampung")
    bernomor = semua.annotate(ke=ke, banyak=banyak)
    if kampung:
        return _lengkap(bernomor.filter(proyek__kampung=kampung, ke__lte=SEKALIGUS))
    return _lengkap(bernomor.filter(ke__lte=SEKAMPUNG))


def jatuh_tempo(kampung: Kampung) -> QuerySet[JadwalLaporan]:
    """Return the reports of a kampung that fall due in these seven days."""
    dekat = JadwalLaporan.objects.jatuh_tempo(hari_ini() + SEMINGGU)
    milik = dekat.filter(proyek__kampung=kampung).select_related("proyek").dengan_libur()
    return milik.order_by("tenggat", "pk")[:SEKALIGUS]


def _lengkap(semua: Any) -> QuerySet[JadwalLaporan]:
    nomor = Prefetch("proyek__kampung__kantor", KantorLayanan.objects.exclude(whatsapp=""))
    urut = semua.select_related("proyek__kampung").dengan_libur()
    urut = urut.order_by("proyek__kampung__contoh", "proyek__kampung__nama", "tenggat", "pk")
    jeda = Prefetch("proyek__kampung__jeda_laporan", JedaLaporan.objects.kini(), "jeda_kini")
    lengkap: QuerySet[JadwalLaporan] = urut.prefetch_related(nomor, jeda)
    return lengkap


def per_kampung(baris: Iterable[Any]) -> Iterator[Sekampung]:
    """Yield the kampung of rows of `terlambat`."""
    for kampung, milik in groupby(baris, key=lambda b: b.proyek.kampung):
        semua = list(milik)
        banyak, jeda = semua[0].banyak, next(iter(kampung.jeda_kini), None)
        ingatkan = "" if jeda else _ingatkan(kampung, semua, banyak)
        yield Sekampung(kampung, semua, banyak, jeda, ingatkan)


def minta_jeda(kampung: Kampung) -> str:
    """Return the address that opens WhatsApp with a request for a pause, to the office of the
    kecamatan; without its number WhatsApp asks whom to send it to."""
    kantor = kantor_kecamatan()
    teks = (
        f"Kepada Bapak/Ibu Camat. Pemerintah Kampung {kampung.nama} memohon jeda pelaporan, mulai "
        "tanggal … sampai tanggal … (paling lama 15 hari kerja), karena …"
    )
    return tautan_wa(kantor.whatsapp if kantor else "", teks)


def _ingatkan(kampung: Kampung, baris: list[JadwalLaporan], banyak: int) -> str:
    """Return the address of a reminder to the office of a kampung; without a number of its own
    WhatsApp asks whom to send it to."""
    sebut = "\n".join(f"- {sebutan(satu)}" for satu in baris[:SEBUT])
    lagi = f"\n- dan {banyak - SEBUT} lagi" if banyak > SEBUT else ""
    teks = (
        f"Kepada Pemerintah Kampung {kampung.nama}. Laporan kemajuan ini ditunggu warga:\n"
        f"{sebut}{lagi}\n\nTulis di meja kerja: {settings.ALAMAT_PORTAL}{reverse('meja:minggu')}"
    )
    nomor = next((kantor.whatsapp for kantor in kampung.kantor.all()), "")
    return tautan_wa(nomor, teks)
