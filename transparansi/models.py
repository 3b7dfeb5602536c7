"""Small summary tables behind the first page.

The database itself keeps them (row triggers, migration 0003) inside the transaction that changes
what they sum up, by differences; the recount of every night proves them.
"""

from typing import Self, TypeVar

from django.db import models

from proyek.enums import SumberDana
from proyek.models import Bidang
from warga.models import Kampung

M = TypeVar("M", bound=models.Model)


class RingkasanQuerySet(models.QuerySet[M]):
    """Reads of the sums."""

    def untuk_jumlah(self) -> Self:
        """Return sums that count in totals: not those of the invented kampung."""
        return self.filter(kampung__contoh=False)


class RingkasanProyek(models.Model):
    """Counts over the projects of one kampung, bidang and budget year.

    Projects that were cancelled or not taken up are not in it. `jumlah_direncanakan` are still
    planned; all others are `jumlah_proyek`, and the figures after it are about these. Unknown is
    not zero, so it says how many of them tell what was drawn and spent, and how far they are.
    `bobot` is the sum of anggaran × percent over those that told it, and `anggaran_berpersen`
    their anggaran.
    """

    kampung = models.ForeignKey(Kampung, on_delete=models.PROTECT, related_name="+")
    bidang = models.ForeignKey(Bidang, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField("tahun anggaran")
    jumlah_direncanakan = models.IntegerField("proyek yang direncanakan", db_default=0)
    jumlah_proyek = models.IntegerField("proyek", db_default=0)
    jumlah_selesai = models.IntegerField("proyek selesai", db_default=0)
    jumlah_dicairkan = models.IntegerField("proyek yang mencatat pencairan", db_default=0)
    jumlah_dibelanjakan = models.IntegerField("proyek yang melapor belanja", db_default=0)
    jumlah_berpersen = models.IntegerField("proyek yang melapor", db_default=0)
    anggaran_berpersen = models.BigIntegerField("anggaran yang melapor", db_default=0)
    bobot = models.DecimalField("bobot kemajuan", max_digits=24, decimal_places=2, db_default=0)

    objects = RingkasanQuerySet.as_manager()

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


class RingkasanUang(models.Model):
    """Sums in rupiah over one kampung, bidang, source of money and budget year.

    `direncanakan` is the money of planned projects and never in `anggaran`. `jumlah_…` counts the
    sources that are known behind a sum.
    """

    kampung = models.ForeignKey(Kampung, on_delete=models.PROTECT, related_name="+")
    bidang = models.ForeignKey(Bidang, on_delete=models.PROTECT, related_name="+")
    sumber = models.CharField("sumber dana", max_length=10, choices=SumberDana)
    tahun = models.PositiveSmallIntegerField("tahun anggaran")
    jumlah_direncanakan = models.IntegerField("sumber yang direncanakan", db_default=0)
    direncanakan = models.BigIntegerField("direncanakan", db_default=0)
    jumlah_proyek = models.IntegerField("sumber yang dianggarkan", db_default=0)
    anggaran = models.BigIntegerField("dianggarkan", db_default=0)
    jumlah_dicairkan = models.IntegerField("sumber yang mencatat pencairan", db_default=0)
    dicairkan = models.BigIntegerField("sudah dicairkan", db_default=0)
    jumlah_dibelanjakan = models.IntegerField("sumber yang melapor belanja", db_default=0)
    dibelanjakan = models.BigIntegerField("sudah dibelanjakan", db_default=0)

    objects = RingkasanQuerySet.as_manager()

    class Meta:
        verbose_name = "ringkasan uang"
        verbose_name_plural = "ringkasan uang"
        ordering = ["kampung", "bidang", "sumber", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["tahun", "kampung", "bidang", "sumber"], name="ringkasan_uang_unik"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kampung} {self.bidang} {self.sumber} {self.tahun}"
