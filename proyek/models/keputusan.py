"""Keputusan: a decision with its reason, standing alone or about a project."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.cari.kolom import vektor
from core.cari.kueri import indeks_rapat
from core.formulir.fields import BarisField, JudulField, KunciSekaliField, TeksField
from core.laku import Laku
from core.models import Berkas
from core.waktu import sekarang
from proyek.enums import TAHAP_NEGATIF, Dasar, Tahap
from proyek.laku import LAKU_KEPUTUSAN
from proyek.models.proyek import Proyek
from warga.models import Kampung, Pengguna

PANJANG_ALASAN_NEGATIF = 20


class KeputusanQuerySet(models.QuerySet["Keputusan"]):
    """Reads of decisions. Every decision is public, but for one that went with its project: that
    was opened by mistake."""

    def visible_to(self, user: Any) -> Self:
        return self.filter(proyek__dicabut_pada__isnull=True)

    def umum(self) -> Self:
        """Return the decisions that a visitor may read."""
        return self.visible_to(AnonymousUser())

    def untuk_kartu(self) -> Self:
        """Return decisions with the columns of a card, in one query."""
        return self.select_related("kampung", "proyek")


class Keputusan(models.Model):
    """A decision entered into the portal. Signatures are on paper; the scan is the proof.

    `ditetapkan_jabatan` and `ditetapkan_nama` name the person who decided; `dicatat_oleh` is the
    account that entered it. With a proyek it may open the door to `ke_tahap`.
    """

    jenis_jejak: ClassVar[str] = "keputusan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_KEPUTUSAN
    awalan_nomor: ClassVar[str] = "KEP"
    lebar_nomor: ClassVar[int] = 4

    nomor = models.CharField("nomor", max_length=14, unique=True, editable=False)
    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, related_name="keputusan", verbose_name="kampung"
    )
    proyek = models.ForeignKey(
        Proyek,
        on_delete=models.PROTECT,
        related_name="keputusan",
        verbose_name="proyek",
        null=True,
        blank=True,
    )
    ke_tahap = models.CharField("tahap berikutnya", max_length=24, choices=Tahap, blank=True)
    judul = JudulField("judul keputusan", max_length=150)
    isi = TeksField("isi keputusan", max_length=5000)
    alasan = TeksField("alasan", max_length=3000)
    dasar = models.CharField("dasar", max_length=20, choices=Dasar)
    nomor_surat = BarisField("nomor surat", max_length=80, blank=True)
    tanggal_surat = models.DateField("tanggal surat")
    ditetapkan_jabatan = BarisField("jabatan yang menetapkan", max_length=100)
    ditetapkan_nama = BarisField("nama yang menetapkan", max_length=100, blank=True)
    berlaku_mulai = models.DateField("berlaku mulai", null=True, blank=True)
    berkas = models.OneToOneField(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="keputusan"
    )
    dicatat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()
    vektor = vektor(
        *(("judul", "A"), ("nomor", "A"), ("nomor_surat", "A"), ("isi", "B"), ("alasan", "C")),
        *(("ditetapkan_jabatan", "D"), ("ditetapkan_nama", "D")),
        kampung="kampung",
    )

    objects = KeputusanQuerySet.as_manager()

    class Meta:
        verbose_name = "keputusan"
        verbose_name_plural = "keputusan"
        ordering = ["-tanggal_surat", "-pk"]
        indexes = [
            GinIndex(fields=["vektor"], name="keputusan_vektor"),
            indeks_rapat("keputusan_nomor_surat", "nomor_surat"),
            models.Index(fields=["-tanggal_surat", "-id"], name="keputusan_terbaru"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(alasan__regex=r"\S"),
                name="keputusan_alasan_wajib",
                violation_error_message="Alasan keputusan wajib diisi.",
            ),
            models.CheckConstraint(
                condition=~Q(ke_tahap__in=TAHAP_NEGATIF)
                | Q(alasan__regex=rf"\S.{{{PANJANG_ALASAN_NEGATIF - 1},}}"),
                name="keputusan_negatif_beralasan",
                violation_error_message="Tulis alasannya dalam satu kalimat penuh, "
                "karena keputusan ini mengecewakan pengusul.",
            ),
            models.CheckConstraint(
                condition=Q(ke_tahap="") | Q(proyek__isnull=False),
                name="keputusan_tahap_perlu_proyek",
                violation_error_message="Tahap berikutnya hanya untuk keputusan tentang proyek.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.judul}"

    def get_absolute_url(self) -> str:
        return reverse("keputusan:rincian", args=[self.nomor])

    @property
    def kunci_jejak(self) -> str:
        return self.nomor
