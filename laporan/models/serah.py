"""Handing a draft on to whoever publishes, and sending it back with a sentence."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from core.formulir.fields import TeksField
from core.waktu import sekarang
from laporan.models.laporan import LaporanKemajuan
from warga.models import Pengguna


class PenyerahanQuerySet(models.QuerySet["PenyerahanDraf"]):
    """Reads of drafts that were handed on."""

    def menunggu(self) -> Self:
        """Return those that wait to be published."""
        return self.filter(dikembalikan_pada__isnull=True)


class PenyerahanDraf(models.Model):
    """A draft that was handed on: it waits to be published, or came back with `catatan`. A draft
    without a row is still being written."""

    laporan = models.OneToOneField(
        LaporanKemajuan, on_delete=models.CASCADE, primary_key=True, related_name="penyerahan"
    )
    dikirim_oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dikirim_pada = models.DateTimeField("dikirim", default=sekarang)
    dikembalikan_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, related_name="+"
    )
    dikembalikan_pada = models.DateTimeField("dikembalikan", null=True)
    catatan = TeksField("catatan", max_length=1000, blank=True)

    objects = PenyerahanQuerySet.as_manager()

    class Meta:
        verbose_name = "penyerahan draf"
        verbose_name_plural = "penyerahan draf"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    dikembalikan_oleh__isnull=True, dikembalikan_pada__isnull=True, catatan=""
                )
                | Q(
                    dikembalikan_oleh__isnull=False,
                    dikembalikan_pada__isnull=False,
                    catatan__regex=r"\S",
                ),
                name="penyerahan_kembali_bercatatan",
            )
        ]

    def __str__(self) -> str:
        return f"{self.laporan}: {self.kata}"

    @property
    def menunggu(self) -> bool:
        """Return whether it waits to be published."""
        return self.dikembalikan_pada is None

    def kembali_kepada(self, orang: Pengguna) -> bool:
        """Return whether it came back to this person, who handed it on."""
        return not self.menunggu and self.dikirim_oleh_id == orang.pk

    @property
    def kata(self) -> str:
        """Return its state in words."""
        return "Menunggu diterbitkan" if self.menunggu else "Dikembalikan dengan catatan"
