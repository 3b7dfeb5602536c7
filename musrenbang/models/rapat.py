"""Scores of the team, changes that the meeting made, and the answers of the kabupaten."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from core.formulir.fields import BarisField, BilanganField, TeksField, salah_satu
from core.waktu import sekarang
from musrenbang.enums import ANGKA_TERENDAH, ANGKA_TERTINGGI, Cara, Hasil
from musrenbang.models.musrenbang import AnggotaTim, Kriteria
from musrenbang.models.usulan import Usulan
from warga.models import Pengguna


class Nilai(models.Model):
    """The score of one member for one criterion of one proposal."""

    usulan = models.ForeignKey(Usulan, on_delete=models.PROTECT, related_name="nilai")
    anggota = models.ForeignKey(AnggotaTim, on_delete=models.PROTECT, related_name="nilai")
    kriteria = models.ForeignKey(Kriteria, on_delete=models.PROTECT, related_name="nilai")
    angka = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(ANGKA_TERENDAH), MaxValueValidator(ANGKA_TERTINGGI)]
    )

    class Meta:
        verbose_name = "nilai usulan"
        verbose_name_plural = "nilai usulan"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["usulan", "anggota", "kriteria"], name="nilai_usulan_sekali"
            ),
            models.CheckConstraint(
                condition=Q(angka__range=(ANGKA_TERENDAH, ANGKA_TERTINGGI)),
                name="nilai_usulan_wajar",
                violation_error_message="Nilai antara 1 dan 5.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.usulan_id}: {self.angka}"


class PerubahanUrutan(models.Model):
    """One change of the order inside a group, as the meeting agreed. Numbers of votes are kept,
    never who voted how."""

    usulan = models.ForeignKey(Usulan, on_delete=models.PROTECT, related_name="perubahan")
    dari = models.PositiveSmallIntegerField("dari urutan", editable=False)
    ke = models.PositiveSmallIntegerField("ke urutan", validators=[MinValueValidator(1)])
    alasan = TeksField("alasan", max_length=1000)
    cara = models.CharField("disepakati dengan", max_length=8, choices=Cara, default=Cara.MUFAKAT)
    setuju = BilanganField("suara setuju", null=True, blank=True)
    tidak = BilanganField("suara tidak setuju", null=True, blank=True)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    dibatalkan_pada = models.DateTimeField("dibatalkan", null=True, editable=False)

    class Meta:
        verbose_name = "perubahan urutan"
        verbose_name_plural = "perubahan urutan"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(dari=F("ke")),
                name="perubahan_urutan_berubah",
                violation_error_message="Urutannya tetap sama. Tulis urutan yang lain.",
            ),
            models.CheckConstraint(
                condition=Q(alasan__regex=r"\S"),
                name="perubahan_urutan_beralasan",
                violation_error_message="Tulis alasannya. Semua orang membacanya.",
            ),
            models.CheckConstraint(
                condition=Q(cara=Cara.MUFAKAT, setuju=None, tidak=None)
                | Q(cara=Cara.SUARA, setuju__isnull=False, tidak__isnull=False),
                name="perubahan_urutan_bersuara",
                violation_error_message="Tulis banyaknya suara setuju dan tidak setuju, hanya bila "
                "dihitung.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.usulan_id}: {self.dari} → {self.ke}"


class Nasib(models.Model):
    """The answer of the kabupaten to one proposal. `sipd` is its number in SIPD."""

    usulan = models.OneToOneField(Usulan, on_delete=models.PROTECT, related_name="nasib")
    hasil = models.CharField("jawaban kabupaten", max_length=8, choices=Hasil)
    alasan = TeksField("alasan kabupaten", max_length=1000, blank=True)
    sipd = BarisField("nomor di SIPD", max_length=40, blank=True)
    tanggal = models.DateField("tanggal jawaban")
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "jawaban kabupaten"
        verbose_name_plural = "jawaban kabupaten"
        constraints: ClassVar = [
            salah_satu("nasib_dikenal", "hasil", Hasil, "Pilih jawabannya."),
            models.CheckConstraint(
                condition=Q(hasil=Hasil.DITERIMA) | Q(alasan__regex=r"\S.{9,}"),
                name="nasib_beralasan",
                violation_error_message="Tulis alasan kabupaten dalam satu kalimat: pengusulnya "
                "membacanya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.usulan_id}: {self.hasil}"
