"""KemajuanButir: how far an item of the work is, as a report tells it."""

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal

from django.db import models
from django.db.models import Q

from core.formulir.fields import PersenField
from laporan.models.isi import IsiQuerySet
from laporan.models.laporan import LaporanKemajuan
from proyek.models import ButirPekerjaan


class KemajuanButir(models.Model):
    """Cumulative percent of one item, with the weight that it had when the report was written. A
    report tells of all items or of none (`laporan.services.butir`)."""

    laporan = models.ForeignKey(
        LaporanKemajuan, on_delete=models.CASCADE, related_name="kemajuan_butir"
    )
    butir = models.ForeignKey(ButirPekerjaan, on_delete=models.PROTECT, related_name="kemajuan")
    bobot = PersenField("bobot (%)")
    persen = PersenField("selesai (%)")

    objects = IsiQuerySet.as_manager()

    class Meta:
        verbose_name = "kemajuan butir"
        verbose_name_plural = "kemajuan butir"
        ordering = ["laporan", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["laporan", "butir"], name="kemajuan_satu_per_butir"),
            models.CheckConstraint(
                condition=Q(persen__gte=0, persen__lte=100), name="kemajuan_persen_wajar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.butir}: {self.persen}"


def persen_menurut_butir(butir: Iterable[KemajuanButir]) -> Decimal:
    """Return the percent of the whole work, 0 to 100: the sum of weight × percent, rounded down to
    two decimals, so that 100 means that every item is done."""
    jumlah = sum((satu.bobot * satu.persen for satu in butir), Decimal(0)) / 100
    return jumlah.quantize(Decimal("0.01"), ROUND_DOWN)
