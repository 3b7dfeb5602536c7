"""Small summary tables behind the first page.

The database itself keeps them (statement triggers, migration 0002) inside the transaction
that changes what they sum up, and `manage.py hitung_ulang` proves them.
"""

from typing import Self

from django.db import models

from proyek.models import Bidang
from warga.models import Kampung


class RingkasanProyekQuerySet(models.QuerySet["RingkasanProyek"]):
    """Reads of the sums."""

    def untuk_jumlah(self) -> Self:
        """Return sums that count in totals: not those of the invented kampung."""
        return self.filter(kampung__contoh=False)


class RingkasanProyek(models.Model):
    """Sums over the projects of one kampung, bidang and budget year; money in rupiah.

    Cancelled projects are not in it. Unknown is not zero, so every sum stands beside the number of
    projects that are known: `jumlah_tercair` for `diterima`, `jumlah_belanja` for `dibelanjakan`,
    `jumlah_berpersen` for the progress. `bobot` is the sum of pagu × percent over the known ones,
    and `pagu_berpersen` their pagu.
    """

    kampung = models.ForeignKey(Kampung, on_delete=models.PROTECT, related_name="+")
    bidang = models.ForeignKey(Bidang, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField("tahun anggaran")
    jumlah_proyek = models.PositiveIntegerField("proyek", db_default=0)
    jumlah_selesai = models.PositiveIntegerField("proyek selesai", db_default=0)
    pagu = models.PositiveBigIntegerField("anggaran", db_default=0)
    jumlah_tercair = models.PositiveIntegerField("proyek yang menerima uang", db_default=0)
    diterima = models.PositiveBigIntegerField("sudah diterima", db_default=0)
    jumlah_belanja = models.PositiveIntegerField("proyek yang melapor belanja", db_default=0)
    dibelanjakan = models.PositiveBigIntegerField("sudah dibelanjakan", db_default=0)
    jumlah_berpersen = models.PositiveIntegerField("proyek yang melapor", db_default=0)
    pagu_berpersen = models.PositiveBigIntegerField("anggaran yang melapor", db_default=0)
    bobot = models.DecimalField("bobot kemajuan", max_digits=24, decimal_places=2, db_default=0)
    kotor = models.BooleanField("perlu dihitung", db_default=False)

    objects = RingkasanProyekQuerySet.as_manager()

    class Meta:
        verbose_name = "ringkasan proyek"
        verbose_name_plural = "ringkasan proyek"
        ordering = ["kampung", "bidang", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["kampung", "bidang", "tahun"], name="ringkasan_proyek_unik"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kampung} {self.bidang} {self.tahun}"
