"""RincianBelanja: what the money of a report was spent on, where the report tells."""

from typing import Self

from django.db import models
from django.db.models import Exists, Q

from core.formulir.fields import RupiahField
from core.moderasi.penarikan import baris_ditarik
from laporan.enums import Status
from laporan.models.laporan import LaporanKemajuan
from proyek.enums import JenisBelanja


class RincianQuerySet(models.QuerySet["RincianBelanja"]):
    """Reads of spending lines."""

    def berlaku(self) -> Self:
        """Return the lines of the reports that stand."""
        ditarik = baris_ditarik(LaporanKemajuan._meta.db_table, "laporan")
        utuh = self.filter(~ditarik, laporan__status=Status.TERBIT)
        return utuh.filter(~Exists(LaporanKemajuan.objects.pengganti()))

    def milik(self, laporan: LaporanKemajuan) -> dict[str, int]:
        """Return rupiah by kind of a saved report; of an unsaved correction, those that it
        corrects."""
        if laporan.pk:
            baris = self.filter(laporan=laporan)
        elif laporan.revisi > 1:
            serentang = {"laporan__proyek": laporan.proyek_id, "laporan__periode": laporan.periode}
            baris = self.berlaku().filter(**serentang)
        else:
            return {}
        return dict(baris.values_list("jenis", "rupiah"))


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
