"""The rows of a plan, and the money that is expected for them."""

from typing import ClassVar, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Deferrable, F, Q
from django.urls import reverse

from core.formulir.fields import BarisField, RupiahField, TeksField, salah_satu
from core.waktu import sekarang
from proyek.enums import SumberDana
from proyek.models import Keputusan, Proyek
from rencana.enums import STATUS_UMUM, Hasil, StatusRencana
from rencana.models.rencana import Rencana

PANJANG_ALASAN = 20
_TIDAK = Q(hasil=Hasil.TIDAK_DIAMBIL)


class BarisQuerySet(models.QuerySet["BarisRencana"]):
    """Reads of rows."""

    def umum(self) -> Self:
        """Return the rows of plans that everyone may read, of projects that stand."""
        return self.filter(rencana__status__in=STATUS_UMUM, proyek__dicabut_pada__isnull=True)

    def tidak_diambil(self) -> Self:
        """Return the rows that a set plan did not take."""
        return self.umum().filter(
            rencana__status=StatusRencana.DITETAPKAN, hasil=Hasil.TIDAK_DIAMBIL
        )

    def untuk_kartu(self) -> Self:
        """Return rows with their plan, kampung and project, in one query."""
        return self.select_related("rencana__kampung", "proyek__kampung", "keputusan")


class BarisRencana(models.Model):
    """One row: a project in a plan, with its place in the order and its estimated cost.

    `asal` is the row of an earlier year that this one brings back. `hasil` is "" until the plan is
    set. A row that was not taken says why, and for which year it comes back (`kembali_tahun`).
    """

    rencana = models.ForeignKey(Rencana, on_delete=models.PROTECT, related_name="baris")
    proyek = models.ForeignKey(
        Proyek, verbose_name="proyek", on_delete=models.PROTECT, related_name="baris_rencana"
    )
    urutan = models.PositiveSmallIntegerField("urutan", validators=[MinValueValidator(1)])
    perkiraan = RupiahField("perkiraan biaya (rupiah)", validators=[MinValueValidator(1)])
    sumber = models.CharField("sumber uang", max_length=12, choices=SumberDana)
    rpjm = BarisField(
        "baris RPJM Kampung",
        max_length=200,
        blank=True,
        help_text="Kosongkan bila belum ada di RPJM.",
    )
    asal = models.ForeignKey(
        "self",
        verbose_name="kembali dari",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="kembali",
    )
    hasil = models.CharField("hasil", max_length=14, choices=Hasil, blank=True, editable=False)
    alasan = TeksField("alasan", max_length=1000, blank=True)
    kembali_tahun = models.PositiveSmallIntegerField("dibahas lagi untuk tahun", null=True)
    keputusan = models.ForeignKey(
        Keputusan,
        verbose_name="keputusan tentang baris ini",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="baris_rencana",
    )
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)

    objects = BarisQuerySet.as_manager()

    class Meta:
        verbose_name = "baris rencana"
        verbose_name_plural = "baris rencana"
        ordering: ClassVar = ["rencana", "urutan"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["rencana", "urutan"],
                name="baris_urutan_sekali",
                deferrable=Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["rencana", "proyek"],
                name="baris_proyek_sekali",
                violation_error_message="Proyek ini sudah ada di rencana ini.",
            ),
            models.UniqueConstraint(
                fields=["asal", "rencana"],
                name="baris_kembali_sekali",
                condition=Q(asal__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(urutan__gte=1, perkiraan__gte=1),
                name="baris_berbiaya",
                violation_error_message="Tulis perkiraan biayanya, dan urutannya mulai dari 1.",
            ),
            salah_satu("baris_sumber_dikenal", "sumber", SumberDana, "Pilih sumber uangnya."),
            models.CheckConstraint(
                condition=Q(hasil__in=["", *Hasil.values]),
                name="baris_hasil_dikenal",
                violation_error_message="Hasil baris tidak dikenal.",
            ),
            models.CheckConstraint(
                condition=_TIDAK & Q(kembali_tahun__isnull=False)
                | ~_TIDAK & Q(kembali_tahun__isnull=True, alasan=""),
                name="baris_kembali_bila_tidak_diambil",
                violation_error_message="Yang belum masuk rencana menyebut kapan dibahas lagi.",
            ),
            models.CheckConstraint(
                condition=~_TIDAK | Q(alasan__regex=rf"\S.{{{PANJANG_ALASAN - 1},}}"),
                name="baris_tidak_diambil_beralasan",
                violation_error_message="Tulis alasannya dalam satu kalimat penuh: pengusulnya "
                "membacanya.",
            ),
            models.CheckConstraint(condition=~Q(asal=F("pk")), name="baris_bukan_asal_sendiri"),
        ]

    def __str__(self) -> str:
        return f"{self.rencana.sebutan}, urutan {self.urutan}"

    def get_absolute_url(self) -> str:
        return reverse("rencana:baris", args=[self.pk])

    @property
    def diambil(self) -> bool:
        return self.hasil == Hasil.DIAMBIL

    @property
    def tidak_diambil(self) -> bool:
        return self.hasil == Hasil.TIDAK_DIAMBIL

    @property
    def kata_rpjm(self) -> str:
        return self.rpjm or "belum ada di RPJM"


class PaguIndikatif(models.Model):
    """The money that a source is expected to bring for the plan; None while nobody knows."""

    rencana = models.ForeignKey(Rencana, on_delete=models.CASCADE, related_name="pagu")
    sumber = models.CharField("sumber uang", max_length=12, choices=SumberDana)
    rupiah = RupiahField(
        "perkiraan uang yang tersedia (rupiah)",
        null=True,
        blank=True,
        help_text="Kosongkan bila belum diketahui.",
    )

    class Meta:
        verbose_name = "pagu indikatif"
        verbose_name_plural = "pagu indikatif"
        ordering: ClassVar = ["rencana", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["rencana", "sumber"],
                name="pagu_satu_per_sumber",
                violation_error_message="Sumber uang ini sudah ditulis.",
            ),
            salah_satu("pagu_sumber_dikenal", "sumber", SumberDana, "Pilih sumber uangnya."),
        ]

    def __str__(self) -> str:
        return f"{self.get_sumber_display()}, {self.rencana_id}"
