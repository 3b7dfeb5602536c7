"""Printed codes and consents of an account."""

from django.db import models

from core.waktu import sekarang
from warga.enums import TujuanKode, TujuanPersetujuan
from warga.models.orang import Pengguna


class KodeCetakQuerySet(models.QuerySet["KodeCetak"]):
    """Reads of printed codes."""

    def berlaku(self) -> "KodeCetakQuerySet":
        """Codes that still work: not used, not out of date."""
        return self.filter(dipakai_pada__isnull=True, kedaluwarsa__gt=sekarang())


class KodeCetak(models.Model):
    """A printed code handed over in person: proves a phone, or sets a new password.

    Only the hash is kept. It works once, for 14 days.
    """

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="kode_cetak")
    tujuan = models.CharField("tujuan", max_length=10, choices=TujuanKode)
    kode_hash = models.CharField("hash kode", max_length=64, unique=True)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    kedaluwarsa = models.DateTimeField("kedaluwarsa")
    dipakai_pada = models.DateTimeField("dipakai", null=True, blank=True)

    objects = KodeCetakQuerySet.as_manager()

    class Meta:
        verbose_name = "kode cetak"
        verbose_name_plural = "kode cetak"
        ordering = ["-dibuat", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_tujuan_display()} untuk {self.pengguna}"

    @property
    def masih_berlaku(self) -> bool:
        return self.dipakai_pada is None and self.kedaluwarsa > sekarang()


class Persetujuan(models.Model):
    """A consent to one purpose, in one version of its text; can be withdrawn (UU 27/2022)."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="persetujuan")
    tujuan = models.CharField("tujuan", max_length=10, choices=TujuanPersetujuan)
    versi = models.CharField("versi teks", max_length=10)
    waktu = models.DateTimeField("waktu", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik", null=True, blank=True)

    class Meta:
        verbose_name = "persetujuan"
        verbose_name_plural = "persetujuan"

    def __str__(self) -> str:
        return f"{self.get_tujuan_display()} ({self.versi})"
