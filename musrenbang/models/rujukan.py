"""Reference rows of the kabupaten, copied by the kecamatan: offices, and the catalogue of proposals
(kamus usulan)."""

from typing import ClassVar

from django.db import models

from core.formulir.fields import BarisField
from musrenbang.enums import IsiKolom


class PerangkatDaerah(models.Model):
    """An office of the kabupaten that would do the work."""

    nama = BarisField("nama", max_length=120, unique=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "perangkat daerah"
        verbose_name_plural = "perangkat daerah"
        ordering: ClassVar = ["urutan", "nama"]

    def __str__(self) -> str:
        return self.nama


class KamusUsulan(models.Model):
    """One entry of the catalogue: the words under which the kabupaten takes a proposal."""

    kode = BarisField("kode", max_length=30, unique=True)
    nama = BarisField("nama", max_length=200)
    perangkat = models.ForeignKey(
        PerangkatDaerah,
        verbose_name="perangkat daerah",
        on_delete=models.PROTECT,
        related_name="kamus",
    )
    aktif = models.BooleanField("masih dipakai", default=True)

    class Meta:
        verbose_name = "kamus usulan"
        verbose_name_plural = "kamus usulan"
        ordering: ClassVar = ["perangkat", "kode"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class KolomSipd(models.Model):
    """One column of the sheet from which rows are copied into SIPD. A circular of the Bappeda
    decides which, and in which order."""

    judul = BarisField("judul kolom", max_length=80)
    isi = models.CharField("isinya", max_length=12, choices=IsiKolom)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "kolom lembar SIPD"
        verbose_name_plural = "kolom lembar SIPD"
        ordering: ClassVar = ["urutan", "pk"]

    def __str__(self) -> str:
        return self.judul
