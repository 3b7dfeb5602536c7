"""Reports and money of a kampung that wait for its office."""

import datetime as dt
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    DateField,
    Exists,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.fields import TextField
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from core.tenggat.hari_kerja import libur_sejak
from core.waktu import hari_ini
from laporan.bacaan.evaluasi import menunggu_evaluasi
from laporan.models import BelanjaMenyusul, JadwalLaporan, PenetapanPenerbit
from laporan.models.jeda import jeda_sejak
from meja import minggu
from meja.urusan.bentuk import TENGGAT, Urusan
from proyek.bacaan.fungsi import menunggu_kantor
from proyek.enums import TANPA_KAS, Tahap
from proyek.models import Lpj, Pendanaan, Proyek
from warga.enums import NamaJabatan
from warga.models import Kampung, Pengguna
from warga.rules import adalah_aparat

SEBULAN = dt.timedelta(days=30)
# The days that do not count for a report: days off, and the pauses of its kampung.
LIBUR_LAPORAN = Func(
    libur_sejak(TENGGAT),
    jeda_sejak("proyek__kampung", TENGGAT),
    function="array_cat",
    output_field=ArrayField(DateField()),
)


def alamat_draf(kunci: str) -> str:
    return reverse("laporan:draf", args=[kunci])


def alamat_tulis(kunci: str) -> str:
    """Return the form of these days, from "PRJ-2026-0001 2026-09-01"."""
    nomor, awal = kunci.split(" ")
    return f"{reverse('laporan:tulis', args=[nomor])}?rentang={awal}"


def menunggu_terbit(oleh: Pengguna) -> QuerySet[Any]:
    """Return the drafts that were handed on, for somebody who publishes; none for anybody else."""
    penerbit = PenetapanPenerbit.objects.penerbit(oleh.kampung_id).filter(pk=oleh.pk)
    return berjadwal(minggu.menunggu_terbit(oleh.kampung_id).filter(Exists(penerbit)))


def dikembalikan(oleh: Pengguna) -> QuerySet[Any]:
    """Return the drafts that came back to this person, with the due day of their days."""
    return berjadwal(minggu.dikembalikan(oleh))


def draf_berjalan(oleh: Pengguna) -> QuerySet[Any]:
    """Return the drafts that nobody handed on: their own, and those that are due within a week."""
    lain = Q(penyerahan__isnull=True) | Q(penyerahan__dikembalikan_pada__isnull=False)
    kepadanya = Q(penyerahan__dikembalikan_pada__isnull=False, penyerahan__dikirim_oleh=oleh.pk)
    berjalan = berjadwal(minggu.draf_kampung(oleh.kampung_id)).filter(lain & ~kepadanya)
    dekat = Q(jatuh__lte=hari_ini() + minggu.SEMINGGU)
    return berjalan.filter(Q(dibuat_oleh=oleh.pk) | dekat)


def belum_ditulis(oleh: Pengguna) -> QuerySet[Any]:
    """Return the reports due within a week, or late, of which there is no draft yet."""
    ditunggu: QuerySet[Any] = minggu.milik_kampung(oleh.kampung_id)
    return ditunggu.filter(draf__isnull=True)


def milik_kampung(oleh: Pengguna) -> QuerySet[Proyek]:
    return Proyek.objects.berlaku().filter(kampung=oleh.kampung_id)


