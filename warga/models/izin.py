"""Printed codes and consents of an account."""

import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from core.waktu import sekarang
from warga.enums import Peran, TujuanKode, TujuanPersetujuan
from warga.models.orang import Pengguna
from warga.models.tempat import Kampung


class KodeCetakQuerySet(models.QuerySet["KodeCetak"]):
    """Reads of printed codes."""

    def berlaku(self) -> "KodeCetakQuerySet":
        """Return codes that still work: neither used nor out of date."""
        return self.filter(dipakai_pada__isnull=True, kedaluwarsa__gt=sekarang())

    def aktivasi(self) -> "KodeCetakQuerySet":
        return self.filter(tujuan=TujuanKode.AKTIVASI)

    def sandi(self) -> "KodeCetakQuerySet":
        return self.filter(tujuan=TujuanKode.SANDI)

    def rekap(self, sejak: datetime.datetime) -> models.QuerySet[Any, dict[str, Any]]:
        """Return activation codes by month, office and giver, newest month first: how many were
        given (`diberi`), and how many of those were used (`dipakai`)."""
        bulan = self.aktivasi().filter(dibuat__gte=sejak).annotate(bulan=TruncMonth("dibuat"))
        kelompok = bulan.values("bulan", "peran_pemberi", "kampung_pemberi__nama", "oleh__nama")
        hasil = kelompok.annotate(diberi=Count("pk"), dipakai=Count("dipakai_pada"))
        return hasil.order_by("-bulan", "kampung_pemberi__nama", "peran_pemberi", "oleh__nama")


class KodeCetak(models.Model):
    """A printed code that is handed over in person. Only its hash is kept, and it works once.

    A code that sets a password belongs to one account, and two people of the kecamatan approved it.
    A code that proves a phone belongs to a number, of which only the hash is kept, and to an
    account once it was used. Its giver learns nothing of accounts.
    """

    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.CASCADE, related_name="kode_cetak", null=True
    )
    tujuan = models.CharField("tujuan", max_length=10, choices=TujuanKode)
    kode_hash = models.CharField("hash kode", max_length=64, unique=True)
    telepon_hash = models.CharField("hash nomor", max_length=64, blank=True, db_index=True)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    peran_pemberi = models.CharField("peran pemberi", max_length=12, choices=Peran)
    kampung_pemberi = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, null=True, related_name="+"
    )
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    kedaluwarsa = models.DateTimeField("kedaluwarsa")
    dipakai_pada = models.DateTimeField("dipakai", null=True, blank=True)
    # Hashes of the addresses that the account had proven when its password code was used.
    alamat_lama = ArrayField(models.CharField(max_length=64), default=list, editable=False)

    objects = KodeCetakQuerySet.as_manager()

    class Meta:
        verbose_name = "kode cetak"
        verbose_name_plural = "kode cetak"
        ordering = ["-dibuat", "-pk"]
        indexes = [models.Index("oleh", "dibuat", name="kodecetak_oleh_dibuat")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tujuan=TujuanKode.SANDI, pengguna__isnull=False, telepon_hash="")
                | Q(tujuan=TujuanKode.AKTIVASI, dipakai_pada__isnull=False, telepon_hash="")
                | (
                    Q(
                        tujuan=TujuanKode.AKTIVASI,
                        dipakai_pada__isnull=True,
                        pengguna__isnull=True,
                    )
                    & ~Q(telepon_hash="")
                ),
                name="kodecetak_akun_atau_nomor",
                violation_error_message="Kode kata sandi untuk satu akun, kode nomor untuk nomor.",
            )
        ]

    def __str__(self) -> str:
        return self.get_tujuan_display()

    @property
    def untuk_sandi(self) -> bool:
        """Return True for a code that sets a password, False for one that proves a phone."""
        return self.tujuan == TujuanKode.SANDI

    @property
    def masih_berlaku(self) -> bool:
        return self.dipakai_pada is None and self.kedaluwarsa > sekarang()


class Persetujuan(models.Model):
    """A consent to one purpose, in one version of its text. It can be withdrawn (UU 27/2022)."""

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
