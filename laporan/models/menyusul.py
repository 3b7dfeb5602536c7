"""Money that follows a report: the day by which its figures are due, and who gave them."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from core.formulir.fields import semua_atau_tidak
from core.tenggat.bertenggat import Bertenggat, kendala_jam
from core.tenggat.hari_kerja import libur_sejak
from core.waktu import hari_ini
from laporan.models.laporan import LaporanKemajuan
from warga.enums import NamaJabatan
from warga.models import Pengguna


class MenyusulQuerySet(models.QuerySet["BelanjaMenyusul"]):
    """Reads of money that follows."""

    def ditunggu(self) -> Self:
        """Return what nobody gave yet, of the reports that stand: the one due first comes first."""
        berlaku = LaporanKemajuan.objects.berlaku().filter(pk=OuterRef("laporan"))
        return self.filter(Exists(berlaku), diisi_pada__isnull=True).order_by("tenggat", "pk")

    def milik_kampung(self, kampung: int | None) -> Self:
        """Return what a kampung owes, with what a list of it shows (one query)."""
        milik = self.ditunggu().filter(laporan__proyek__kampung=kampung)
        return milik.select_related("laporan__proyek").annotate(libur=libur_sejak("tenggat"))

    def terlambat(self) -> Self:
        """Return what is past its due day (WIB)."""
        return self.ditunggu().filter(tenggat__lt=hari_ini())


class BelanjaMenyusul(Bertenggat):
    """The money of a published report that said "menyusul", with its clock.

    It is written once: when its figures come (`diisi_…`), they stand in the lines of the report
    (`Realisasi`, `RincianBelanja`), which the database lets in with that filling alone. It is
    awaited as long as its report stands; a corrected or withdrawn report asks for nothing.
    `transaksi` and `dicatat` are the database's own. `laporan.services.menyusul` alone writes here.
    """

    laporan = models.OneToOneField(
        LaporanKemajuan, on_delete=models.PROTECT, primary_key=True, related_name="menyusul"
    )
    diisi_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    diisi_pada = models.DateTimeField("diisi", null=True, editable=False)
    diisi_sebagai = models.CharField("sebagai", max_length=20, choices=NamaJabatan, blank=True)
    transaksi = models.BigIntegerField("transaksi", null=True, editable=False)
    dicatat = models.DateTimeField("dicatat", null=True, editable=False)

    objects = MenyusulQuerySet.as_manager()

    class Meta:
        verbose_name = "belanja menyusul"
        verbose_name_plural = "belanja menyusul"
        ordering: ClassVar = ["tenggat", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["tenggat"], name="menyusul_ditunggu", condition=Q(diisi_pada__isnull=True)
            )
        ]
        constraints: ClassVar = [
            semua_atau_tidak(
                "menyusul_diisi_lengkap",
                ("diisi_oleh", "diisi_pada"),
                "Pengisi dan waktu mengisi disimpan bersama atau tidak sama sekali.",
            ),
            *kendala_jam("menyusul"),
        ]

    def __str__(self) -> str:
        return f"{self.laporan}: belanja menyusul"

    @property
    def menunggu_petugas(self) -> bool:
        return self.diisi_pada is None

    @property
    def kata_pengisi(self) -> str:
        """Return by whom it was filled in, as everyone reads it: an office, never a name."""
        kampung = self.laporan.proyek.kampung
        jabatan: Any = self.get_diisi_sebagai_display()
        return f"{jabatan or 'petugas'} Kampung {kampung}"
