"""RencanaKemajuan: how far the work should be on which day."""

from django.db import models
from django.db.models import Q

from core.formulir.fields import PersenField
from proyek.models.proyek import Proyek


class RencanaKemajuan(models.Model):
    """A point of the planned progress: cumulative percent at the end of a day.

    The points of one project rise from day to day, and the last one is 100.
    `proyek.services.rencana` writes them all at once.
    """

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="rencana_kemajuan")
    tanggal = models.DateField("tanggal")
    persen = PersenField("rencana (%)")

    class Meta:
        verbose_name = "rencana kemajuan"
        verbose_name_plural = "rencana kemajuan"
        ordering = ["proyek", "tanggal"]
        constraints = [
            models.UniqueConstraint(
                fields=["proyek", "tanggal"],
                name="rencana_satu_per_hari",
                violation_error_message="Tanggal ini sudah ada dalam rencana.",
            ),
            models.UniqueConstraint(
                fields=["proyek", "persen"],
                name="rencana_persen_naik",
                violation_error_message="Persen rencana harus naik dari tanggal ke tanggal.",
            ),
            models.CheckConstraint(
                condition=Q(persen__gt=0),
                name="rencana_persen_positif",
                violation_error_message="Persen rencana harus lebih besar dari nol.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tanggal}: {self.persen}"
