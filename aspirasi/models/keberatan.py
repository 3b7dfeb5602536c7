"""The words of a decision on the objections that residents had raised before it."""

from django.db import models

from aspirasi.models.aspirasi import Aspirasi
from core.formulir.fields import TeksField
from core.waktu import sekarang
from proyek.models import Keputusan


class PertimbanganKeberatan(models.Model):
    """How a Keputusan considered the keberatan against its project. Everyone reads it with the
    decision."""

    keputusan = models.ForeignKey(Keputusan, on_delete=models.PROTECT, related_name="pertimbangan")
    # The objections that it speaks of. An objection that came or was opened later waits for the
    # next.
    keberatan = models.ManyToManyField(
        Aspirasi, verbose_name="keberatan", related_name="pertimbangan", blank=True
    )
    isi = TeksField("bagaimana keberatan dipertimbangkan", max_length=3000)
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "pertimbangan keberatan"
        verbose_name_plural = "pertimbangan keberatan"
        constraints = [
            models.UniqueConstraint(
                fields=["keputusan"],
                name="pertimbangan_sekali",
                violation_error_message="Keputusan ini sudah menyebut pertimbangannya.",
            ),
            models.CheckConstraint(
                condition=models.Q(isi__regex=r"\S"),
                name="pertimbangan_terisi",
                violation_error_message="Tulis bagaimana keberatan warga dipertimbangkan.",
            ),
        ]

    def __str__(self) -> str:
        return f"Pertimbangan {self.keputusan_id}"
