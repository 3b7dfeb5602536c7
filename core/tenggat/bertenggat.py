"""Things that wait for a step by a day: their columns, and how late they are."""

import datetime as dt
from collections.abc import Collection
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from core.formulir.fields import semua_atau_tidak
from core.tenggat.hari_kerja import hitung_hari_kerja
from core.waktu import hari_ini


class Bertenggat(models.Model):
    """Abstract thing with a clock. `core.tenggat.jam` alone sets these columns.

    The running step began on `langkah_mulai` and has `jatah_hari` working days; both are None while
    nothing is due. `janji` is the day by the rules, by which punctuality is measured. `tenggat` is
    the same day, or the later one that was announced (`alasan_tertunda`). `eskalasi` is the rung of
    the ladder that was told last (`core.tenggat.tangga`). A concrete Meta takes `kendala_jam`.
    """

    langkah_mulai = models.DateField("jam berjalan sejak", null=True, editable=False)
    jatah_hari = models.PositiveSmallIntegerField("jatah hari kerja", null=True, editable=False)
    janji = models.DateField("tenggat semula", null=True, blank=True, editable=False)
    tenggat = models.DateField("tenggat", null=True, blank=True, editable=False)
    alasan_tertunda = models.CharField("alasan tertunda", max_length=500, blank=True)
    # The number of later days that were announced.
    penundaan = models.PositiveSmallIntegerField("penundaan", default=0, editable=False)
    eskalasi = models.PositiveSmallIntegerField("eskalasi", default=0, editable=False)

    # The days off since `tenggat`, where a read brought them along (`libur_sejak`).
    libur: ClassVar[list[dt.date] | None] = None

    class Meta:
        abstract = True

    @property
    def menunggu_petugas(self) -> bool:
        """Return whether an office owes the running step."""
        return self.tenggat is not None

    @property
    def terlambat(self) -> bool:
        return bool(self.menunggu_petugas and self.tenggat and self.tenggat < hari_ini())

    @property
    def hari_terlambat(self) -> int:
        """Return by how many working days the running step is late; 0 when it is not."""
        if not (self.terlambat and self.tenggat):
            return 0
        return hitung_hari_kerja(self.tenggat, hari_ini(), self.hari_lepas())

    def hari_lepas(self) -> Collection[dt.date] | None:
        """Return the days since `tenggat` that do not count; None where those are the days off."""
        return self.libur

    @property
    def kata_terlambat(self) -> str:
        """Return how late the running step is, in words; "" when it is not. On the days off after
        the due day no working day has passed yet."""
        if not self.terlambat:
            return ""
        hari = self.hari_terlambat
        return f"Terlambat {hari} hari kerja" if hari else "Terlambat"


def kendala_jam(awalan: str) -> list[models.CheckConstraint]:
    """Return what the database holds of every clock; `awalan` begins the names."""
    tanpa_tenggat = Q(tenggat__isnull=True)
    return [
        semua_atau_tidak(
            f"{awalan}_jam_lengkap",
            ("langkah_mulai", "jatah_hari", "janji", "tenggat"),
            "Awal, jatah hari, dan tenggat sebuah langkah disimpan bersama atau tidak sama sekali.",
        ),
        models.CheckConstraint(
            condition=tanpa_tenggat | Q(janji__lte=F("tenggat")),
            name=f"{awalan}_tenggat_tidak_maju",
            violation_error_message="Tenggat yang diumumkan tidak boleh lebih awal dari semula.",
        ),
        models.CheckConstraint(
            condition=Q(alasan_tertunda="") | ~tanpa_tenggat,
            name=f"{awalan}_tertunda_bertenggat",
            violation_error_message="Yang ditunda harus punya tenggat.",
        ),
    ]
