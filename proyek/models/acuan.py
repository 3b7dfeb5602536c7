"""The codes of the village budget under which a project is filed; editable reference rows."""

import re
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import models
from django.db.models import Case, Exists, F, Q, When

from core.cari.kolom import KONFIGURASI, vektor
from core.cari.tanya import bagian
from core.formulir.fields import BarisField
from proyek.enums import HalLingkungan

KODE = re.compile(r"[1-9](\.[0-9]*)*")
KODE_KABUPATEN = re.compile(r"[1-9]\.[0-9]+\.9[0-9]")


class Bidang(models.Model):
    """Field of the village budget (Permendagri 20/2018); editable reference row."""

    kode = BarisField("kode", max_length=2, unique=True)
    nama = BarisField("nama", max_length=80)

    class Meta:
        verbose_name = "bidang"
        verbose_name_plural = "bidang"
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class SubBidang(models.Model):
    """Sub-field of the village budget; editable reference row."""

    bidang = models.ForeignKey(Bidang, on_delete=models.PROTECT, related_name="sub_bidang")
    kode = BarisField("kode", max_length=5, unique=True)
    nama = BarisField("nama", max_length=120)

    class Meta:
        verbose_name = "sub-bidang"
        verbose_name_plural = "sub-bidang"
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class KegiatanQuerySet(models.QuerySet["Kegiatan"]):
    """Reads of kegiatan."""

    def cari(self, kata: str) -> Self:
        """Return those that match, best first, in one query: by code ("2.3"), by all words, or by
        any word where none has them all. Nothing for text without a word."""
        if KODE.fullmatch(kata.strip()):
            return self.filter(kode__startswith=kata.strip()).order_by("kode")
        if not (kata_kata := bagian(kata)):
            return self.none()
        semua, salah_satu = (_tanya(kata_kata, tanda) for tanda in ("&", "|"))
        tiada = ~Exists(type(self)(self.model).filter(vektor_pilih=semua))
        cocok = self.filter(Q(vektor_pilih=semua) | Q(tiada, vektor_pilih=salah_satu))
        nilai = SearchRank(F("vektor_pilih"), salah_satu)
        # Somebody who types the thing alone ("jalan") mostly means to build or mend it.
        rawat = Case(When(nama__istartswith="perawatan", vektor_pilih=semua, then=1), default=0)
        bernama = SearchRank(F("vektor_pilih"), salah_satu, weights=[0, 0, 0, 1.0])
        hasil = cocok.annotate(nilai=nilai, rawat=rawat, bernama=bernama)
        # Names that tell it equally well stand by their codes, whatever else is said of them.
        urut = Case(When(bernama__gt=0.1, then=0.0), default=F("nilai"))
        return hasil.order_by("rawat", "-bernama", urut.desc(), "kode")


def _tanya(kata: list[str], tanda: str) -> SearchQuery:
    bahasa = f" {tanda} ".join(kata)
    return SearchQuery(bahasa, config=KONFIGURASI, search_type="raw")


class Kegiatan(models.Model):
    """Kind of activity in the village budget (Permendagri 20/2018).

    `nama` is said as people say it, `nama_resmi` as the annex of the regulation does. `kata_lain`
    are the words by which people look for it. The kabupaten adds codes of its own, 90 to 99: they
    count as unproven until `dasar` names the paper that says so.
    """

    sub_bidang = models.ForeignKey(
        SubBidang, on_delete=models.PROTECT, related_name="kegiatan", verbose_name="sub-bidang"
    )
    kode = BarisField("kode", max_length=8, unique=True, help_text="Contoh: 2.3.90.")
    nama = BarisField("nama", max_length=120, help_text="Seperti warga menyebutnya.")
    nama_resmi = BarisField("nama resmi", max_length=300, blank=True)
    kata_lain = BarisField(
        "kata lain",
        max_length=300,
        blank=True,
        help_text="Kata yang dipakai orang untuk mencarinya, dipisah koma. Contoh: lampu jalan, "
        "PJU.",
    )
    dasar = BarisField(
        "dasar kode tambahan",
        max_length=200,
        blank=True,
        help_text="Untuk kode 90 sampai 99: peraturan atau surat kabupaten yang memuatnya. Selama "
        "kosong, kode itu ditandai belum dipastikan.",
    )
    hal_lingkungan = models.CharField(
        "tampil di halaman Lingkungan", max_length=10, choices=HalLingkungan, blank=True
    )
    # For the people who choose one. A project is not found by it: these words are not on its page.
    vektor_pilih = vektor(("nama", "A"), ("kata_lain", "B"), ("kode", "C"), ("nama_resmi", "D"))
    vektor = vektor(("nama", "C"), ("kode", "D"))

    objects = KegiatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["kode"]
        indexes = [
            GinIndex(fields=["vektor"], name="kegiatan_vektor"),
            GinIndex(fields=["vektor_pilih"], name="kegiatan_vektor_pilih"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    @property
    def kode_kabupaten(self) -> bool:
        """Return whether the kabupaten gave the code: 90 to 99 (Permendagri 20/2018)."""
        return KODE_KABUPATEN.fullmatch(self.kode) is not None

    @property
    def belum_dipastikan(self) -> bool:
        """Return whether it is a code of the kabupaten that no paper proves yet."""
        return self.kode_kabupaten and not self.dasar


class TujuanDesa(models.Model):
    """A goal of the SDGs Desa (Permendesa 21/2020); editable reference row. One that is not
    `berlaku` is offered no more: a kecamatan without a coast has no use for the sea."""

    nomor = models.PositiveSmallIntegerField("nomor", unique=True)
    nama = BarisField("nama", max_length=120)
    berlaku = models.BooleanField("ditawarkan", default=True)
    hal_lingkungan = models.CharField(
        "tampil di halaman Lingkungan", max_length=10, choices=HalLingkungan, blank=True
    )

    class Meta:
        verbose_name = "tujuan SDGs Desa"
        verbose_name_plural = "tujuan SDGs Desa"
        ordering = ["nomor"]

    def __str__(self) -> str:
        return f"{self.nomor}. {self.nama}"
