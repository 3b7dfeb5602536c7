"""Pauses: working days on which no report of a kampung falls due."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import DateField, F, Func, OuterRef, Q, Value
from django.db.models.functions import JSONObject
from django.urls import reverse

from core.formulir.fields import BarisField
from core.laku import Laku
from core.templatetags.bentuk import rentang_tanggal
from core.waktu import hari_ini, sekarang
from laporan.enums import SebabJeda
from laporan.laku import LAKU_JEDA
from warga.models import Kampung

SEHARI = dt.timedelta(days=1)
PALING_LAMA = 15  # working days; the database counts them, too


class _Hari(Func):
    """The days from one date to another, both included: a row for each."""

    template = "generate_series(%(expressions)s, interval '1 day')::date"
    set_returning = True
    output_field = DateField()


class JedaQuerySet(models.QuerySet["JedaLaporan"]):
    """Reads of pauses."""

    def berdiri(self) -> Self:
        """Return pauses that nobody took back, those that are over among them."""
        return self.filter(dibatalkan_pada__isnull=True)

    def kini(self) -> Self:
        """Return pauses that last today (WIB)."""
        hari = hari_ini()
        return self.berdiri().filter(mulai__lte=hari, akhir__gte=hari)

    def belum_lewat(self) -> Self:
        """Return pauses that last, and those to come, in the order of their days."""
        return self.berdiri().filter(akhir__gte=hari_ini()).order_by("mulai")

    def ringkas(self) -> Any:
        """Return the pauses of today and to come as plain values, for `laporan.bacaan.jeda`."""
        kolom = {nama: F(nama) for nama in ("mulai", "akhir", "sebab", "keterangan")}
        return self.belum_lewat().values(isi=JSONObject(**kolom))

    def hari(self, kampung: int, sejak: dt.date) -> frozenset[dt.date]:
        """Return the days of all pauses of a kampung that were not over before `sejak`."""
        semua = self.berdiri().filter(kampung=kampung, akhir__gte=sejak)
        return frozenset(
            jeda.mulai + SEHARI * urutan
            for jeda in semua.only("mulai", "akhir")
            for urutan in range((jeda.akhir - jeda.mulai).days + 1)
        )


@lru_cache(maxsize=4)
def jeda_sejak(kampung: str, kolom: str) -> ArraySubquery:
    """Return an expression for the days of pauses of the kampung in `kampung` that were not over
    before the date in `kolom`; as `core.tenggat.hari_kerja.libur_sejak`."""
    milik = JedaLaporan.objects.berdiri().filter(
        kampung=OuterRef(kampung), akhir__gte=OuterRef(kolom)
    )
    return ArraySubquery(milik.values(hari=_Hari(F("mulai"), F("akhir"))))


class JedaLaporan(models.Model):
    """A pause from `mulai` to `akhir`, both included. It begins on the day on which it is granted
    at the earliest, so that what was late stays late, and it grows only shorter. The database
    refuses another course, pauses of one kampung that meet, and more than `PALING_LAMA` working
    days.
    """

    jenis_jejak: ClassVar[str] = "jeda"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_JEDA

    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, related_name="jeda_laporan", db_index=False
    )
    mulai = models.DateField("hari pertama")
    akhir = models.DateField("hari terakhir")
    sebab = models.CharField("sebab", max_length=10, choices=SebabJeda)
    keterangan = BarisField("penjelasan untuk warga", max_length=300)
    dibuat = models.DateTimeField("diberikan", default=sekarang, editable=False)
    dibatalkan_pada = models.DateTimeField("dibatalkan", null=True, editable=False)
    # When the aparat were told that it is over.
    dikabari_pada = models.DateTimeField("akhirnya dikabarkan", null=True, editable=False)

    objects = JedaQuerySet.as_manager()

    class Meta:
        verbose_name = "jeda pelaporan"
        verbose_name_plural = "jeda pelaporan"
        ordering: ClassVar = ["-mulai", "-pk"]
        indexes: ClassVar = [models.Index(fields=["kampung", "akhir"], name="jeda_kampung")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(akhir__gte=F("mulai")),
                name="jeda_urut",
                violation_error_message="Hari terakhir tidak boleh sebelum hari pertama.",
            ),
            models.CheckConstraint(
                condition=Q(keterangan__regex=r"\S"),
                name="jeda_berketerangan",
                violation_error_message="Tulis penjelasan untuk warga.",
            ),
            ExclusionConstraint(
                name="jeda_tidak_bertemu",
                # The index of ranges knows no plain equality: the key is a range of one number.
                expressions=[
                    (
                        Func("kampung", "kampung", Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            "mulai",
                            "akhir",
                            RangeBoundary(inclusive_upper=True),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(dibatalkan_pada__isnull=True),
                violation_error_message="Kampung ini sudah mendapat jeda pada hari-hari itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"Jeda Kampung {self.kampung}, {self.kata}"

    def get_absolute_url(self) -> str:
        return reverse("kampung:kalender", args=[self.kampung.slug]) + "#jeda"

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def kata(self) -> str:
        """Return its days in words: "1–14 Desember 2026"."""
        return rentang_tanggal(self.mulai, self.akhir)

    @property
    def berlangsung(self) -> bool:
        """Return whether it lasts today (WIB)."""
        return not self.dibatalkan_pada and self.mulai <= hari_ini() <= self.akhir

    @property
    def dapat_dibatalkan(self) -> bool:
        """Return whether it can be taken back: until its first day is over nothing was spared that
        would be late now."""
        return not self.dibatalkan_pada and self.mulai >= hari_ini()

    @property
    def dapat_dipendekkan(self) -> bool:
        """Return whether days of it are still to come."""
        return not self.dibatalkan_pada and self.akhir > max(hari_ini(), self.mulai)
