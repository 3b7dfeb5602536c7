"""A proposal to the kabupaten: of a kampung, or of the kecamatan itself."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.formulir.fields import (
    AngkaField,
    BarisField,
    BujurField,
    JudulField,
    KunciSekaliField,
    LintangField,
    RupiahField,
    TeksField,
    titik_lengkap,
)
from core.laku import Laku
from core.models import Berkas
from core.waktu import sekarang
from musrenbang.enums import KUOTA_TERBESAR, Kelompok, Lahan, Wewenang
from musrenbang.laku import LAKU_USULAN
from musrenbang.models.musrenbang import Musrenbang
from musrenbang.models.rujukan import KamusUsulan, PerangkatDaerah
from proyek.models import Proyek
from rencana.models import BarisRencana
from warga.models import Kampung, Pengguna

# The same in SQL as the reasons of `musrenbang.bacaan.gerbang`; a test holds both together.
_KURANG = (
    Q(wewenang=Wewenang.KAMPUNG)
    | Q(lokasi="")
    | Q(lintang__isnull=True)
    | Q(volume__isnull=True)
    | Q(satuan="")
    | Q(perkiraan__isnull=True)
    | Q(perkiraan=0)
    | Q(foto__isnull=True)
    | Q(lahan__in=("", Lahan.WARGA))
    | Q(perangkat__isnull=True)
    | Q(kamus__isnull=True)
    | ~Q(kamus__perangkat=F("perangkat"))
)


class UsulanQuerySet(models.QuerySet["Usulan"]):
    """Reads of proposals."""

    def berdiri(self) -> Self:
        """Return the proposals that nobody withdrew."""
        return self.filter(ditarik_pada__isnull=True)

    def kurang(self) -> Self:
        """Return the proposals that the gate holds back (`musrenbang.bacaan.gerbang`)."""
        return self.filter(_KURANG)

    def untuk_kartu(self) -> Self:
        """Return proposals with what a row of a list shows, in one query."""
        terkait = ("kampung", "perangkat", "kamus", "foto", "musrenbang", "nasib")
        return self.select_related(*terkait, "lalu__nasib", "lalu__musrenbang")

    def berfoto(self) -> Self:
        """Return the proposals that stand with a photo, which everyone may see."""
        return self.berdiri().filter(foto__isnull=False)


class Usulan(models.Model):
    """One proposal. `urutan` is the own order of its kampung, from 1; the kecamatan has none.

    `kampung_lain` are helped, too. `baris` is the row of a DU-RKP that it came from, `lalu` the
    proposal of an earlier year that it repeats.
    """

    jenis_jejak: ClassVar[str] = "usulan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_USULAN

    musrenbang = models.ForeignKey(Musrenbang, on_delete=models.PROTECT, related_name="usulan")
    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, null=True, blank=True, related_name="usulan_musrenbang"
    )
    kampung_lain = models.ManyToManyField(
        Kampung, verbose_name="kampung lain yang ikut terbantu", blank=True, related_name="+"
    )
    urutan = models.PositiveSmallIntegerField(
        "prioritas ke", null=True, blank=True, validators=[MinValueValidator(1)]
    )
    judul = JudulField("yang diusulkan", max_length=150)
    masalah = TeksField("masalah yang dijawab", max_length=1000)
    kelompok = models.CharField("kelompok", max_length=8, choices=Kelompok)
    perangkat = models.ForeignKey(
        PerangkatDaerah,
        verbose_name="perangkat daerah tujuan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="usulan",
    )
    kamus = models.ForeignKey(
        KamusUsulan,
        verbose_name="kamus usulan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="usulan",
    )
    wewenang = models.CharField(
        "wewenang siapa", max_length=10, choices=Wewenang, default=Wewenang.KABUPATEN
    )
    lokasi = BarisField("lokasi", max_length=200, blank=True)
    lintang = LintangField("lintang", null=True, blank=True)
    bujur = BujurField("bujur", null=True, blank=True)
    volume = AngkaField("volume", max_digits=12, decimal_places=2, null=True, blank=True)
    satuan = BarisField("satuan", max_length=20, blank=True)
    perkiraan = RupiahField("perkiraan biaya (rupiah)", null=True, blank=True)
    lahan = models.CharField("status lahan", max_length=10, choices=Lahan, blank=True)
    foto = models.OneToOneField(
        Berkas, on_delete=models.PROTECT, null=True, editable=False, related_name="usulan"
    )
    proyek = models.ForeignKey(
        Proyek, on_delete=models.PROTECT, null=True, blank=True, related_name="usulan_musrenbang"
    )
    baris = models.ForeignKey(
        BarisRencana, on_delete=models.PROTECT, null=True, editable=False, related_name="usulan"
    )
    lalu = models.ForeignKey(
        "self",
        verbose_name="pernah diusulkan sebagai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="diulang",
    )
    dibuat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = UsulanQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan musrenbang"
        verbose_name_plural = "usulan musrenbang"
        ordering: ClassVar = ["musrenbang", "kampung", "urutan", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["musrenbang", "perangkat", "kelompok"], name="usulan_kelompok"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["musrenbang", "kampung", "urutan"],
                condition=Q(ditarik_pada__isnull=True),
                name="usulan_prioritas_sekali",
                violation_error_message="Prioritas dengan nomor ini sudah ada. Pilih nomor lain.",
            ),
            models.UniqueConstraint(
                fields=["musrenbang", "baris"],
                condition=Q(ditarik_pada__isnull=True, baris__isnull=False),
                name="usulan_baris_sekali",
                violation_error_message="Baris DU-RKP ini sudah diusulkan.",
            ),
            models.CheckConstraint(
                condition=Q(kampung__isnull=True, urutan__isnull=True)
                | Q(kampung__isnull=False, urutan__range=(1, KUOTA_TERBESAR)),
                name="usulan_prioritas_kampung",
                violation_error_message="Tulis prioritas ke berapa usulan ini bagi kampungnya.",
            ),
            titik_lengkap("usulan_titik_lengkap"),
            models.CheckConstraint(
                condition=Q(volume__isnull=True) | Q(volume__gt=0),
                name="usulan_volume_positif",
                violation_error_message="Volume harus lebih besar dari nol.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        return reverse("musrenbang:usulan", args=[self.pk])

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def dari(self) -> str:
        """Return who proposes it: "Kampung Sido Rejo", or the kecamatan."""
        return f"Kampung {self.kampung}" if self.kampung_id else "Kecamatan"

    @property
    def ditarik(self) -> bool:
        return self.ditarik_pada is not None

    @property
    def jawaban(self) -> Any:
        """Return the answer of the kabupaten; None while there is none."""
        return getattr(self, "nasib", None)
