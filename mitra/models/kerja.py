"""Gotong royong: people and hours."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import JSONObject

from core.formulir.fields import AngkaField, BarisField, BilanganField, KunciSekaliField
from core.laku import Laku
from core.models import Berkas
from core.waktu import sekarang
from mitra.laku import LAKU_KERJA
from proyek.models import Proyek
from warga.models import Kampung, Pengguna

ORANG_TERBANYAK = 5000
JAM_TERBANYAK = 24
_JUMLAH: dict[str, Any] = {
    "kali": models.Count("pk"),
    "jumlah_laki": Sum("laki", default=0),
    "jumlah_perempuan": Sum("perempuan", default=0),
    "jam_orang": Sum(F("jam") * (F("laki") + F("perempuan")), default=Decimal(0)),
}
_ORANG = (MaxValueValidator(ORANG_TERBANYAK, "Paling banyak %(limit_value)s orang."),)
_JAM = (
    MinValueValidator(Decimal("0.5"), "Paling sedikit setengah jam."),
    MaxValueValidator(JAM_TERBANYAK, "Paling banyak %(limit_value)s jam dalam sehari."),
)


class KerjaBaktiQuerySet(models.QuerySet["KerjaBakti"]):
    """Reads of gotong royong."""

    def berlaku(self) -> Self:
        return self.filter(dicabut_pada__isnull=True)

    def ringkas(self, milik: str) -> Any:
        """Return the sums of `jumlah` for one thing as a plain value: `milik` is the column that
        leads to it."""
        semua = self.berlaku().order_by().values(milik).annotate(**_JUMLAH)
        return ArraySubquery(semua.values(isi=JSONObject(**{nama: F(nama) for nama in _JUMLAH})))

    def jumlah(self) -> dict[str, Any]:
        """Return how often, how many people (L/P), and how many hours of one person altogether."""
        return self.berlaku().aggregate(**_JUMLAH)


class KerjaBakti(models.Model):
    """One day of gotong royong, in numbers. No name stands in it. `jam` is how long it lasted."""

    jenis_jejak: ClassVar[str] = "kerja_bakti"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_KERJA

    kampung = models.ForeignKey(
        Kampung, verbose_name="kampung", on_delete=models.PROTECT, related_name="kerja_bakti"
    )
    proyek = models.ForeignKey(
        Proyek,
        verbose_name="untuk proyek",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kerja_bakti",
    )
    tanggal = models.DateField("tanggal")
    laki = BilanganField("laki-laki", validators=_ORANG)
    perempuan = BilanganField("perempuan", validators=_ORANG)
    jam = AngkaField("berapa jam", max_digits=3, decimal_places=1, validators=_JAM)
    uraian = BarisField("yang dikerjakan", max_length=200)
    foto = models.OneToOneField(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="kerja_bakti"
    )
    dicabut_pada = models.DateTimeField("dicabut", null=True, editable=False)
    dicatat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dibuat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = KerjaBaktiQuerySet.as_manager()

    class Meta:
        verbose_name = "gotong royong"
        verbose_name_plural = "gotong royong"
        ordering: ClassVar = ["-tanggal", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["kampung", "-tanggal", "-id"], name="kerja_kampung")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(laki__lte=ORANG_TERBANYAK, perempuan__lte=ORANG_TERBANYAK)
                & (Q(laki__gt=0) | Q(perempuan__gt=0)),
                name="kerja_berorang",
                violation_error_message="Tulis berapa orang yang ikut, laki-laki dan perempuan.",
            ),
            models.CheckConstraint(
                condition=Q(jam__gte=Decimal("0.5"), jam__lte=JAM_TERBANYAK, uraian__regex=r"\S"),
                name="kerja_wajar",
                violation_error_message="Tulis yang dikerjakan, dan berapa jam (0,5 sampai 24).",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)
