"""Things that a BPK Kampung has to look at, and that wait for a fasilitator."""

import datetime as dt
from typing import Any

from django.db.models import DateTimeField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from aspirasi.enums import Jangkauan, Status, Tentang
from aspirasi.models import Aspirasi
from core.waktu import sekarang
from laporan.models import LaporanKemajuan
from meja.models import TerakhirDilihat
from meja.urusan.bentuk import Urusan
from meja.urusan.laporan import belum_ditulis, berjadwal, dikembalikan, draf, tulis
from proyek.models import Keputusan, Proyek
from warga.models import Pengguna
from warga.rules import adalah_bpk, adalah_fasilitator

SEBULAN = dt.timedelta(days=30)  # a first look goes back so far


def sejak_dilihat(oleh: Pengguna) -> Coalesce:
    """Return the moment up to which this person has looked, as an expression."""
    sampai = TerakhirDilihat.objects.filter(pengguna=oleh.pk).values("sampai")
    awal = Value(sekarang() - SEBULAN, DateTimeField())
    return Coalesce(Subquery(sampai[:1]), awal)


def _laporan(oleh: Pengguna) -> QuerySet[Any]:
    semua = LaporanKemajuan.objects.berlaku().filter(proyek__kampung=oleh.kampung_id)
    return semua.filter(diterbitkan_pada__gt=sejak_dilihat(oleh))


def _keputusan(oleh: Pengguna) -> QuerySet[Any]:
    semua = Keputusan.objects.terbit().filter(kampung=oleh.kampung_id)
    return semua.filter(dicatat__gt=sejak_dilihat(oleh)).exclude(dicatat_oleh=oleh.pk)


def _proyek(oleh: Pengguna) -> QuerySet[Any]:
    semua = Proyek.objects.berlaku().filter(kampung=oleh.kampung_id)
    return semua.filter(dibuat__gt=sejak_dilihat(oleh))


def _dilihat(**isi: Any) -> Urusan:
    asal: dict[str, Any] = {"ajakan": "Lihat", "untuk": adalah_bpk, "kunci": "nomor"}
    return Urusan(**(asal | {"terbaru": True, "sekampung": True} | isi))


DILIHAT = (
    _dilihat(
        nama="laporan_baru",
        hal="Laporan baru",
        kata="laporan kemajuan baru untuk dilihat",
        himpunan=_laporan,
        judul="proyek__judul",
        rentang=("periode", "sampai"),
        sejak="diterbitkan_pada",
        alamat=lambda nomor: reverse("laporan:rincian", args=[nomor]),
        daftar="laporan:daftar",
    ),
    _dilihat(
        nama="keputusan_baru",
        hal="Keputusan baru",
        kata="keputusan baru untuk dilihat",
        himpunan=_keputusan,
        judul="judul",
        sejak="dicatat",
        alamat=lambda nomor: reverse("keputusan:rincian", args=[nomor]),
        daftar="keputusan:daftar",
    ),
    _dilihat(
        nama="proyek_baru",
        hal="Proyek baru",
        kata="proyek baru untuk dilihat",
        himpunan=_proyek,
        judul="judul",
        sejak="dibuat",
        alamat=lambda nomor: reverse("proyek:rincian", args=[nomor]),
        daftar="proyek:daftar",
    ),
)


def _draf_sendiri(oleh: Pengguna) -> QuerySet[Any]:
    milik = LaporanKemajuan.objects.pertama().filter(proyek__kampung=oleh.kampung_id)
    return berjadwal(milik.filter(dibuat_oleh=oleh.pk, penyerahan__isnull=True))


def _ditanya(oleh: Pengguna) -> QuerySet[Any]:
    """Return kiriman that this person sent for somebody whom officials ask a question now; none
    that only the kecamatan reads."""
    tertutup = Q(jangkauan=Jangkauan.KECAMATAN) | ~Q(tentang=Tentang.TIDAK)
    dititipkan = Aspirasi.objects.filter(pengirim__lewat=oleh.pk, dihapus_pada__isnull=True)
    return dititipkan.filter(~tertutup, status=Status.PERLU_PERBAIKAN)


FASILITATOR = (
    draf(
        nama="draf_kembali_fasilitator",
        kata="draf laporan dikembalikan kepada Anda dengan catatan",
        ajakan="Perbaiki",
        untuk=adalah_fasilitator,
        himpunan=dikembalikan,
        sejak="penyerahan__dikembalikan_pada",
        daftar="laporan:saya",
    ),
    draf(
        nama="draf_fasilitator",
        kata="draf laporan Anda belum dikirim ke kantor kampung",
        ajakan="Lanjutkan",
        untuk=adalah_fasilitator,
        himpunan=_draf_sendiri,
        daftar="laporan:saya",
    ),
    tulis(
        nama="laporan_fasilitator",
        kata="laporan kemajuan kampung belum ada drafnya",
        ajakan="Tulis draf",
        untuk=adalah_fasilitator,
        himpunan=belum_ditulis,
        daftar="laporan:saya",
    ),
    Urusan(
        nama="titipan_ditanya",
        hal="Orang yang Anda bantu",
        kata="orang yang Anda bantu ditanya petugas",
        ajakan="Bantu menjawab",
        untuk=adalah_fasilitator,
        himpunan=_ditanya,
        judul="judul",
        kunci="acuan",
        tempat="kampung__nama",
        tenggat="tenggat",
        alamat=lambda _: reverse("aspirasi:lacak"),
        daftar="aspirasi:lacak",
    ),
)
