"""The evaluation of a finished work: why it differs from its plan, and what it taught."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from core.formulir.fields import TeksField
from core.waktu import sekarang
from proyek.enums import TAHAP_RAMPUNG
from proyek.models import Proyek


class EvaluasiQuerySet(models.QuerySet["Evaluasi"]):
    """Reads of evaluations."""

    def terbaca(self) -> Self:
        """Return evaluations of works that are finished and stand, with what a card of them shows;
        one query."""
        milik = self.filter(proyek__tahap__in=TAHAP_RAMPUNG, proyek__dicabut_pada__isnull=True)
        return milik.select_related("proyek__kampung", "proyek__kegiatan")


class Evaluasi(models.Model):
    """The words of the office about one finished work. Its figures are never stored: they are
    computed from ledger, papers and days whenever they are read (`proyek.bacaan.hasil`)."""

    TULISAN: ClassVar[tuple[str, ...]] = (
        *("alasan_biaya", "alasan_lingkup", "alasan_waktu"),
        "pelajaran",
    )

    proyek = models.OneToOneField(
        Proyek, on_delete=models.PROTECT, primary_key=True, related_name="evaluasi"
    )
    alasan_biaya = TeksField("mengapa biayanya berbeda", max_length=1000, blank=True)
    alasan_lingkup = TeksField("mengapa yang dikerjakan berbeda", max_length=1000, blank=True)
    alasan_waktu = TeksField("mengapa waktunya berbeda", max_length=1000, blank=True)
    pelajaran = TeksField("pelajaran untuk proyek berikutnya", max_length=2000)
    ditulis = models.DateTimeField("ditulis", default=sekarang, editable=False)
    diubah = models.DateTimeField("diperbaiki", null=True, editable=False)

    objects = EvaluasiQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluasi"
        verbose_name_plural = "evaluasi"
        ordering = ["-ditulis", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pelajaran__regex=r"\S"),
                name="evaluasi_berpelajaran",
                violation_error_message="Tulis pelajaran dari proyek ini.",
            )
        ]

    def __str__(self) -> str:
        return f"Evaluasi {self.proyek_id}"

    def alasan(self, hal: str) -> str:
        """Return the reason of a difference (`biaya`, `lingkup`, `waktu`); "" without one."""
        return str(getattr(self, f"alasan_{hal}"))
