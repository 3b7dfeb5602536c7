"""Land, surroundings, upkeep and access for everybody: they keep a work of use for years."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from core.formulir.fields import BarisField, BilanganField, RupiahField, TeksField
from core.waktu import sekarang
from proyek.enums import Akses, Dampak, Rawan, StatusLahan
from proyek.models.acuan import TujuanDesa
from proyek.models.proyek import Proyek

TUJUAN_TERBANYAK = 3
UMUR_TERLAMA = 100  # years


def _daftar(kata: str, pilihan: type[models.TextChoices]) -> "ArrayField[list[str], list[str]]":
    isi: models.CharField[str, str] = models.CharField(max_length=12, choices=pilihan)
    return ArrayField(isi, verbose_name=kata, default=list, blank=True)


class Lestari(models.Model):
    """Land, surroundings, upkeep and access of one project. Everything may be unknown.

    `perawat` is an office or a group, never a person. `biaya_rawat` is rupiah a year.
    """

    proyek = models.OneToOneField(
        Proyek, on_delete=models.PROTECT, primary_key=True, related_name="lestari"
    )
    tujuan = models.ManyToManyField(TujuanDesa, verbose_name="tujuan SDGs Desa", blank=True)
    status_lahan = models.CharField("status lahan", max_length=12, choices=StatusLahan, blank=True)
    surat_lahan = BarisField("surat lahan", max_length=200, blank=True)
    dampak = models.CharField("dampak lingkungan", max_length=6, choices=Dampak, blank=True)
    mitigasi = TeksField("pencegahan dampak", max_length=1000, blank=True)
    rawan = _daftar("rawan terhadap", Rawan)
    perawat = BarisField("yang merawat", max_length=120, blank=True)
    biaya_rawat = RupiahField("biaya perawatan setahun (rupiah)", null=True, blank=True)
    sumber_rawat = BarisField("sumber biaya perawatan", max_length=120, blank=True)
    umur_rencana = BilanganField("umur rencana (tahun)", null=True, blank=True)
    akses = _daftar("akses bagi penyandang disabilitas", Akses)
    tanpa_akses = BarisField("mengapa aksesnya belum ada", max_length=300, blank=True)
    diubah = models.DateTimeField("diubah", default=sekarang, editable=False)

    class Meta:
        verbose_name = "lahan, lingkungan, dan perawatan"
        verbose_name_plural = "lahan, lingkungan, dan perawatan"
        constraints = [
            models.CheckConstraint(
                condition=Q(rawan__contained_by=Rawan.values) & Q(akses__contained_by=Akses.values),
                name="lestari_pilihan_dikenal",
                violation_error_message="Pilihan itu tidak ada. Pilih dari daftar.",
            ),
            models.CheckConstraint(
                condition=Q(umur_rencana__isnull=True) | Q(umur_rencana__range=(1, UMUR_TERLAMA)),
                name="lestari_umur_wajar",
                violation_error_message="Umur rencana antara 1 dan 100 tahun.",
            ),
        ]

    def __str__(self) -> str:
        return f"Lestari {self.proyek_id}"

    @property
    def kata_rawan(self) -> list[str]:
        return [str(Rawan(satu).label).lower() for satu in self.rawan]

    @property
    def kata_akses(self) -> list[str]:
        return [str(Akses(satu).label).lower() for satu in self.akses]
