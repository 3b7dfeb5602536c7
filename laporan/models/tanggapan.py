"""Answers of an office to what residents and the BPK Kampung say, and the word that one does not
settle it."""

import datetime as dt
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import JSONObject

from core.formulir.fields import BarisField, KunciSekaliField, TeksField
from core.tenggat.hari_kerja import tanggal_wib
from core.waktu import sekarang
from laporan.models.catatan import CatatanPengawasan
from laporan.models.cek import CekWarga
from warga.enums import PERAN_KECAMATAN, NamaJabatan, Peran
from warga.models import Pengguna

_SATU_HAL = Q(cek__isnull=True, catatan__isnull=False) | Q(cek__isnull=False, catatan__isnull=True)


class TanggapanQuerySet(models.QuerySet["Tanggapan"]):
    """Reads of answers."""

    def berlaku(self) -> Self:
        """Return the answers that stand: neither corrected nor taken back."""
        return self.filter(ditarik_pada__isnull=True, diperbaiki__isnull=True)

    def ringkas(self) -> Any:
        """Return answers as plain values, the newest first (`laporan.bacaan.tanggapan`)."""
        kolom = {nama: F(nama) for nama in ("isi", "peran", "sebagai", "dibuat")}
        return self.order_by("-pk").values(isi_ringkas=JSONObject(**kolom))


class Tanggapan(models.Model):
    """One answer, public at once. Its words never change: a correction is a further row with its
    reason (`memperbaiki`, `alasan`), and both stay readable.

    `peran` and `sebagai` are role and office of its writer on that day; `janji` is the day by which
    it was due, so that its punctuality can still be told after a second clock began.
    """

    cek = models.ForeignKey(CekWarga, on_delete=models.PROTECT, related_name="tanggapan", null=True)
    catatan = models.ForeignKey(
        CatatanPengawasan, on_delete=models.PROTECT, related_name="tanggapan", null=True
    )
    isi = TeksField("tanggapan", max_length=3000)
    memperbaiki = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="diperbaiki", null=True
    )
    alasan = BarisField("mengapa diperbaiki", max_length=300, blank=True)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    peran = models.CharField("peran", max_length=12, choices=Peran)
    sebagai = models.CharField("sebagai", max_length=20, choices=NamaJabatan, blank=True)
    janji = models.DateField("ditunggu paling lambat", null=True)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = TanggapanQuerySet.as_manager()

    class Meta:
        verbose_name = "tanggapan"
        verbose_name_plural = "tanggapan"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=_SATU_HAL,
                name="tanggapan_satu_hal",
                violation_error_message="Tanggapan menjawab tepat satu hal.",
            ),
            models.CheckConstraint(
                condition=Q(isi__regex=r"\S"),
                name="tanggapan_berkata",
                violation_error_message="Tulis tanggapannya.",
            ),
            models.CheckConstraint(
                condition=Q(memperbaiki__isnull=True, alasan="")
                | Q(memperbaiki__isnull=False, alasan__regex=r"\S"),
                name="tanggapan_perbaikan_beralasan",
                violation_error_message="Tulis mengapa tanggapan ini diperbaiki.",
            ),
        ]

    def __str__(self) -> str:
        return f"Tanggapan {self.pk}"

    @property
    def hal(self) -> Any:
        """Return what it answers."""
        return self.cek or self.catatan

    @property
    def kecamatan(self) -> bool:
        """Return whether the kecamatan gave it."""
        return self.peran in PERAN_KECAMATAN

    @property
    def kampung_id(self) -> int:
        """Return the kampung that is concerned, which the rules ask for."""
        milik: int = self.hal.kampung_penanggap
        return milik

    @property
    def hari(self) -> dt.date:
        """Return the day on which it was given (WIB)."""
        return tanggal_wib(self.dibuat)


class BelumPuas(models.Model):
    """The word that an answer does not settle the matter; at most one for each. The kecamatan
    answers it. `tertutup`: the kecamatan alone reads its words, since nobody proved who wrote it
    (an account without a proven number, or a browser without an account), or words of its sender
    about this project were hidden or made black before."""

    cek = models.OneToOneField(
        CekWarga, on_delete=models.PROTECT, related_name="belum_puas", null=True
    )
    catatan = models.OneToOneField(
        CatatanPengawasan, on_delete=models.PROTECT, related_name="belum_puas", null=True
    )
    isi = TeksField("yang belum terjawab", max_length=1000)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", null=True)
    peran = models.CharField("peran", max_length=12, choices=Peran)
    tertutup = models.BooleanField("hanya untuk kecamatan", default=False, editable=False)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "pernyataan belum terjawab"
        verbose_name_plural = "pernyataan belum terjawab"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=_SATU_HAL,
                name="belum_puas_satu_hal",
                violation_error_message="Pernyataan belum terjawab tentang tepat satu hal.",
            ),
            models.CheckConstraint(
                condition=Q(isi__regex=r"\S"),
                name="belum_puas_berkata",
                violation_error_message="Tulis apa yang belum terjawab.",
            ),
        ]

    def __str__(self) -> str:
        return f"Belum puas {self.pk}"

    @property
    def hal(self) -> Any:
        """Return what it is about."""
        return self.cek or self.catatan
