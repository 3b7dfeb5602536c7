"""Counters of the public numbers."""

from django.db import models


class Penghitung(models.Model):
    """The last number given out for one kind in one year (see `core.jejak.nomor`)."""

    jenis = models.CharField("jenis", max_length=3)
    tahun = models.PositiveSmallIntegerField("tahun")
    terakhir = models.PositiveIntegerField("nomor terakhir", default=0)

    class Meta:
        verbose_name = "penghitung nomor"
        verbose_name_plural = "penghitung nomor"
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "tahun"],
                name="penghitung_jenis_tahun",
                violation_error_message="Penghitung untuk jenis dan tahun ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.tahun}: {self.terakhir}"
