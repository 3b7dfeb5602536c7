"""Reminders of the office of a kampung, one for each moment."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models

from core.laku import Laku
from core.waktu import sekarang
from laporan.laku import LAKU_PENGINGAT
from warga.models import Kampung


class PengingatLaporan(models.Model):
    """One reminder of all reports of a kampung: before the due day `hari` (`anak` 0), or by the
    rung `anak` of the ladder on the day `hari`. Its words stand in its trail."""

    jenis_jejak: ClassVar[str] = "pengingat"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_PENGINGAT

    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, related_name="+", db_index=False, editable=False
    )
    anak = models.PositiveSmallIntegerField("anak tangga", editable=False)
    hari = models.DateField("hari", editable=False)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "pengingat laporan"
        verbose_name_plural = "pengingat laporan"
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kampung", "hari", "anak"], name="pengingat_laporan_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"Pengingat laporan {self.kampung}, {self.hari}"

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)
