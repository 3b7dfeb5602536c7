"""The voices of residents on a plan: support of rows, and the kiriman about a plan or a row."""

from typing import Any, ClassVar

from django.db import models

from aspirasi.models import Aspirasi
from core.waktu import sekarang
from rencana.models.baris import BarisRencana
from rencana.models.rencana import Rencana
from warga.models import Pengguna


class DukunganBaris(models.Model):
    """A person with an account wants this row, once."""

    baris = models.ForeignKey(BarisRencana, on_delete=models.CASCADE, related_name="dukungan")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="dukungan_baris")
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "dukungan baris"
        verbose_name_plural = "dukungan baris"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["baris", "pengguna"], name="dukungan_baris_sekali")
        ]

    def __str__(self) -> str:
        return f"Dukungan baris {self.baris_id}"


class TautanRencana(models.Model):
    """A kiriman is about a plan, or about one row of it. Its sender said so by a link of the
    page."""

    aspirasi = models.OneToOneField(
        Aspirasi, on_delete=models.PROTECT, related_name="tautan_rencana"
    )
    rencana = models.ForeignKey(Rencana, on_delete=models.PROTECT, related_name="tautan")
    baris = models.ForeignKey(
        BarisRencana, on_delete=models.SET_NULL, null=True, related_name="tautan"
    )
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "tautan rencana"
        verbose_name_plural = "tautan rencana"
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Tautan rencana {self.pk}"

    @property
    def bicara(self) -> Any:
        """Return the closed talk over it; None where there is none."""
        return getattr(self, "pembicaraan", None)
