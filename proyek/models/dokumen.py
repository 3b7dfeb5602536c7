"""Dokumen: the papers of a project that everyone may read."""

from typing import Any, ClassVar, Self

from django.db import models

from core.formulir.fields import BarisField, KunciSekaliField
from core.models import Berkas
from core.waktu import sekarang
from proyek.enums import JenisDokumen
from proyek.models.proyek import Proyek
from warga.rules import adalah_kecamatan, adalah_petugas


class DokumenQuerySet(models.QuerySet[Any]):
    """Reads of papers that an office uploads; `kampung` is the way to theirs."""

    kampung: ClassVar[str] = "proyek__kampung"

    def tampil(self) -> Self:
        return self.filter(ditarik_pada__isnull=True)

    def visible_to(self, user: Any) -> Self:
        """Return papers whose file this person may open. One that was taken back stays with the
        kecamatan and the aparat of its kampung, so that nothing disappears unseen."""
        if adalah_kecamatan(user):
            return self
        if adalah_petugas(user):
            milik = models.Q(**{self.kampung: user.kampung_id})
            return self.filter(milik | models.Q(ditarik_pada__isnull=True))
        return self.tampil()


class Dokumen(models.Model):
    """A paper or photo. One that was taken back keeps its place, with the reason of its trail.

    `gerak` is the payment that it proves: the ledger itself holds no file.
    """

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="dokumen")
    jenis = models.CharField("jenis dokumen", max_length=14, choices=JenisDokumen)
    berkas = models.OneToOneField(Berkas, on_delete=models.PROTECT, related_name="dokumen_proyek")
    gerak = models.ForeignKey(
        "proyek.Gerak",
        verbose_name="pencairan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bukti",
    )
    keterangan = BarisField("keterangan", max_length=150, blank=True)
    tanggal = models.DateField("tanggal dokumen", null=True, blank=True)
    dibuat = models.DateTimeField("diunggah", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = DokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ["proyek", "jenis", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.keterangan}".strip()
