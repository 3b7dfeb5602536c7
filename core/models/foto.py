"""Photos that have no verdict yet, or were refused after their page was gone."""

from typing import Any, Self

from django.db import models
from django.utils import timezone

from core.gambar.olah import tidak_tersimpan


class FotoTertundaQuerySet(models.QuerySet[Any]):
    """Reads of photos that have no place yet."""

    def menunggu(self) -> Self:
        """Return photos that are still to be decoded."""
        return self.filter(sebab="")

    def ditolak(self) -> Self:
        """Return refusals that their sender has not put away yet."""
        return self.exclude(sebab="")


class FotoTertunda(models.Model):
    """Abstract base: the row of an app says for which of its things a photo waits.

    `nama` is its file in the folder of `core.berkas.kamar_gelap`; the original lies there with
    everything that its camera wrote into it. So it lies there for seconds only, and goes into no
    backup. A photo that is accepted loses its row. A refused photo keeps it, with the reason
    (`sebab`), until its sender has read it. Times are true ones, for the sweep.
    """

    nama = models.CharField("nama di folder tunggu", max_length=40, unique=True, editable=False)
    sidik = models.CharField("sidik", max_length=64, editable=False)
    urutan = models.PositiveSmallIntegerField("urutan", default=1, editable=False)
    sebanyak = models.PositiveSmallIntegerField("dari sebanyak", default=1, editable=False)
    sebab = models.CharField("sebab ditolak", max_length=400, blank=True, editable=False)
    dibuat = models.DateTimeField("diterima", default=timezone.now, editable=False)

    class Meta:
        abstract = True
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Foto tertunda {self.pk}"

    @property
    def kalimat(self) -> str:
        """Return the sentence about its refusal."""
        return tidak_tersimpan(self.sebab, self.urutan, self.sebanyak)
