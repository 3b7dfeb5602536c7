"""Who stands behind a kiriman, and how its sender judges it in the end."""

from django.db import models

from aspirasi.enums import Didengar
from aspirasi.models.aspirasi import Aspirasi
from core.fields import TeksField
from core.waktu import sekarang
from warga.models import Pengguna


class Dukungan(models.Model):
    """A person with an account says: this matters to me, too. Once per person."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="dukungan")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="dukungan")
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "dukungan"
        verbose_name_plural = "dukungan"
        constraints = [
            models.UniqueConstraint(fields=["aspirasi", "pengguna"], name="dukungan_sekali")
        ]

    def __str__(self) -> str:
        return f"Dukungan {self.pk}"


class BelumBeres(models.Model):
    """A person with an account says: this is not settled. Once per person, until it reopens."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="belum_beres")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="belum_beres")
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "pernyataan belum beres"
        verbose_name_plural = "pernyataan belum beres"
        constraints = [
            models.UniqueConstraint(fields=["aspirasi", "pengguna"], name="belum_beres_sekali")
        ]

    def __str__(self) -> str:
        return f"Belum beres {self.pk}"


class Penilaian(models.Model):
    """Asked once, four weeks after it was settled: does it hold, and were you heard?"""

    aspirasi = models.OneToOneField(Aspirasi, on_delete=models.PROTECT, related_name="penilaian")
    masih_beres = models.BooleanField("masih beres")
    didengar = models.CharField("merasa didengar", max_length=8, choices=Didengar)
    catatan = TeksField("catatan", max_length=1000, blank=True)
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "penilaian"
        verbose_name_plural = "penilaian"

    def __str__(self) -> str:
        return f"Penilaian {self.aspirasi_id}"
