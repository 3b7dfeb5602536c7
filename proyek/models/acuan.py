"""The codes of the village budget under which a project is filed; editable reference rows."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from core.cari.kolom import vektor
from core.formulir.fields import BarisField


class Bidang(models.Model):
    """Field of the village budget (Permendagri 20/2018); editable reference row."""

    kode = BarisField("kode", max_length=2, unique=True)
    nama = BarisField("nama", max_length=80)

    class Meta:
        verbose_name = "bidang"
        verbose_name_plural = "bidang"
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class SubBidang(models.Model):
    """Sub-field of the village budget; editable reference row."""

    bidang = models.ForeignKey(Bidang, on_delete=models.PROTECT, related_name="sub_bidang")
    kode = BarisField("kode", max_length=5, unique=True)
    nama = BarisField("nama", max_length=120)

    class Meta:
        verbose_name = "sub-bidang"
        verbose_name_plural = "sub-bidang"
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class Kegiatan(models.Model):
    """Kind of activity in the village budget; the kabupaten may add its own (x.x.90 up)."""

    sub_bidang = models.ForeignKey(SubBidang, on_delete=models.PROTECT, related_name="kegiatan")
    kode = BarisField("kode", max_length=8, unique=True)
    nama = BarisField("nama", max_length=120)
    vektor = vektor(("nama", "C"), ("kode", "D"))

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["kode"]
        indexes = [GinIndex(fields=["vektor"], name="kegiatan_vektor")]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"
