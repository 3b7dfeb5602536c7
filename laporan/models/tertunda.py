"""Photos of a draft that the portal has not looked at yet."""

from django.db import models

import core.models
from core.formulir.fields import BarisField
from core.models.foto import FotoTertundaQuerySet
from laporan.enums import TahapFoto
from laporan.models.laporan import LaporanKemajuan


class FotoTertunda(core.models.FotoTertunda):
    """A photo of a draft that still waits for its verdict, or whose refusal has to be read."""

    laporan = models.ForeignKey(
        LaporanKemajuan, on_delete=models.PROTECT, related_name="foto_tertunda"
    )
    tahap = models.PositiveSmallIntegerField("tahap", choices=TahapFoto, default=TahapFoto.TENGAH)
    keterangan = BarisField("keterangan", max_length=200, blank=True)

    objects = FotoTertundaQuerySet.as_manager()

    class Meta(core.models.FotoTertunda.Meta):
        verbose_name = "foto tertunda"
        verbose_name_plural = "foto tertunda"
