"""The findings of the nightly check of the trail, and the heads that were published."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.utils import timezone

from core.laku import SEGEL, Laku


class PemeriksaanJejak(models.Model):
    """One whole check of the trail: its time, its length, its last head, and its findings.

    Append-only. `masalah` holds the first of `jumlah_masalah` sentences; they name rows by their
    numbers and never quote their words.
    """

    mulai = models.DateTimeField("mulai", editable=False)
    selesai = models.DateTimeField("selesai", default=timezone.now, editable=False)
    diperiksa = models.BigIntegerField("segel yang diperiksa", editable=False)
    urutan = models.BigIntegerField("urutan kepala", editable=False)
    kepala = models.CharField("hash kepala", max_length=64, editable=False)
    belum_disegel = models.BigIntegerField("belum disegel", editable=False)
    jumlah_masalah = models.PositiveIntegerField("jumlah masalah", editable=False)
    masalah = models.JSONField("masalah", default=list, editable=False)

    class Meta:
        verbose_name = "pemeriksaan jejak"
        verbose_name_plural = "pemeriksaan jejak"
        get_latest_by = "pk"

    def __str__(self) -> str:
        return f"pemeriksaan {self.selesai:%Y-%m-%d %H:%M}"

    @classmethod
    def terakhir(cls) -> "PemeriksaanJejak | None":
        """Return the newest check; None before the first one."""
        return cls.objects.order_by("-pk").first()

    @property
    def utuh(self) -> bool:
        return self.jumlah_masalah == 0


class KepalaSegel(models.Model):
    """The head of the chain as it was published on one day. Append-only."""

    jenis_jejak: ClassVar[str] = "segel"
    laku: ClassVar[Mapping[str, Laku]] = SEGEL

    tanggal = models.DateField("tanggal", primary_key=True, editable=False)
    urutan = models.BigIntegerField("urutan", editable=False)
    hash = models.CharField("hash", max_length=64, editable=False)

    class Meta:
        verbose_name = "segel yang diumumkan"
        verbose_name_plural = "segel yang diumumkan"
        ordering = ["-tanggal"]

    def __str__(self) -> str:
        return f"segel {self.tanggal:%Y-%m-%d}"

    @property
    def kunci_jejak(self) -> str:
        return f"{self.tanggal:%Y-%m-%d}"

    @property
    def pendek(self) -> str:
        """Return the first digits in groups of four, which two people read to each other."""
        return " ".join(self.hash[i : i + 4] for i in range(0, 16, 4))
