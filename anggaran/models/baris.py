"""The rows of a paper of the budget."""

from typing import ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q, Sum

from anggaran.enums import Kelompok
from anggaran.models.anggaran import TAHAP_TERBANYAK, AnggaranKampung
from core.formulir.fields import BarisField, RupiahField, salah_satu
from proyek.enums import SumberDana
from proyek.models import Bidang

_BELANJA = Q(kelompok=Kelompok.BELANJA)
_PENDAPATAN = Q(kelompok=Kelompok.PENDAPATAN)


class BarisAnggaranQuerySet(models.QuerySet["BarisAnggaran"]):
    """Reads of rows."""

    def per_kelompok(self) -> dict[str, int]:
        """Return the rupiah of each group that has rows; one query."""
        baris = self.order_by().values("kelompok").annotate(rp=Sum("jumlah"))
        return dict(baris.values_list("kelompok", "rp"))

    def urut(self) -> Self:
        return self.select_related("bidang").order_by("kelompok", "bidang__kode", "kode", "pk")


class BarisAnggaran(models.Model):
    """One sum of a paper: income of a source (in one stage), spending of a bidang (or of one
    kegiatan in it), or financing.

    A source, or a bidang, is the sum of its rows: `tahap` is empty for income that no stage names,
    `kode` for spending of a bidang that no kegiatan names. So nothing is stored twice.
    """

    anggaran = models.ForeignKey(
        AnggaranKampung, on_delete=models.CASCADE, related_name="baris", db_index=False
    )
    kelompok = models.CharField("kelompok", max_length=12, choices=Kelompok)
    sumber = models.CharField("sumber dana", max_length=10, choices=SumberDana, blank=True)
    tahap = models.PositiveSmallIntegerField(
        "tahap penyaluran",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(TAHAP_TERBANYAK)],
    )
    bidang = models.ForeignKey(
        Bidang, verbose_name="bidang", on_delete=models.PROTECT, null=True, blank=True
    )
    kode = BarisField("kode kegiatan", max_length=8, blank=True)
    uraian = BarisField("uraian", max_length=300, blank=True)
    jumlah = RupiahField("jumlah")

    objects = BarisAnggaranQuerySet.as_manager()

    class Meta:
        verbose_name = "baris anggaran"
        verbose_name_plural = "baris anggaran"
        ordering: ClassVar = ["anggaran", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["anggaran", "kelompok", "sumber", "tahap", "bidang", "kode", "uraian"],
                name="baris_anggaran_unik",
                nulls_distinct=False,
                violation_error_message="Baris ini sudah ada. Jumlahkan menjadi satu.",
            ),
            salah_satu(
                "baris_anggaran_kelompok_dikenal", "kelompok", Kelompok, "Pilih kelompoknya."
            ),
            models.CheckConstraint(
                condition=(_BELANJA & Q(bidang__isnull=False, sumber="", tahap__isnull=True))
                | (~_BELANJA & Q(bidang__isnull=True, kode="")),
                name="baris_anggaran_sesuai_kelompok",
                violation_error_message="Belanja menyebut bidangnya, pendapatan sumbernya.",
            ),
            models.CheckConstraint(
                condition=~_PENDAPATAN | Q(sumber__in=SumberDana.values),
                name="baris_anggaran_bersumber",
                violation_error_message="Pilih sumber dananya.",
            ),
            models.CheckConstraint(
                condition=Q(tahap__isnull=True)
                | (_PENDAPATAN & Q(tahap__gte=1, tahap__lte=TAHAP_TERBANYAK)),
                name="baris_anggaran_tahap_wajar",
                violation_error_message="Tahap penyaluran 1 sampai 12, untuk pendapatan saja.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kelompok_display()}: {self.jumlah}"
