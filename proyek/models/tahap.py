"""The moves of a project from stage to stage, for the rules that ask about the last one."""

from typing import ClassVar, Self

from django.db import models

from core.waktu import sekarang
from proyek.enums import Tahap


class PindahTahapQuerySet(models.QuerySet["PindahTahap"]):
    """Reads of moves."""

    def berlaku(self) -> Self:
        """Return the moves that stand: nobody took them back."""
        return self.filter(ditarik_pada__isnull=True)


class PindahTahap(models.Model):
    """One move of a project. It is only ever added to; taking it back sets `ditarik_pada`, once.

    `dari` is "" where the stage before is not known. `mulai_dulu` and `selesai_dulu` are the real
    dates before the move. `kecamatan` says which office set it: the kecamatan, or the kampung; None
    where that is not known. The words about it, and about its taking back, stand in the trail.
    """

    proyek = models.ForeignKey(
        "proyek.Proyek", on_delete=models.PROTECT, related_name="pindah_tahap"
    )
    dari = models.CharField("dari", max_length=24, choices=Tahap, blank=True, editable=False)
    ke = models.CharField("ke", max_length=24, choices=Tahap, editable=False)
    tanggal = models.DateField("tanggal kejadian", null=True, editable=False)
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    kecamatan = models.BooleanField("dicatat kecamatan", null=True, editable=False)
    keputusan = models.ForeignKey(
        "proyek.Keputusan", on_delete=models.PROTECT, null=True, related_name="pindah_tahap"
    )
    mulai_dulu = models.DateField("mulai sebelumnya", null=True, editable=False)
    selesai_dulu = models.DateField("selesai sebelumnya", null=True, editable=False)
    ditarik_pada = models.DateTimeField("dibatalkan", null=True, editable=False)

    objects = PindahTahapQuerySet.as_manager()

    class Meta:
        verbose_name = "perpindahan tahap"
        verbose_name_plural = "perpindahan tahap"
        ordering: ClassVar = ["proyek", "pk"]

    def __str__(self) -> str:
        return f"{self.proyek_id}: {self.dari} → {self.ke}"
