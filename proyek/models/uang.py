"""Money of a project, in whole rupiah."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, OuterRef, Q, Value, When

from core.cari.kolom import vektor
from core.formulir.fields import BarisField, KunciSekaliField, RupiahField
from proyek.enums import SumberDana
from proyek.models.himpunan import jauh, subjumlah
from proyek.models.proyek import Proyek

TAHUN_WAJAR = (2015, 2100)
# People call a source "Dana Desa", and "DD". The column is stored with the row, so another word for
# one needs a migration.
KATA_SUMBER = Case(
    *(When(sumber=satu, then=Value(f"{satu.label} {satu.value}")) for satu in SumberDana),
    default=Value(""),
)


class PendanaanQuerySet(models.QuerySet["Pendanaan"]):
    """Reads of sources."""

    def with_uang(self) -> Self:
        """Annotate `diterima` and `dibelanjakan` in rupiah; None where nothing is known."""
        terima = Pencairan.objects.filter(pendanaan=OuterRef("pk"))
        belanja = jauh("pendanaan__realisasi").berlaku().filter(pendanaan=OuterRef("pk"))
        return self.annotate(
            diterima=subjumlah(terima, "pendanaan", "jumlah"),
            dibelanjakan=subjumlah(belanja, "pendanaan", "jumlah"),
        )


class Pendanaan(models.Model):
    """One source of money of a project in one budget year; pagu in rupiah."""

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="pendanaan")
    sumber = models.CharField("sumber dana", max_length=10, choices=SumberDana)
    tahun = models.PositiveSmallIntegerField("tahun anggaran")
    pagu = RupiahField("anggaran")
    vektor = vektor((KATA_SUMBER, "D"))

    objects = PendanaanQuerySet.as_manager()

    class Meta:
        verbose_name = "pendanaan"
        verbose_name_plural = "pendanaan"
        ordering = ["proyek", "tahun", "pk"]
        indexes = [GinIndex(fields=["vektor"], name="pendanaan_vektor")]
        constraints = [
            models.UniqueConstraint(
                fields=["proyek", "sumber", "tahun"],
                name="pendanaan_sumber_tahun_unik",
                violation_error_message="Sumber dana dan tahun ini sudah ada. "
                "Jumlahkan menjadi satu.",
            ),
            models.CheckConstraint(
                condition=Q(pagu__gt=0),
                name="pendanaan_pagu_positif",
                violation_error_message="Anggaran harus lebih besar dari nol.",
            ),
            models.CheckConstraint(
                condition=Q(tahun__range=TAHUN_WAJAR),
                name="pendanaan_tahun_wajar",
                violation_error_message="Tahun anggaran tidak wajar.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_sumber_display()} {self.tahun}"


class Pencairan(models.Model):
    """Money received from a source. It is not the same as money spent."""

    pendanaan = models.ForeignKey(Pendanaan, on_delete=models.PROTECT, related_name="pencairan")
    tanggal = models.DateField("tanggal")
    jumlah = RupiahField("jumlah")
    keterangan = BarisField("keterangan", max_length=200, blank=True)
    kunci_sekali = KunciSekaliField()

    class Meta:
        verbose_name = "pencairan"
        verbose_name_plural = "pencairan"
        ordering = ["tanggal", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jumlah__gt=0),
                name="pencairan_jumlah_positif",
                violation_error_message="Jumlah yang diterima harus lebih besar dari nol.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pendanaan} {self.tanggal}"
