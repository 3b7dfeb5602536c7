"""A look of the kecamatan at a work in the field, what it saw, and what was agreed there."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from core.formulir.fields import BarisField, KunciSekaliField, TeksField, salah_satu
from core.laku import Laku
from core.models import Berkas
from core.tenggat.bertenggat import Bertenggat, kendala_jam
from core.waktu import hari_ini, sekarang
from laporan.enums import SebabPeriksa, TahapLapangan
from laporan.laku import LAKU_LAPANGAN
from laporan.models.cek import CekWarga
from proyek.models import Proyek
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

HARI_DEKAT = dt.timedelta(days=7)  # an agreement answered "belum" is on the desk again
HARI_PERIKSA = 10  # working days from its opening to its result (docs/keputusan/0066-lapangan.md)
BERJALAN = (TahapLapangan.DIBUKA, TahapLapangan.DISEPAKATI)
RINGKAS = ("pk", "sebab", "tahap", "dibuka", "tenggat", "dicatat_pada")


class LapanganQuerySet(models.QuerySet["PemeriksaanLapangan"]):
    """Reads of looks."""

    def dibuka(self) -> Self:
        """Return the looks that wait for their result, the one due first first."""
        return self.filter(tahap=TahapLapangan.DIBUKA).order_by("tenggat", "pk")

    def disepakati(self, kampung: int | None) -> Self:
        """Return the looks whose agreement waits for an answer of the office of this kampung: none
        came yet, or the promised day is near or past."""
        milik = self.filter(tahap=TahapLapangan.DISEPAKATI, proyek__kampung=kampung)
        dijawab = Exists(JawabanSepakat.objects.filter(pemeriksaan=OuterRef("pk")))
        dekat = Q(tenggat__lte=hari_ini() + HARI_DEKAT)
        return milik.filter(dekat | ~dijawab).order_by("tenggat", "pk")

    def terlambat(self) -> Self:
        """Return the looks, and the agreements, past their due day (WIB)."""
        return self.filter(tahap__in=BERJALAN, tenggat__lt=hari_ini()).order_by("tenggat", "pk")

    def tampil(self) -> Self:
        """Return the looks that everybody reads, those of a project that stands."""
        return self.filter(proyek__dicabut_pada__isnull=True)

    def ringkas(self, banyak: int) -> ArraySubquery:
        """Return the newest of the project `proyek` of a query as plain values, each with its
        newest result and answer; an annotation for `laporan.bacaan.lapangan.dari_ringkas`."""
        hasil = HasilLapangan.objects.filter(pemeriksaan=OuterRef("pk")).order_by("-pk")[:1]
        jawaban = JawabanSepakat.objects.filter(pemeriksaan=OuterRef("pk")).order_by("-pk")[:1]
        isi = {
            **{nama: F(nama) for nama in RINGKAS},
            "hasil": Subquery(hasil.values(isi=JSONObject(**_kolom(HasilLapangan.RINGKAS)))),
            "jawaban": Subquery(jawaban.values(isi=JSONObject(**_kolom(JawabanSepakat.RINGKAS)))),
        }
        return ArraySubquery(self.order_by("-pk")[:banyak].values(ringkas=JSONObject(**isi)))


def _kolom(nama: tuple[str, ...]) -> dict[str, F]:
    return {satu: F(satu) for satu in nama}


class PemeriksaanLapangan(Bertenggat):
    """One look: opened by the portal after three "tidak sesuai" (`cek` are these), or by the
    kecamatan with its reason. A project has one that waits at most.

    Its clock runs twice: until the result is recorded (`HARI_PERIKSA`), then until the day that the
    office of the kampung agreed to (`TahapLapangan.DISEPAKATI`). `laporan.services.lapangan` alone
    writes it.
    """

    jenis_jejak: ClassVar[str] = "lapangan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_LAPANGAN

    proyek = models.ForeignKey(
        Proyek, on_delete=models.PROTECT, related_name="pemeriksaan", db_index=False
    )
    sebab = models.CharField("sebab", max_length=9, choices=SebabPeriksa, editable=False)
    alasan = TeksField("mengapa diperiksa", max_length=500, blank=True)
    tahap = models.CharField(
        "tahap", max_length=10, choices=TahapLapangan, default=TahapLapangan.DIBUKA, editable=False
    )
    cek = models.ManyToManyField(CekWarga, related_name="pemeriksaan", editable=False)
    dibuka = models.DateTimeField("dibuka", default=sekarang, editable=False)
    dibuka_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    dicatat_pada = models.DateTimeField("hasil dicatat", null=True, editable=False)
    # Set once followers and senders were told of its opening: for the three checks after their
    # week, so that no notice betrays the day (docs/keputusan/0060-cek-warga.md).
    dikabarkan_pada = models.DateTimeField("dikabarkan", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = LapanganQuerySet.as_manager()

    class Meta:
        verbose_name = "pemeriksaan lapangan"
        verbose_name_plural = "pemeriksaan lapangan"
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(fields=["proyek", "-id"], name="lapangan_proyek"),
            models.Index(
                fields=["tahap", "tenggat", "id"],
                condition=Q(tahap__in=BERJALAN),
                name="lapangan_berjalan",
            ),
        ]
        constraints: ClassVar = [
            *kendala_jam("lapangan"),
            salah_satu("lapangan_sebab_dikenal", "sebab", SebabPeriksa, "Sebab tidak dikenal."),
            salah_satu("lapangan_tahap_dikenal", "tahap", TahapLapangan, "Tahap tidak dikenal."),
            models.UniqueConstraint(
                fields=["proyek"],
                condition=Q(tahap=TahapLapangan.DIBUKA),
                name="lapangan_satu_terbuka",
                violation_error_message="Proyek ini sudah sedang diperiksa di lapangan.",
            ),
            models.CheckConstraint(
                condition=Q(sebab=SebabPeriksa.CEK, dibuka_oleh__isnull=True, alasan="")
                | Q(sebab=SebabPeriksa.KECAMATAN, dibuka_oleh__isnull=False, alasan__regex=r"\S"),
                name="lapangan_beralasan",
                violation_error_message="Tulis mengapa kecamatan memeriksa.",
            ),
            models.CheckConstraint(
                condition=Q(tahap__in=BERJALAN, tenggat__isnull=False)
                | (~Q(tahap__in=BERJALAN) & Q(tenggat__isnull=True)),
                name="lapangan_berjam",
                violation_error_message="Yang masih berjalan punya tenggat, yang selesai tidak.",
            ),
            models.CheckConstraint(
                condition=Q(
                    tahap__in=(TahapLapangan.DIBUKA, TahapLapangan.BATAL),
                    dicatat_pada__isnull=True,
                )
                | Q(
                    tahap__in=(TahapLapangan.DISEPAKATI, TahapLapangan.SELESAI),
                    dicatat_pada__isnull=False,
                ),
                name="lapangan_dicatat",
                violation_error_message="Hasil dicatat sebelum pemeriksaan selesai.",
            ),
        ]

    def __str__(self) -> str:
        return f"Pemeriksaan lapangan {self.proyek}"

    def get_absolute_url(self) -> str:
        return reverse("laporan:lapangan", args=[self.pk])

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def kampung_id(self) -> int | None:
        """Return the kampung whose office keeps the agreement, as the rights ask for it."""
        return self.proyek.kampung_id

    @property
    def menunggu_hasil(self) -> bool:
        return self.tahap == TahapLapangan.DIBUKA

    @property
    def menunggu_janji(self) -> bool:
        """Return whether an agreement still has to be kept."""
        return self.tahap == TahapLapangan.DISEPAKATI

    @property
    def batal(self) -> bool:
        return self.tahap == TahapLapangan.BATAL

    @property
    def oleh_portal(self) -> bool:
        """Return whether checks of residents opened it."""
        return self.sebab == SebabPeriksa.CEK


class HasilLapangan(models.Model):
    """A result: what was seen and agreed. The newest row of a look counts; a further one corrects
    it, with its reason (`alasan`, "" for the first). Rows stay; their words may become black."""

    TULISAN: ClassVar[tuple[str, ...]] = ("hadir", "terlihat", "disepakati", "alasan")
    RINGKAS: ClassVar[tuple[str, ...]] = (
        *("tanggal", "banyak_warga", "hadir", "terlihat", "disepakati", "sampai", "dicatat"),
        "alasan",
    )

    pemeriksaan = models.ForeignKey(
        PemeriksaanLapangan, on_delete=models.PROTECT, related_name="hasil"
    )
    tanggal = models.DateField("hari pemeriksaan")
    banyak_warga = models.PositiveSmallIntegerField("banyaknya warga yang hadir")
    hadir = BarisField("kantor yang hadir", max_length=200)
    terlihat = TeksField("yang terlihat", max_length=3000)
    disepakati = TeksField("yang disepakati", max_length=1500, blank=True)
    sampai = models.DateField("disepakati sampai", null=True, blank=True)
    alasan = BarisField("mengapa diperbaiki", max_length=300, blank=True)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "hasil pemeriksaan lapangan"
        verbose_name_plural = "hasil pemeriksaan lapangan"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(hadir__regex=r"\S", terlihat__regex=r"\S"),
                name="hasil_lapangan_berkata",
                violation_error_message="Tulis siapa yang hadir dan apa yang terlihat.",
            ),
            models.CheckConstraint(
                condition=Q(disepakati="", sampai__isnull=True)
                | Q(disepakati__regex=r"\S", sampai__isnull=False),
                name="hasil_lapangan_berhari",
                violation_error_message="Kesepakatan ditulis bersama harinya.",
            ),
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("tanggal")),
                name="hasil_lapangan_urut",
                violation_error_message="Hari kesepakatan tidak boleh sebelum pemeriksaannya.",
            ),
            models.UniqueConstraint(
                fields=["pemeriksaan"],
                condition=Q(alasan=""),
                name="hasil_lapangan_pertama",
                violation_error_message="Hasilnya sudah dicatat. Perbaiki dengan alasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"Hasil {self.pemeriksaan_id}, {self.tanggal}"


class JawabanSepakat(models.Model):
    """The word of the office of the kampung about an agreement: kept, or not yet and by which day.
    The newest counts; rows stay."""

    TULISAN: ClassVar[tuple[str, ...]] = ("kata",)
    RINGKAS: ClassVar[tuple[str, ...]] = ("sudah", "kata", "sampai", "dibuat")

    pemeriksaan = models.ForeignKey(
        PemeriksaanLapangan, on_delete=models.PROTECT, related_name="jawaban"
    )
    sudah = models.BooleanField("sudah ditepati")
    kata = TeksField("penjelasan", max_length=1000)
    sampai = models.DateField("akan ditepati sampai", null=True, blank=True)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    dibuat = models.DateTimeField("dijawab", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()

    class Meta:
        verbose_name = "jawaban kesepakatan"
        verbose_name_plural = "jawaban kesepakatan"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kata__regex=r"\S"),
                name="jawaban_sepakat_berkata",
                violation_error_message="Tulis penjelasannya.",
            ),
            models.CheckConstraint(
                condition=Q(sudah=True, sampai__isnull=True) | Q(sudah=False, sampai__isnull=False),
                name="jawaban_sepakat_berhari",
                violation_error_message="Yang belum ditepati punya hari yang baru.",
            ),
        ]

    def __str__(self) -> str:
        return f"{'Sudah' if self.sudah else 'Belum'}: {self.pemeriksaan_id}"


class FotoLapanganQuerySet(models.QuerySet["FotoLapangan"]):
    """Reads of photos of looks."""

    def tampil(self) -> Self:
        return self.filter(ditarik_pada__isnull=True)

    def visible_to(self, user: Any) -> Self:
        """Return photos that this person may open; what was taken back stays with the
        kecamatan."""
        return self if adalah_kecamatan(user) else self.tampil()


class FotoLapangan(models.Model):
    """A photo of a look, public with its result. One that was taken back keeps its place, with its
    reason in the trail."""

    pemeriksaan = models.ForeignKey(
        PemeriksaanLapangan, on_delete=models.PROTECT, related_name="foto"
    )
    berkas = models.OneToOneField(Berkas, on_delete=models.PROTECT, related_name="foto_lapangan")
    diunggah = models.DateTimeField("diunggah", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = FotoLapanganQuerySet.as_manager()

    class Meta:
        verbose_name = "foto lapangan"
        verbose_name_plural = "foto lapangan"
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Foto lapangan {self.pk}"
