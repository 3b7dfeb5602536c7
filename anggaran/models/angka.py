"""Money that arrived, programs from outside, and help for families: numbers, never names."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from anggaran.laku import LAKU_ANGKA
from anggaran.models.anggaran import TAHAP_TERBANYAK, TAHUN_AKHIR, TAHUN_AWAL
from core.formulir.fields import (
    BarisField,
    BilanganField,
    KunciSekaliField,
    RupiahField,
    salah_satu,
)
from core.laku import Laku
from core.waktu import sekarang
from proyek.enums import SumberDana
from warga.models import Kampung, Pengguna


class AngkaQuerySet(models.QuerySet["AngkaKampung"]):
    """Reads of numbers."""

    def berlaku(self) -> Self:
        return self.filter(dicabut_pada__isnull=True)


class AngkaKampung(models.Model):
    """A number of one kampung and year that is typed, corrected, and taken back in the open."""

    jenis_jejak: ClassVar[str]
    laku: ClassVar[Mapping[str, Laku]] = LAKU_ANGKA

    kampung = models.ForeignKey(
        Kampung, verbose_name="kampung", on_delete=models.PROTECT, related_name="+"
    )
    tahun = models.PositiveSmallIntegerField(
        "tahun anggaran",
        validators=[MinValueValidator(TAHUN_AWAL), MaxValueValidator(TAHUN_AKHIR)],
    )
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dicabut_pada = models.DateTimeField("dicabut", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = AngkaQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)


class Penyaluran(AngkaKampung):
    """Money that came into the Rekening Kas Kampung: one source, one stage. No transfer arrives per
    project."""

    jenis_jejak: ClassVar[str] = "penyaluran"

    sumber = models.CharField("sumber dana", max_length=10, choices=SumberDana)
    tahap = models.PositiveSmallIntegerField(
        "tahap penyaluran",
        validators=[MinValueValidator(1), MaxValueValidator(TAHAP_TERBANYAK)],
    )
    tanggal = models.DateField("tanggal masuk ke Rekening Kas Kampung")
    jumlah = RupiahField("jumlah")

    class Meta(AngkaKampung.Meta):
        abstract = False
        verbose_name = "penyaluran"
        verbose_name_plural = "penyaluran"
        ordering: ClassVar = ["tanggal", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kampung", "tahun", "sumber", "tahap"],
                condition=Q(dicabut_pada__isnull=True),
                name="penyaluran_unik",
                violation_error_message="Penyaluran tahap ini dari sumber itu sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gte=1, tahap__gte=1, tahap__lte=TAHAP_TERBANYAK),
                name="penyaluran_wajar",
                violation_error_message="Tulis jumlah yang lebih besar dari nol, dan tahap 1 "
                "sampai 12.",
            ),
            salah_satu("penyaluran_sumber_dikenal", "sumber", SumberDana, "Pilih sumber dananya."),
        ]

    def __str__(self) -> str:
        return f"{self.get_sumber_display()} tahap {self.tahap}"


class ProgramMasuk(AngkaKampung):
    """A program of another office that works in a kampung, beside the kampung's own budget.

    `jumlah` and `penerima` stay empty while nobody knows them.
    """

    jenis_jejak: ClassVar[str] = "program_masuk"

    nama = BarisField("nama program", max_length=160)
    pemilik = BarisField("instansi pemilik program", max_length=160)
    jumlah = RupiahField("jumlah uang", null=True, blank=True)
    penerima = BilanganField("banyaknya penerima", null=True, blank=True)

    class Meta(AngkaKampung.Meta):
        abstract = False
        verbose_name = "program masuk kampung"
        verbose_name_plural = "program masuk kampung"
        ordering: ClassVar = ["-tahun", "nama", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kampung", "tahun", "nama", "pemilik"],
                condition=Q(dicabut_pada__isnull=True),
                name="program_masuk_unik",
                violation_error_message="Program ini sudah tercatat untuk tahun itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"


class BantuanKeluarga(AngkaKampung):
    """Help for families out of bidang 5, as numbers: how many, how much a month, how many months.

    Who receives it stands in no table of the portal.
    """

    jenis_jejak: ClassVar[str] = "bantuan_keluarga"

    nama = BarisField("nama bantuan", max_length=120)
    keluarga = BilanganField("banyaknya keluarga penerima (KPM)", null=True, blank=True)
    per_bulan = RupiahField("rupiah per keluarga per bulan", null=True, blank=True)
    bulan = models.PositiveSmallIntegerField(
        "banyaknya bulan",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )

    class Meta(AngkaKampung.Meta):
        abstract = False
        verbose_name = "bantuan untuk keluarga"
        verbose_name_plural = "bantuan untuk keluarga"
        ordering: ClassVar = ["-tahun", "nama", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kampung", "tahun", "nama"],
                condition=Q(dicabut_pada__isnull=True),
                name="bantuan_keluarga_unik",
                violation_error_message="Bantuan ini sudah tercatat untuk tahun itu.",
            ),
            models.CheckConstraint(
                condition=Q(bulan__isnull=True) | Q(bulan__gte=1, bulan__lte=12),
                name="bantuan_keluarga_bulan_wajar",
                violation_error_message="Banyaknya bulan 1 sampai 12.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"

    @property
    def jumlah(self) -> int | None:
        """Return the rupiah of the whole year; None while a part of it is unknown."""
        if self.keluarga is None or self.per_bulan is None or self.bulan is None:
            return None
        return self.keluarga * self.per_bulan * self.bulan
