"""Masa: the steps of a planning year as data, and the other days of a kampung."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.formulir.fields import BarisField, salah_satu
from core.laku import Laku
from rencana.enums import Boleh, LangkahTahunan
from rencana.laku import LAKU_MASA
from rencana.models.rencana import TAHUN_AKHIR, TAHUN_AWAL
from warga.models import Kampung


class MasaQuerySet(models.QuerySet["Masa"]):
    """Reads of steps."""

    def kecamatan(self, tahun: int) -> Self:
        """Return the steps of a year that hold for every kampung, in the order of their days."""
        return self.filter(tahun=tahun, kampung=None).order_by("buka", "tutup", "pk")

    def untuk(self, kampung: Kampung | None, tahun: int) -> Self:
        """Return the steps of a year, with those of this kampung beside them."""
        return self.filter(Q(kampung=None) | Q(kampung=kampung), tahun=tahun)


class Masa(models.Model):
    """A step of the year `tahun` that is planned for: from `buka` to `tutup`, both included, and
    what it allows. With a kampung it holds there instead of the common one, with a reason."""

    jenis_jejak: ClassVar[str] = "masa"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_MASA

    tahun = models.PositiveSmallIntegerField(
        "tahun rencana",
        validators=[MinValueValidator(TAHUN_AWAL), MaxValueValidator(TAHUN_AKHIR)],
    )
    langkah = models.CharField("langkah", max_length=12, choices=LangkahTahunan)
    kampung = models.ForeignKey(
        Kampung,
        verbose_name="kampung",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="masa",
    )
    buka = models.DateField("mulai")
    tutup = models.DateField("sampai")
    boleh = ArrayField(
        models.CharField(max_length=12, choices=Boleh),
        verbose_name="yang boleh dilakukan",
        default=list,
        blank=True,
    )
    alasan = BarisField("alasan", max_length=300, blank=True)

    objects = MasaQuerySet.as_manager()

    class Meta:
        verbose_name = "langkah tahun perencanaan"
        verbose_name_plural = "langkah tahun perencanaan"
        ordering: ClassVar = ["-tahun", "buka", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["tahun", "langkah", "kampung"],
                name="masa_sekali",
                nulls_distinct=False,
                violation_error_message="Langkah ini untuk tahun itu sudah ada.",
            ),
            salah_satu("masa_langkah_dikenal", "langkah", LangkahTahunan, "Pilih langkahnya."),
            models.CheckConstraint(
                condition=Q(tahun__gte=TAHUN_AWAL, tahun__lte=TAHUN_AKHIR),
                name="masa_tahun_wajar",
                violation_error_message="Tahun rencana tidak wajar.",
            ),
            models.CheckConstraint(
                condition=Q(tutup__gte=F("buka")),
                name="masa_urut",
                violation_error_message="Hari terakhir tidak boleh sebelum hari pertama.",
            ),
            models.CheckConstraint(
                condition=Q(kampung__isnull=True) | Q(alasan__regex=r"\S"),
                name="masa_kampung_beralasan",
                violation_error_message="Tulis alasan hari lain untuk kampung ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_langkah_display()} {self.tahun}"

    def get_absolute_url(self) -> str:
        return reverse("rencana:siklus", args=[self.tahun])

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)
