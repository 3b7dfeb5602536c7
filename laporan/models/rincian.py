"""RincianBelanja: what the money of a report was spent on, where the report tells."""

from django.db import models
from django.db.models import Q

from core.formulir.fields import RupiahField
from laporan.models.isi import IsiQuerySet
from laporan.models.laporan import LaporanKemajuan
from proyek.enums import JenisBelanja


class RincianQuerySet(IsiQuerySet):
    """Reads of spending lines."""

    def milik(self, laporan: LaporanKemajuan) -> dict[str, int]:
        """Return rupiah by kind of a saved report; of an unsaved correction, those that it
        corrects."""
        return dict(self.semula(laporan).values_list("jenis", "rupiah"))


class RincianBelanja(models.Model):
    """Rupiah spent on one kind of thing, over all sources. The lines of a report never sum to more
    than it spent (`laporan.services.tulis.simpan_draf`); they may sum to less."""

    laporan = models.ForeignKey(
        LaporanKemajuan, on_delete=models.CASCADE, related_name="rincian_belanja"
    )
    jenis = models.CharField("jenis belanja", max_length=6, choices=JenisBelanja)
    rupiah = RupiahField("rupiah")

    objects = RincianQuerySet.as_manager()

    class Meta:
        verbose_name = "rincian belanja"
        verbose_name_plural = "rincian belanja"
        ordering = ["laporan", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["laporan", "jenis"], name="rincian_satu_per_jenis"),
            models.CheckConstraint(condition=Q(rupiah__gt=0), name="rincian_rupiah_positif"),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.rupiah}"
