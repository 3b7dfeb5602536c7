"""AnggaranKampung: one paper of a kampung's budget, in one version."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from anggaran.enums import BERPERATURAN, SEMESTER, JenisAnggaran, StatusAnggaran, bentuk
from anggaran.laku import LAKU
from core.formulir.fields import BarisField, KunciSekaliField, RupiahField, TeksField, salah_satu
from core.laku import Laku
from core.waktu import sekarang
from warga.models import Kampung, Pengguna
from warga.rules import adalah_aparat, adalah_kecamatan

TAHUN_AWAL, TAHUN_AKHIR = 2015, 2100
TAHAP_TERBANYAK = 12
_TERBIT = Q(status=StatusAnggaran.TERBIT)
_MURNI, _UBAH, _NYATA = (Q(jenis=satu) for satu in JenisAnggaran)


class AnggaranQuerySet(models.QuerySet["AnggaranKampung"]):
    """Reads of papers."""

    def terbit(self) -> Self:
        """Return the published ones, each version of them."""
        return self.filter(_TERBIT)

    def berlaku(self) -> Self:
        """Return the newest published version of each paper."""
        lebih_baru = AnggaranKampung.objects.filter(
            _TERBIT,
            kampung=OuterRef("kampung"),
            tahun=OuterRef("tahun"),
            jenis=OuterRef("jenis"),
            ke=OuterRef("ke"),
            versi__gt=OuterRef("versi"),
        )
        return self.filter(_TERBIT, ~Exists(lebih_baru))

    def draf(self) -> Self:
        return self.filter(status=StatusAnggaran.DRAF)

    def visible_to(self, user: Any) -> Self:
        """Return the published ones, and drafts to the kecamatan and the aparat of the kampung."""
        if adalah_kecamatan(user):
            return self
        if adalah_aparat(user) and user.kampung_id:
            return self.filter(_TERBIT | Q(kampung=user.kampung_id))
        return self.terbit()


class AnggaranKampung(models.Model):
    """One paper of a kampung's budget for a year: murni, perubahan ke-n, or realisasi of a
    semester.

    `ke` is 0 for the murni, n for the perubahan, and the semester for the realisasi. The totals are
    sums of the rows and stored nowhere. A published paper is never edited: a mistake in it is a new
    `versi` with its `alasan`. `silpa` is what the paper itself leaves over; the database publishes
    a budget only when its sums agree with it. The realisasi tells of everything since January, up
    to `sampai`.
    """

    jenis_jejak: ClassVar[str] = "anggaran"
    laku: ClassVar[Mapping[str, Laku]] = LAKU

    kampung = models.ForeignKey(
        Kampung,
        verbose_name="kampung",
        on_delete=models.PROTECT,
        related_name="anggaran",
        db_index=False,
    )
    tahun = models.PositiveSmallIntegerField(
        "tahun anggaran",
        validators=[MinValueValidator(TAHUN_AWAL), MaxValueValidator(TAHUN_AKHIR)],
    )
    jenis = models.CharField("jenis", max_length=10, choices=JenisAnggaran)
    ke = models.PositiveSmallIntegerField("perubahan atau semester ke", default=0)
    versi = models.PositiveSmallIntegerField("versi", default=1, editable=False)
    status = models.CharField(
        "status",
        max_length=6,
        choices=StatusAnggaran,
        default=StatusAnggaran.DRAF,
        editable=False,
    )
    alasan = TeksField("alasan pembetulan", max_length=1000, blank=True)
    perkam_nomor = BarisField("nomor Peraturan Kampung", max_length=80, blank=True)
    perkam_tanggal = models.DateField("tanggal Peraturan Kampung", null=True, blank=True)
    sampai = models.DateField("keadaan sampai tanggal", null=True, blank=True)
    silpa = RupiahField("sisa lebih tahun berjalan (SiLPA)", default=0)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    diterbitkan_pada = models.DateTimeField("diterbitkan", null=True, editable=False)
    diterbitkan_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    kunci_sekali = KunciSekaliField()

    objects = AnggaranQuerySet.as_manager()

    class Meta:
        verbose_name = "anggaran kampung"
        verbose_name_plural = "anggaran kampung"
        ordering: ClassVar = ["-tahun", "kampung", "jenis", "ke", "-versi"]
        indexes: ClassVar = [
            models.Index(fields=["-tahun", "kampung", "status"], name="anggaran_urut")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kampung", "tahun", "jenis", "ke", "versi"],
                name="anggaran_versi_unik",
                violation_error_message="Versi anggaran ini sudah ada. Muat ulang halaman.",
            ),
            models.UniqueConstraint(
                fields=["kampung", "tahun", "jenis", "ke"],
                condition=Q(status=StatusAnggaran.DRAF),
                name="anggaran_satu_draf",
                violation_error_message="Draf anggaran ini sudah ada. Lanjutkan draf itu.",
            ),
            salah_satu("anggaran_jenis_dikenal", "jenis", JenisAnggaran, "Pilih jenisnya."),
            salah_satu(
                "anggaran_status_dikenal", "status", StatusAnggaran, "Status tidak dikenal."
            ),
            models.CheckConstraint(
                condition=Q(tahun__gte=TAHUN_AWAL, tahun__lte=TAHUN_AKHIR),
                name="anggaran_tahun_wajar",
                violation_error_message="Tahun anggaran tidak wajar.",
            ),
            models.CheckConstraint(
                condition=(_MURNI & Q(ke=0))
                | (_UBAH & Q(ke__gte=1, ke__lte=9))
                | (_NYATA & Q(ke__in=SEMESTER)),
                name="anggaran_ke_sesuai_jenis",
                violation_error_message="Tulis perubahan yang ke berapa, atau semester 1 atau 2.",
            ),
            models.CheckConstraint(
                condition=Q(versi=1, alasan="") | Q(versi__gt=1, alasan__regex=r"\S"),
                name="anggaran_versi_beralasan",
                violation_error_message="Tulis alasan pembetulan.",
            ),
            models.CheckConstraint(
                condition=~_TERBIT
                | Q(diterbitkan_pada__isnull=False, diterbitkan_oleh__isnull=False),
                name="anggaran_terbit_lengkap",
                violation_error_message="Catat siapa yang menerbitkan, dan kapan.",
            ),
            models.CheckConstraint(
                condition=~_TERBIT
                | _NYATA
                | Q(perkam_nomor__regex=r"\S", perkam_tanggal__isnull=False),
                name="anggaran_berperaturan",
                violation_error_message="Tulis nomor dan tanggal Peraturan Kampung.",
            ),
            models.CheckConstraint(
                condition=~_TERBIT | ~_NYATA | Q(sampai__isnull=False),
                name="anggaran_realisasi_bertanggal",
                violation_error_message="Tulis sampai tanggal berapa realisasi ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sebutan} Kampung {self.kampung}"

    def get_absolute_url(self) -> str:
        return reverse("anggaran:rinci", args=[self.kampung.slug, self.tahun])

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def sebutan(self) -> str:
        """Return its name: "APB Kampung 2026", "Perubahan ke-1 APB Kampung 2026"."""
        if self.jenis == JenisAnggaran.PERUBAHAN:
            return f"Perubahan ke-{self.ke} APB Kampung {self.tahun}"
        if self.jenis == JenisAnggaran.REALISASI:
            return f"Realisasi semester {self.ke} APB Kampung {self.tahun}"
        return f"APB Kampung {self.tahun}"

    @property
    def bentuk(self) -> str:
        """Return how addresses name it: "murni", "perubahan-1", "semester-2"."""
        return bentuk(self.jenis, self.ke)

    @property
    def realisasi(self) -> bool:
        return self.jenis == JenisAnggaran.REALISASI

    @property
    def berperaturan(self) -> bool:
        return self.jenis in BERPERATURAN

    @property
    def terbit(self) -> bool:
        return self.status == StatusAnggaran.TERBIT
