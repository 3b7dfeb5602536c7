"""The changes that a paper makes to a project on which others rely."""

from django.db import models
from django.db.models import Q

from core.formulir.fields import BarisField
from core.waktu import sekarang
from proyek.enums import Dasar
from proyek.models.keputusan import Keputusan
from proyek.models.proyek import Proyek
from proyek.models.uang import Pendanaan


class KolomUbah(models.TextChoices):
    """The values that change only with a paper, once others rely on a project."""

    ANGGARAN = "anggaran", "Anggaran"
    MULAI_RENCANA = "mulai_rencana", "Rencana mulai"
    SELESAI_RENCANA = "selesai_rencana", "Rencana selesai"
    VOLUME = "volume", "Volume"
    SATUAN = "satuan", "Satuan"
    SASARAN = "sasaran", "Sasaran"
    LOKASI = "lokasi", "Lokasi"
    LINTANG = "lintang", "Lintang"
    BUJUR = "bujur", "Bujur"
    KEGIATAN = "kegiatan", "Kegiatan"
    POLA = "pola", "Cara pengerjaan"
    PELAKSANA = "pelaksana", "Pelaksana"


class JenisUbah(models.TextChoices):
    """The paper that changes projects. Only the first two change money."""

    APB = "apb", "Perubahan APB (Peraturan Kampung)"
    PENJABARAN = "penjabaran", "Perubahan Penjabaran APB (Peraturan Kepala Kampung)"
    LAIN = "lain", "Surat lain, tanpa perubahan anggaran (misalnya berita acara atau adendum)"


DASAR_UBAH: dict[str, str] = {
    JenisUbah.APB: Dasar.PERATURAN_KAMPUNG,
    JenisUbah.PENJABARAN: Dasar.PERATURAN_KAKAM,
    JenisUbah.LAIN: Dasar.BERITA_ACARA,
}


class Perubahan(models.Model):
    """One value of one project that a decision changed, old and new as text.

    Anggaran stands in whole rupiah, and names its source (`pendanaan`); days stand as ISO 8601, a
    kegiatan with its code and name. The reason is that of the decision. Rows are only added.
    """

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="perubahan")
    keputusan = models.ForeignKey(Keputusan, on_delete=models.PROTECT, related_name="perubahan")
    pendanaan = models.ForeignKey(
        Pendanaan, on_delete=models.PROTECT, null=True, related_name="perubahan"
    )
    kolom = models.CharField("yang berubah", max_length=20, choices=KolomUbah)
    lama = BarisField("semula", max_length=200, blank=True)
    baru = BarisField("menjadi", max_length=200)
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "perubahan"
        verbose_name_plural = "perubahan"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kolom=KolomUbah.ANGGARAN, pendanaan__isnull=False)
                | (~Q(kolom=KolomUbah.ANGGARAN) & Q(pendanaan__isnull=True)),
                name="perubahan_anggaran_bersumber",
            )
        ]

    def __str__(self) -> str:
        return f"{self.proyek}: {self.get_kolom_display()}"
