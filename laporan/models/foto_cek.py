"""FotoCek: a photo of a check."""

from typing import ClassVar

from django.db import models

from core.formulir.fields import KunciSekaliField
from core.models import Berkas
from laporan.models.cek import CekWarga


class FotoCek(models.Model):
    """A photo of a check. Photos of a "tidak sesuai" are for the kecamatan and the sender alone,
    unless the sender let everybody see them (`CekWarga.foto_umum`)."""

    cek = models.ForeignKey(CekWarga, on_delete=models.CASCADE, related_name="foto")
    berkas = models.OneToOneField(Berkas, on_delete=models.PROTECT, related_name="foto_cek")
    kunci_sekali = KunciSekaliField()

    class Meta:
        verbose_name = "foto cek"
        verbose_name_plural = "foto cek"
        ordering: ClassVar = ["cek", "pk"]

    def __str__(self) -> str:
        return f"Foto cek {self.pk}"
