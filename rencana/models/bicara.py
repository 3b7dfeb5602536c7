"""A closed talk over an objection: what was agreed is public, the talk is not."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from core.formulir.fields import TeksField, semua_atau_tidak
from core.waktu import sekarang
from rencana.models.suara import TautanRencana
from warga.models import Pengguna


class PembicaraanTertutup(models.Model):
    """An objection was taken to a closed talk. Its agreed result alone is shown, without a name."""

    tautan = models.OneToOneField(
        TautanRencana, on_delete=models.PROTECT, related_name="pembicaraan"
    )
    dimulai = models.DateTimeField("dimulai", default=sekarang, editable=False)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    hasil = TeksField("hasil yang disepakati", max_length=2000, blank=True)
    disepakati = models.DateField("tanggal kesepakatan", null=True, blank=True)
    selesai_pada = models.DateTimeField("dicatat", null=True, editable=False)

    class Meta:
        verbose_name = "pembicaraan tertutup"
        verbose_name_plural = "pembicaraan tertutup"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            semua_atau_tidak(
                "bicara_selesai_bertanggal",
                ("disepakati", "selesai_pada"),
                "Tulis tanggal kesepakatannya.",
            ),
            models.CheckConstraint(
                condition=Q(selesai_pada__isnull=True, hasil="")
                | Q(selesai_pada__isnull=False, hasil__regex=r"\S"),
                name="bicara_selesai_berhasil",
                violation_error_message="Tulis apa yang disepakati.",
            ),
        ]

    def __str__(self) -> str:
        return f"Pembicaraan tertutup {self.pk}"
