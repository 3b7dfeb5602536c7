"""ButirPekerjaan: one of the items that the work of a project consists of, with its weight."""

from typing import Self

from django.db import models
from django.db.models import Q

from core.formulir.fields import BarisField, PersenField
from proyek.models.proyek import Proyek


class ButirQuerySet(models.QuerySet["ButirPekerjaan"]):
    """Reads of items."""

    def dipakai(self) -> Self:
        """Return the items of today's list, in its order."""
        return self.filter(dilepas=False).order_by("urutan", "pk")


class ButirPekerjaan(models.Model):
    """A part of the work, and its share of the whole in percent.

    The weights of the items in use sum to 100; `proyek.services.butir` writes them all at once. A
    name never changes but by being blacked out, since published reports tell of it: another name
    is another item, and one that left the list stays (`dilepas`).
    """

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="butir_pekerjaan")
    urutan = models.PositiveSmallIntegerField("urutan")
    nama = BarisField("pekerjaan", max_length=100)
    bobot = PersenField("bobot (%)")
    dilepas = models.BooleanField("tidak dipakai lagi", default=False, editable=False)

    objects = ButirQuerySet.as_manager()

    class Meta:
        verbose_name = "butir pekerjaan"
        verbose_name_plural = "butir pekerjaan"
        ordering = ["proyek", "urutan", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bobot__gt=0, bobot__lte=100),
                name="butir_bobot_wajar",
                violation_error_message="Bobot harus lebih besar dari nol.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
