"""The figures of each kampung on each day, so that a later day can be compared with it."""

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Max, Q

from core.waktu import sekarang
from warga.models import Kampung


class RingkasanQuerySet(models.QuerySet["RingkasanKampung"]):
    """Reads of the figures of earlier days."""

    def terbaru(self, sejak: dt.date, sampai: dt.date) -> Self:
        """Return the rows of the newest day of these that has any; one query."""
        di_antara = self.filter(hari__range=(sejak, sampai)).order_by()
        terakhir = di_antara.values(satu=models.Value(1)).annotate(n=Max("hari")).values("n")
        return self.filter(hari=models.Subquery(terakhir))


class RingkasanKampung(models.Model):
    """The figures of one kampung on one day, as the page of the kecamatan told them; without a
    kampung those of kiriman that name none.

    They count only what everybody reads. Money is that of the budget year of the day, in rupiah,
    None where it was unknown. `lpj` says whether the LPJ of the year before was set. Rows are only
    added: `meja.services.ringkasan` does it every night.
    """

    ANGKA: ClassVar[tuple[str, ...]] = (
        *("baru", "terlambat", "belum_dijawab", "jatuh_tempo", "belum_lapor"),
        *("dihentikan", "belum_dievaluasi", "anggaran", "dicairkan", "dibelanjakan", "lpj"),
    )

    hari = models.DateField("hari")
    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    baru = models.PositiveIntegerField("kiriman masuk dalam tujuh hari")
    terlambat = models.PositiveIntegerField("kiriman terlambat")
    belum_dijawab = models.PositiveIntegerField("kiriman belum dijawab")
    jatuh_tempo = models.PositiveIntegerField("laporan jatuh tempo dalam tujuh hari")
    belum_lapor = models.PositiveIntegerField("laporan terlambat")
    dihentikan = models.PositiveIntegerField("proyek dihentikan sementara")
    belum_dievaluasi = models.PositiveIntegerField("proyek selesai belum dievaluasi")
    anggaran = models.BigIntegerField("anggaran", null=True)
    dicairkan = models.BigIntegerField("sudah dicairkan", null=True)
    dibelanjakan = models.BigIntegerField("sudah dibelanjakan", null=True)
    lpj = models.BooleanField("LPJ tahun lalu ditetapkan")
    dihitung = models.DateTimeField("dihitung", default=sekarang)

    objects = RingkasanQuerySet.as_manager()

    class Meta:
        verbose_name = "ringkasan kampung"
        verbose_name_plural = "ringkasan kampung"
        ordering: ClassVar = ["-hari", "kampung"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["hari", "kampung"],
                name="ringkasan_kampung_sehari",
                violation_error_message="Ringkasan hari itu sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["hari"],
                condition=Q(kampung__isnull=True),
                name="ringkasan_kampung_tanpa",
                violation_error_message="Ringkasan hari itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(anggaran__isnull=False)
                | Q(dicairkan__isnull=True, dibelanjakan__isnull=True),
                name="ringkasan_kampung_beranggaran",
                violation_error_message="Uang tanpa anggaran tidak mungkin.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kampung or 'Tanpa kampung'} {self.hari}"
