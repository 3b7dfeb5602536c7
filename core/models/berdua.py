"""Requests: one person asks, another decides."""

from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q

from core.waktu import sekarang

M = TypeVar("M", bound=models.Model, covariant=True)


class BerduaMixin(models.QuerySet[M]):
    """QuerySet mixin: requests that wait for the second person, and requests that may be used."""

    def hidup(self) -> Self:
        """Return requests that are neither used, refused, taken back nor out of date."""
        return self.filter(
            dipakai_pada__isnull=True, ditarik_pada__isnull=True, kedaluwarsa__gt=sekarang()
        ).exclude(disetujui=False)

    def menunggu(self) -> Self:
        """Return living requests without a decision."""
        return self.hidup().filter(disetujui__isnull=True)

    def siap_dipakai(self) -> Self:
        """Return living requests that were approved."""
        return self.hidup().filter(disetujui=True)


class Berdua(models.Model):
    """Abstract request: one person asks, another approves or refuses, and it is used once.

    People are plain numbers, since the core has no foreign key to a user. Change the fields
    only through `core.jaga.berdua`; the concrete service decides who may and writes the trail. A
    concrete Meta inherits `Berdua.Meta`, or the rules of the database are lost.
    """

    diminta_oleh_id = models.BigIntegerField("diminta oleh", editable=False)
    alasan = models.CharField("alasan", max_length=500)
    diminta_pada = models.DateTimeField("diminta pada", editable=False)
    diputus_oleh_id = models.BigIntegerField("diputus oleh", null=True, editable=False)
    diputus_pada = models.DateTimeField("diputus pada", null=True, editable=False)
    disetujui = models.BooleanField("disetujui", null=True, editable=False)
    alasan_putusan = models.CharField("alasan putusan", max_length=500, blank=True)
    ditarik_pada = models.DateTimeField("ditarik pada", null=True, editable=False)
    kedaluwarsa = models.DateTimeField("berlaku sampai", editable=False)
    dipakai_pada = models.DateTimeField("dipakai pada", null=True, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(diputus_oleh_id__isnull=True)
                | ~Q(diputus_oleh_id=F("diminta_oleh_id")),
                name="%(app_label)s_%(class)s_dua_orang",
                violation_error_message="Yang memutuskan harus orang lain.",
            ),
            models.CheckConstraint(
                condition=Q(
                    diputus_oleh_id__isnull=True, diputus_pada__isnull=True, disetujui__isnull=True
                )
                | Q(
                    diputus_oleh_id__isnull=False,
                    diputus_pada__isnull=False,
                    disetujui__isnull=False,
                ),
                name="%(app_label)s_%(class)s_putusan_lengkap",
                violation_error_message="Putusan harus mempunyai orang, waktu, dan isi.",
            ),
            models.CheckConstraint(
                # A comparison with NULL is unknown, and a CHECK lets the unknown pass.
                condition=Q(dipakai_pada__isnull=True)
                | Q(disetujui__isnull=False, disetujui=True, ditarik_pada__isnull=True),
                name="%(app_label)s_%(class)s_pakai_disetujui",
                violation_error_message="Hanya yang disetujui dapat dipakai.",
            ),
            models.CheckConstraint(
                condition=~Q(alasan=""),
                name="%(app_label)s_%(class)s_beralasan",
                violation_error_message="Permintaan harus mempunyai alasan.",
            ),
        ]

    @property
    def masih_hidup(self) -> bool:
        """Return what `hidup()` says of rows, for this one."""
        selesai = self.dipakai_pada or self.ditarik_pada or self.disetujui is False
        return not selesai and self.kedaluwarsa > sekarang()

    @property
    def masih_menunggu(self) -> bool:
        return self.masih_hidup and self.disetujui is None

    @property
    def dapat_dipakai(self) -> bool:
        return self.masih_hidup and self.disetujui is True

    @property
    def ditolak(self) -> bool:
        """Return whether somebody refused it before it was withdrawn."""
        return self.disetujui is False and not self.ditarik_pada
