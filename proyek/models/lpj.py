"""The yearly account of a kampung (LPJ): once it is set, the money of that year is closed."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.formulir.fields import BarisField, KunciSekaliField
from core.laku import Laku
from core.models import Berkas
from core.tenggat.hari_kerja import tanggal_wib
from core.waktu import hari_ini, sekarang
from proyek.laku import LAKU_LPJ
from proyek.models.dokumen import DokumenQuerySet
from warga.models import Kampung, Pengguna

HARI_KOREKSI = 14


class Lpj(models.Model):
    """The LPJ of one kampung and budget year (Permendagri 20/2018, laporan pertanggungjawaban).

    `dicabut_pada` is set when it was entered by mistake: it closes nothing any more.
    """

    jenis_jejak: ClassVar[str] = "lpj"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_LPJ

    kampung = models.ForeignKey(Kampung, on_delete=models.PROTECT, related_name="lpj")
    tahun = models.PositiveSmallIntegerField("tahun anggaran")
    nomor = BarisField("nomor surat", max_length=80)
    tanggal = models.DateField("tanggal surat")
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    dicabut_pada = models.DateTimeField("dicabut", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "LPJ"
        verbose_name_plural = "LPJ"
        ordering = ["-tahun", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kampung", "tahun"],
                condition=Q(dicabut_pada__isnull=True),
                name="lpj_kampung_tahun_unik",
                violation_error_message="LPJ tahun ini sudah ditetapkan.",
            )
        ]

    def __str__(self) -> str:
        return f"LPJ tahun {self.tahun} Kampung {self.kampung}"

    def get_absolute_url(self) -> str:
        return reverse("proyek:lpj_satu", args=[self.pk])

    @property
    def kunci_jejak(self) -> str:
        return f"{self.kampung.slug}-{self.tahun}-{self.dicatat:%Y%m%d%H%M%S}"


class KoreksiLpj(models.Model):
    """A paper that opens a closed year for corrections, for `HARI_KOREKSI` days."""

    lpj = models.ForeignKey(Lpj, on_delete=models.PROTECT, related_name="koreksi")
    nomor = BarisField("nomor surat", max_length=80)
    tanggal = models.DateField("tanggal surat")
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "koreksi setelah LPJ"
        verbose_name_plural = "koreksi setelah LPJ"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.lpj}: {self.nomor}"

    @property
    def sampai(self) -> dt.date:
        """Return the last day on which it lets money be corrected (WIB)."""
        return tanggal_wib(self.dicatat) + dt.timedelta(days=HARI_KOREKSI)

    @property
    def terbuka(self) -> bool:
        return hari_ini() <= self.sampai


class PindaianLpjQuerySet(DokumenQuerySet):
    """Reads of the scans of an LPJ."""

    kampung: ClassVar[str] = "lpj__kampung"


class PindaianLpj(models.Model):
    """One scan of the paper of an LPJ, or of one that corrects it (`koreksi`). One that was taken
    back keeps its place, with the reason of its trail."""

    lpj = models.ForeignKey(Lpj, on_delete=models.PROTECT, related_name="pindaian")
    koreksi = models.ForeignKey(
        KoreksiLpj,
        verbose_name="surat koreksi",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pindaian",
    )
    berkas = models.OneToOneField(Berkas, on_delete=models.PROTECT, related_name="pindaian_lpj")
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    diunggah = models.DateTimeField("diunggah", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = PindaianLpjQuerySet.as_manager()

    class Meta:
        verbose_name = "pindaian LPJ"
        verbose_name_plural = "pindaian LPJ"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Pindaian {self.koreksi or self.lpj}"
