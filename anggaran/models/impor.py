"""Two rests of an upload: the code by which Siskeudes knows a kampung, and a reading that waits."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from anggaran.enums import JenisAnggaran
from anggaran.models.anggaran import AnggaranKampung
from core.formulir.fields import BarisField, KunciSekaliField, RupiahField, salah_satu
from core.waktu import sekarang
from warga.models import Kampung, Pengguna


class KodeSiskeudes(models.Model):
    """The code of a kampung in Siskeudes ("18.2099."), matched once and remembered."""

    kampung = models.OneToOneField(Kampung, on_delete=models.PROTECT, related_name="kode_siskeudes")
    kode = BarisField("kode desa di Siskeudes", max_length=16, unique=True)
    dibuat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)

    class Meta:
        verbose_name = "kode Siskeudes"
        verbose_name_plural = "kode Siskeudes"
        ordering: ClassVar = ["kode"]

    def __str__(self) -> str:
        return self.kode


class StatusImpor(models.TextChoices):
    """Where an upload stands."""

    MENUNGGU = "menunggu", "Sedang dibaca"
    DITOLAK = "ditolak", "Tidak diambil"
    SIAP = "siap", "Siap diambil"
    DIAMBIL = "diambil", "Sudah diambil"


class Impor(models.Model):
    """One upload for a paper of the budget.

    `isi` is the file, only while the worker has not read it; a refused file is not kept. `hasil`
    are the rows that were read, `masalah` what is wrong with the file, in sentences. `total` is
    what Siskeudes prints below its table, as the operator typed it.
    """

    kampung = models.ForeignKey(Kampung, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField("tahun anggaran")
    jenis = models.CharField("jenis", max_length=10, choices=JenisAnggaran)
    ke = models.PositiveSmallIntegerField("perubahan atau semester ke", default=0)
    sampai = models.DateField("keadaan sampai tanggal", null=True, blank=True)
    total = RupiahField("jumlah belanja menurut cetakan")
    status = models.CharField(
        "status", max_length=8, choices=StatusImpor, default=StatusImpor.MENUNGGU
    )
    isi = models.BinaryField("berkas", null=True, editable=False)
    hasil = models.JSONField("yang dibaca", default=dict, editable=False)
    masalah = models.JSONField("masalah", default=list, editable=False)
    anggaran = models.ForeignKey(
        AnggaranKampung, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    dibuat = models.DateTimeField("diunggah", default=sekarang, editable=False)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    kunci_sekali = KunciSekaliField()

    class Meta:
        verbose_name = "unggahan anggaran"
        verbose_name_plural = "unggahan anggaran"
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            salah_satu("impor_status_dikenal", "status", StatusImpor, "Status tidak dikenal."),
            models.CheckConstraint(
                condition=Q(isi__isnull=True) | Q(status=StatusImpor.MENUNGGU),
                name="impor_berkas_tidak_disimpan",
                violation_error_message="Berkas tidak disimpan sesudah dibaca.",
            ),
        ]

    def __str__(self) -> str:
        return f"Unggahan {self.pk}"