def berjadwal(semua: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate `jatuh`, the day by which the days of a draft are awaited; None for others."""
    jadwal = JadwalLaporan.objects.ditunggu().filter(
        proyek=OuterRef("proyek"), awal=OuterRef("periode")
    )
    return semua.annotate(jatuh=Subquery(jadwal.order_by().values("tenggat")[:1]))


def uang_belum_tercatat(oleh: Pengguna) -> QuerySet[Any]:
    """Return the works that began a month ago or more, of whose money from a public till nothing
    was ever recorded: neither drawn nor spent."""
    kas = Pendanaan.objects.filter(proyek=OuterRef("pk")).exclude(sumber__in=TANPA_KAS)
    lama = {"tahap": Tahap.BERJALAN, "mulai_nyata__lte": hari_ini() - SEBULAN}
    kosong = {"jumlah__dicairkan__isnull": True, "jumlah__dibelanjakan__isnull": True}
    kosong["jumlah__isnull"] = False  # each has a row of sums; said, its index finds the few
    return milik_kampung(oleh).filter(Exists(kas), **lama, **kosong)


def lpj_belum(oleh: Pengguna) -> QuerySet[Any]:
    """Return the kampung while no LPJ of its last budget year is recorded, and the portal knows
    money of that year; `sebutan_lpj` names it. Three months are given (Permendagri 20/2018)."""
    lalu = hari_ini().year - 1
    tertutup = Lpj.objects.filter(kampung=OuterRef("pk"), tahun=lalu, dicabut_pada=None)
    uang = Pendanaan.objects.filter(proyek__in=milik_kampung(oleh).values("pk"), tahun=lalu)
    sendiri = Kampung.objects.filter(pk__in=[oleh.kampung_id])
    return sendiri.filter(Exists(uang), ~Exists(tertutup)).annotate(
        sebutan_lpj=Value(f"LPJ tahun anggaran {lalu}"),
        jatuh=Value(dt.date(lalu + 1, 3, 31), DateField()),
    )


def _kaur(oleh: Pengguna) -> Value:
    """Return one for a kaur keuangan, whose the money is first."""
    return Value(int(oleh.memegang(NamaJabatan.KAUR_KEUANGAN)), IntegerField())


def draf(**isi: Any) -> Urusan:
    """Return a kind of drafts of reports."""
    asal: dict[str, Any] = {
        "hal": "Draf laporan",
        "judul": "proyek__judul",
        "rentang": ("periode", "sampai"),
        "tenggat": "jatuh",
        "libur": LIBUR_LAPORAN,
        "alamat": alamat_draf,
        "daftar": "meja:minggu",
    }
    return Urusan(**(asal | isi))


def tulis(**isi: Any) -> Urusan:
    """Return a kind of awaited reports of which there is no draft."""
    nomor_awal = Concat(
        "proyek__nomor", Value(" "), Cast("awal", TextField()), output_field=TextField()
    )
    asal: dict[str, Any] = {
        "hal": "Laporan kemajuan",
        "judul": "proyek__judul",
        "kunci": nomor_awal,
        "rentang": ("awal", "akhir"),
        "tenggat": "tenggat",
        "libur": LIBUR_LAPORAN,
        "alamat": alamat_tulis,
        "daftar": "meja:minggu",
    }
    return Urusan(**(asal | isi))


LAPORAN = (
    draf(
        nama="draf_terbit",
        kata="draf laporan menunggu Anda terbitkan",
        ajakan="Terbitkan",
        untuk=adalah_aparat,
        himpunan=menunggu_terbit,
        sejak="penyerahan__dikirim_pada",
        ekor_daftar="#menunggu",
    ),
    draf(
        nama="draf_kembali",
        kata="draf laporan dikembalikan kepada Anda dengan catatan",
        ajakan="Perbaiki",
        untuk=adalah_aparat,
        himpunan=dikembalikan,
        sejak="penyerahan__dikembalikan_pada",
        ekor_daftar="#kembali",
    ),
    draf(
        nama="draf_lanjut",
        kata="draf laporan belum selesai",
        ajakan="Lanjutkan",
        untuk=adalah_aparat,
        himpunan=draf_berjalan,
    ),
    tulis(
        nama="laporan_tulis",
        kata="laporan kemajuan menunggu ditulis",
        ajakan="Tulis laporan",
        untuk=adalah_aparat,
        himpunan=belum_ditulis,
    ),
    Urusan(
        nama="belanja",
        hal="Belanja yang menyusul",
        kata="laporan menunggu angka belanjanya",
        ajakan="Isi belanja",
        untuk=adalah_aparat,
        himpunan=lambda oleh: BelanjaMenyusul.objects.ditunggu().filter(
            laporan__proyek__kampung=oleh.kampung_id
        ),
        judul="laporan__proyek__judul",
        kunci="laporan__nomor",
        rentang=("laporan__periode", "laporan__sampai"),
        tenggat="tenggat",
        milik=_kaur,
        alamat=lambda nomor: reverse("laporan:belanja", args=[nomor]),
        daftar="meja:belanja",
    ),
    Urusan(
        nama="uang_belum_tercatat",
        hal="Uang proyek",
        kata="proyek berjalan yang uangnya belum pernah dicatat",
        ajakan="Catat pencairan",
        untuk=adalah_aparat,
        himpunan=uang_belum_tercatat,
        judul="judul",
        kunci="nomor",
        sejak="mulai_nyata",
        milik=_kaur,
        alamat=lambda nomor: reverse("proyek:pencairan", args=[nomor]),
        daftar="proyek:daftar",
        ekor_daftar="?tahap=berjalan",
        sekampung=True,
    ),
    Urusan(
        nama="lpj",
        hal="LPJ",
        kata="LPJ tahun lalu belum dicatat",
        ajakan="Catat LPJ",
        untuk=adalah_aparat,
        himpunan=lpj_belum,
        judul="sebutan_lpj",
        tenggat="jatuh",
        alamat=lambda _: reverse("proyek:lpj"),
        daftar="proyek:lpj",
    ),
    Urusan(
        nama="evaluasi",
        hal="Evaluasi",
        kata="proyek selesai belum dievaluasi",
        ajakan="Tulis evaluasi",
        untuk=adalah_aparat,
        himpunan=lambda oleh: menunggu_evaluasi(milik_kampung(oleh)),
        judul="judul",
        kunci="nomor",
        sejak="selesai_nyata",
        alamat=lambda nomor: reverse("laporan:evaluasi", args=[nomor]),
        daftar="meja:evaluasi",
    ),
    Urusan(
        nama="berfungsi",
        hal="Masih berfungsi?",
        kata="pembangunan ditanyakan: masih berfungsi?",
        ajakan="Jawab",
        untuk=adalah_aparat,
        himpunan=lambda oleh: menunggu_kantor(milik_kampung(oleh)),
        judul="judul",
        kunci="nomor",
        alamat=lambda nomor: reverse("proyek:berfungsi", args=[nomor]),
        daftar="meja:berfungsi",
    ),
)
