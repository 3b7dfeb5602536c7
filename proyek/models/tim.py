"""TimProyek: the people and firms that do the work (Permendagri 20/2018 Ps 6)."""

from django.db import models
from django.db.models import Q

from core.formulir.fields import BarisField, KunciSekaliField, RupiahField
from proyek.enums import PeranTim
from proyek.models.proyek import Proyek

TUNGGAL = (PeranTim.KETUA_TPK, PeranTim.SEKRETARIS_TPK)


class TimProyek(models.Model):
    """One member of the team, or a firm with its contract.

    The name stands on the page of its project and on its board; that of the carrier of the budget
    stands on the sheet for an SPP, too. It is in no search, in no list, in no open data and in no
    trail (docs/keputusan/0049-halaman-proyek.md).
    """

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="tim")
    peran = models.CharField("peran", max_length=16, choices=PeranTim)
    nama = BarisField("nama", max_length=100)
    jabatan = BarisField("jabatan", max_length=100, blank=True)
    nomor_kontrak = BarisField("nomor kontrak", max_length=80, blank=True)
    tanggal_kontrak = models.DateField("tanggal kontrak", null=True, blank=True)
    nilai_kontrak = RupiahField("nilai kontrak (rupiah)", null=True, blank=True)
    kunci_sekali = KunciSekaliField()

    class Meta:
        verbose_name = "tim proyek"
        verbose_name_plural = "tim proyek"
        ordering = ["proyek", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proyek", "peran"],
                condition=Q(peran__in=TUNGGAL),
                name="tim_satu_per_peran",
                violation_error_message="Peran ini sudah terisi. Perbaiki yang sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(peran=PeranTim.PENYEDIA)
                | Q(nomor_kontrak="", tanggal_kontrak__isnull=True, nilai_kontrak__isnull=True),
                name="tim_kontrak_penyedia",
                violation_error_message="Kontrak hanya diisi untuk penyedia.",
            ),
            models.CheckConstraint(
                condition=Q(nilai_kontrak__isnull=True) | Q(nilai_kontrak__gt=0),
                name="tim_nilai_kontrak_positif",
                violation_error_message="Nilai kontrak harus lebih besar dari nol.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_peran_display()}: {self.nama}"
