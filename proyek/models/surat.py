"""The scans of a decision, and the word of its kakam: they may change, the decision may not."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from core.formulir.fields import BarisField, KunciSekaliField, TeksField
from core.models import Berkas
from core.waktu import sekarang
from proyek.enums import JenisPindaian, KeadaanSikap
from proyek.models.keputusan import Keputusan
from warga.models import Pengguna


class PindaianKeputusanQuerySet(models.QuerySet["PindaianKeputusan"]):
    """Reads of scans."""

    def berlaku(self) -> Self:
        """Return the scans that were not taken down, with their files."""
        return self.filter(ditarik_pada=None).select_related("berkas")

    def visible_to(self, user: Any) -> Self:
        """Return the scans that stand, of decisions that this person may read."""
        terbaca = Keputusan.objects.visible_to(user).values("pk")
        return self.filter(ditarik_pada=None, keputusan__in=terbaca)


class PindaianKeputusan(models.Model):
    """One scan or photo of a paper behind a decision: the proof. It may come later than the
    decision. One that was taken down stays as a row, so that its place tells why."""

    keputusan = models.ForeignKey(Keputusan, on_delete=models.PROTECT, related_name="pindaian")
    berkas = models.OneToOneField(
        Berkas, on_delete=models.PROTECT, related_name="pindaian_keputusan"
    )
    jenis = models.CharField(
        "jenis", max_length=14, choices=JenisPindaian, default=JenisPindaian.SURAT
    )
    keterangan = BarisField("keterangan", max_length=120, blank=True)
    diunggah_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    diunggah = models.DateTimeField("diunggah", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik pada", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = PindaianKeputusanQuerySet.as_manager()

    class Meta:
        verbose_name = "pindaian keputusan"
        verbose_name_plural = "pindaian keputusan"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.keterangan or self.get_jenis_display()


class SikapKakam(models.Model):
    """The yes or no of a kakam to a decision of that kampung which others entered.

    The account `kakam` is told; the holder of the office speaks. `alasan` is public with the
    decision.
    """

    keputusan = models.OneToOneField(Keputusan, on_delete=models.PROTECT, related_name="sikap")
    kakam = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    keadaan = models.CharField(
        "keadaan", max_length=10, choices=KeadaanSikap, default=KeadaanSikap.MENUNGGU
    )
    alasan = TeksField("alasan", max_length=1000, blank=True)
    pada = models.DateTimeField("pada", null=True, editable=False)

    class Meta:
        verbose_name = "sikap Kepala Kampung"
        verbose_name_plural = "sikap Kepala Kampung"
        indexes = [
            models.Index(
                fields=["keadaan"],
                name="sikap_terbuka",
                condition=~Q(keadaan=KeadaanSikap.BENAR),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(keadaan=KeadaanSikap.DISANGGAH) | Q(alasan__regex=r"\S"),
                name="sikap_sanggahan_beralasan",
                violation_error_message="Tulis alasannya. Semua orang membacanya.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.keputusan_id} {self.keadaan}"

    @property
    def menunggu(self) -> bool:
        return self.keadaan == KeadaanSikap.MENUNGGU

    @property
    def dibenarkan(self) -> bool:
        return self.keadaan == KeadaanSikap.BENAR

    @property
    def disanggah(self) -> bool:
        return self.keadaan == KeadaanSikap.DISANGGAH
