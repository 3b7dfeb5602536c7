"""Rencana: the list of a kampung for one year, from a draft to the set plan."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import JSONObject
from django.urls import reverse

from core.formulir.fields import BarisField, TeksField, salah_satu
from core.laku import Laku
from core.waktu import hari_ini, sekarang
from proyek.models import Keputusan
from rencana.enums import SINGKATAN, STATUS_UMUM, JenisRencana, StatusRencana
from rencana.laku import LAKU
from warga.models import Kampung, Pengguna
from warga.rules import adalah_aparat, adalah_bpk, adalah_kecamatan

TAHUN_AWAL, TAHUN_AKHIR = 2020, 2100
RINGKAS_TERBANYAK = 4
RINGKAS = (
    *("tahun", "jenis", "status", "tanya_sampai", "berita_acara_tanggal", "perkam_nomor"),
    "perkam_tanggal",
)
_DRAF = Q(status=StatusRencana.DRAF)
_TETAP = Q(status=StatusRencana.DITETAPKAN)


class RencanaQuerySet(models.QuerySet["Rencana"]):
    """Reads of plans."""

    def umum(self) -> Self:
        """Return the plans that everyone may read."""
        return self.filter(status__in=STATUS_UMUM)

    def visible_to(self, user: Any) -> Self:
        """Return the public ones, and drafts to the kecamatan, and to the aparat and the BPK of
        their kampung."""
        if adalah_kecamatan(user):
            return self
        if (adalah_aparat(user) or adalah_bpk(user)) and user.kampung_id:
            return self.filter(Q(status__in=STATUS_UMUM) | Q(kampung=user.kampung_id))
        return self.umum()

    def ringkas(self) -> Any:
        """Return the newest public plans as plain values, for `rencana.bacaan.baris`."""
        kolom = {nama: F(nama) for nama in RINGKAS}
        baru = self.umum().order_by("-tahun", "-jenis")[:RINGKAS_TERBANYAK]
        return baru.values(isi=JSONObject(**kolom))

    def siap_dibuka(self) -> Self:
        """Return drafts with rows, which wait to be opened."""
        return self.filter(_DRAF, baris__isnull=False).distinct()

    def siap_ditetapkan(self) -> Self:
        """Return plans whose time for questions is over, and that nobody has set yet."""
        lewat = Q(status=StatusRencana.DIBUKA, tanya_sampai__lt=hari_ini())
        return self.filter(lewat | Q(status=StatusRencana.DITUTUP))


class Rencana(models.Model):
    """One list of a kampung: its own work of a year (RKP), or what it asks of the kabupaten.

    `tahun` is the year that is planned for; both kinds of one cycle carry the same. What stands in
    it are rows, each about a project; a project comes back next year as a new row. The planned
    money of rows is never summed with money of a budget. `tanya_sampai` is the last day of
    questions. A set plan changes by a `PerubahanRencana` alone; the database holds its rows.
    """

    jenis_jejak: ClassVar[str] = "rencana"
    laku: ClassVar[Mapping[str, Laku]] = LAKU

    kampung = models.ForeignKey(
        Kampung,
        verbose_name="kampung",
        on_delete=models.PROTECT,
        related_name="rencana",
        db_index=False,
    )
    tahun = models.PositiveSmallIntegerField(
        "tahun rencana",
        validators=[MinValueValidator(TAHUN_AWAL), MaxValueValidator(TAHUN_AKHIR)],
    )
    jenis = models.CharField("jenis", max_length=8, choices=JenisRencana)
    status = models.CharField(
        "status",
        max_length=12,
        choices=StatusRencana,
        default=StatusRencana.DRAF,
        editable=False,
    )
    tanya_sampai = models.DateField("masa tanya sampai", null=True, blank=True)
    dibuka_pada = models.DateTimeField("dibuka", null=True, editable=False)
    ditutup_pada = models.DateTimeField("ditutup", null=True, editable=False)
    ditetapkan_pada = models.DateTimeField("ditetapkan", null=True, editable=False)
    berita_acara_nomor = BarisField("nomor berita acara", max_length=80, blank=True)
    berita_acara_tanggal = models.DateField("tanggal berita acara", null=True, blank=True)
    perkam_nomor = BarisField("nomor Peraturan Kampung", max_length=80, blank=True)
    perkam_tanggal = models.DateField("tanggal Peraturan Kampung", null=True, blank=True)
    keputusan = models.OneToOneField(
        Keputusan,
        verbose_name="keputusan yang menetapkan",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="rencana",
    )
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = RencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana"
        verbose_name_plural = "rencana"
        ordering: ClassVar = ["-tahun", "kampung", "-jenis"]
        indexes: ClassVar = [
            models.Index(fields=["-tahun", "kampung", "-jenis"], name="rencana_urut"),
            models.Index(fields=["status", "tanya_sampai"], name="rencana_menunggu"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kampung", "tahun", "jenis"],
                name="rencana_satu_per_tahun",
                violation_error_message="Rencana jenis ini untuk tahun itu sudah ada.",
            ),
            salah_satu("rencana_jenis_dikenal", "jenis", JenisRencana, "Pilih jenis rencananya."),
            salah_satu(
                "rencana_status_dikenal", "status", StatusRencana, "Status rencana tidak dikenal."
            ),
            models.CheckConstraint(
                condition=Q(tahun__gte=TAHUN_AWAL, tahun__lte=TAHUN_AKHIR),
                name="rencana_tahun_wajar",
                violation_error_message="Tahun rencana tidak wajar.",
            ),
            models.CheckConstraint(
                condition=_DRAF | Q(tanya_sampai__isnull=False, dibuka_pada__isnull=False),
                name="rencana_dibuka_bertenggat",
                violation_error_message="Rancangan yang dibuka menyebut masa tanyanya.",
            ),
            models.CheckConstraint(
                condition=_TETAP & Q(keputusan__isnull=False, ditetapkan_pada__isnull=False)
                | ~_TETAP & Q(keputusan__isnull=True, ditetapkan_pada__isnull=True),
                name="rencana_tetap_berkeputusan",
                violation_error_message="Rencana ditetapkan dengan keputusan.",
            ),
            models.CheckConstraint(
                condition=~_TETAP | Q(berita_acara_tanggal__isnull=False),
                name="rencana_berberita_acara",
                violation_error_message="Tulis tanggal berita acara musyawarahnya.",
            ),
            models.CheckConstraint(
                condition=~_TETAP
                | ~Q(jenis=JenisRencana.RKP)
                | Q(perkam_nomor__regex=r"\S", perkam_tanggal__isnull=False),
                name="rencana_berperaturan",
                violation_error_message="RKP ditetapkan dengan Peraturan Kampung: tulis nomor dan "
                "tanggalnya.",
            ),
            models.CheckConstraint(
                condition=Q(perkam_tanggal__isnull=True)
                | Q(perkam_tanggal__gte=F("berita_acara_tanggal")),
                name="rencana_peraturan_sesudah_acara",
                violation_error_message="Peraturan Kampung tidak boleh sebelum berita acara.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sebutan} Kampung {self.kampung}"

    def get_absolute_url(self) -> str:
        akhir = "" if self.jenis == JenisRencana.RKP else "_usulan"
        return reverse(f"rencana:rinci{akhir}", args=[self.kampung.slug, self.tahun])

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def sebutan(self) -> str:
        """Return its short name: "RKP 2027"."""
        return f"{SINGKATAN[JenisRencana(self.jenis)]} {self.tahun}"

    @property
    def ke_kabupaten(self) -> bool:
        """Return whether it asks the kabupaten for money that nobody has yet."""
        return self.jenis == JenisRencana.DU_RKP

    @property
    def umum(self) -> bool:
        return self.status in STATUS_UMUM

    @property
    def draf(self) -> bool:
        return self.status == StatusRencana.DRAF

    @property
    def tetap(self) -> bool:
        return self.status == StatusRencana.DITETAPKAN

    @property
    def dapat_ditanya(self) -> bool:
        """Return whether its time for questions and objections lasts today (WIB)."""
        if self.status != StatusRencana.DIBUKA or self.tanya_sampai is None:
            return False
        return self.tanya_sampai >= hari_ini()


class PerubahanRencana(models.Model):
    """A change of a set plan, with its reason and its paper. It is only ever added to.

    `butir` says what changed, each a list of words: what, before, after.
    """

    rencana = models.ForeignKey(Rencana, on_delete=models.PROTECT, related_name="perubahan")
    alasan = TeksField("alasan", max_length=2000)
    nomor_surat = BarisField("nomor surat", max_length=80)
    tanggal_surat = models.DateField("tanggal surat")
    butir = models.JSONField("yang diubah", default=list, editable=False)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "perubahan rencana"
        verbose_name_plural = "perubahan rencana"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(alasan__regex=r"\S", nomor_surat__regex=r"\S"),
                name="perubahan_rencana_beralasan",
                violation_error_message="Tulis alasan perubahan, dan nomor suratnya.",
            )
        ]

    def __str__(self) -> str:
        return f"Perubahan {self.rencana}"
