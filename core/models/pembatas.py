"""Counters that slow down anyone who tries too often."""

from django.db import models


class Pembatas(models.Model):
    """How often one thing was tried, or how much was taken, from one place.

    For an allowance, `boleh_lagi` is the moment at which all of it has come back (see
    `core.jaga.pembatas`).

    `kunci` is a fingerprint: neither the thing nor the address can be read from it.
    """

    kunci = models.CharField("kunci", max_length=64, primary_key=True)
    jumlah = models.PositiveIntegerField("jumlah percobaan")
    terakhir = models.DateTimeField("percobaan terakhir", db_index=True)
    boleh_lagi = models.DateTimeField("boleh mencoba lagi")

    class Meta:
        verbose_name = "pembatas"
        verbose_name_plural = "pembatas"

    def __str__(self) -> str:
        return f"{self.kunci[:8]}: {self.jumlah}"
