"""Counts of workers and the weather in the span of a report."""

from typing import Any

from django.db import models

from core.formulir.fields import BilanganField
from laporan.enums import Cuaca

TENAGA = ("pekerja_l", "pekerja_p", "hok_l", "hok_p", "keluarga_miskin")


class TenagaKerja(models.Model):
    """Abstract columns of a report; None and "" where the office did not say.

    HOK (hari orang kerja) are days of eight hours, counted over all workers of the span.
    `keluarga_miskin` counts poor families from which somebody worked. Counts alone, no names.
    """

    pekerja_l = BilanganField("pekerja laki-laki", null=True, blank=True)
    pekerja_p = BilanganField("pekerja perempuan", null=True, blank=True)
    hok_l = BilanganField("HOK laki-laki", null=True, blank=True)
    hok_p = BilanganField("HOK perempuan", null=True, blank=True)
    keluarga_miskin = BilanganField("keluarga miskin yang ikut bekerja", null=True, blank=True)
    cuaca = models.CharField("cuaca", max_length=12, choices=Cuaca, blank=True, default="")

    class Meta:
        abstract = True

    @property
    def kata_tenaga(self) -> list[tuple[str, int]]:
        """Return (what was counted, number) of the counts that were given."""
        semua: Any = ((self._meta.get_field(nama), getattr(self, nama)) for nama in TENAGA)
        return [(str(bidang.verbose_name), nilai) for bidang, nilai in semua if nilai is not None]
