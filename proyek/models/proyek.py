"""Proyek: a piece of work for a kampung."""

from collections.abc import Mapping
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.cari.kolom import vektor
from core.formulir.fields import (
    AngkaField,
    BarisField,
    BujurField,
    JudulField,
    KunciSekaliField,
    LintangField,
    TeksField,
    titik_lengkap,
)
from core.laku import Laku
from core.waktu import hari_ini, sekarang
from proyek.enums import (
    NADA_TAHAP,
    TAHAP_DAPAT_DILAPORKAN,
    TAHAP_DIRENCANAKAN,
    TAHAP_RAMPUNG,
    FrekuensiLaporan,
    Jenis,
    Pencatat,
    Pola,
    Tahap,
    pintu_ke,
    tindakan_dari,
)
from proyek.laku import LAKU
from proyek.models.acuan import Kegiatan
from proyek.models.himpunan import ProyekQuerySet
from proyek.models.penerima import PenerimaManfaat
from warga.models import Instansi, Kampung

# The columns that aparat correct in words; the trail shows everyone their old and new values.
KETERANGAN = (
    "judul",
    "uraian",
    "tujuan",
    "sasaran",
    "lokasi",
    "lintang",
    "bujur",
    "pelaksana",
    "frekuensi_laporan",
)
_DITANYA = Q(tahap=Tahap.SERAH_TERIMA)


class Proyek(PenerimaManfaat, models.Model):
    """A piece of work for a kampung, from idea to handover.

    `kampung` answers for it and is in every sum. `kampung_lain` are also served; they are only
    shown. Its money and progress stand in `jumlah`, which the database keeps.
    """

    jenis_jejak: ClassVar[str] = "proyek"
    laku: ClassVar[Mapping[str, Laku]] = LAKU
    awalan_nomor: ClassVar[str] = "PRJ"
    lebar_nomor: ClassVar[int] = 4

    nomor = models.CharField("nomor", max_length=14, unique=True, editable=False)
    judul = JudulField("nama proyek", max_length=120)
    uraian = TeksField("uraian", max_length=5000)
    tujuan = TeksField("tujuan", max_length=2000, blank=True)
    pemilik = models.ForeignKey(
        Instansi, verbose_name="pemilik", on_delete=models.PROTECT, related_name="proyek"
    )
    kampung = models.ForeignKey(
        Kampung, verbose_name="kampung", on_delete=models.PROTECT, related_name="proyek"
    )
    kampung_lain = models.ManyToManyField(
        Kampung, verbose_name="kampung lain", blank=True, related_name="proyek_dari_kampung_lain"
    )
    kegiatan = models.ForeignKey(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="proyek"
    )
    jenis = models.CharField("jenis", max_length=10, choices=Jenis, default=Jenis.FISIK)
    volume = AngkaField("volume", max_digits=12, decimal_places=2, null=True, blank=True)
    satuan = BarisField("satuan", max_length=20, blank=True)
    sasaran = BarisField("sasaran", max_length=200, blank=True)
    lokasi = BarisField("lokasi", max_length=200, blank=True)
    lintang = LintangField("lintang", null=True, blank=True)
    bujur = BujurField("bujur", null=True, blank=True)
    mulai_rencana = models.DateField("rencana mulai", null=True, blank=True)
    selesai_rencana = models.DateField("rencana selesai", null=True, blank=True)
    mulai_nyata = models.DateField("mulai", null=True, blank=True, editable=False)
    selesai_nyata = models.DateField("selesai", null=True, blank=True, editable=False)
    pola = models.CharField("cara pengerjaan", max_length=12, choices=Pola, default=Pola.SWAKELOLA)
    pelaksana = BarisField("pelaksana", max_length=120, blank=True)
    frekuensi_laporan = models.CharField(
        "laporan", max_length=14, choices=FrekuensiLaporan, default=FrekuensiLaporan.BULANAN
    )
    tahap = models.CharField(
        "tahap", max_length=24, choices=Tahap, default=Tahap.USULAN, editable=False
    )
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    pembuka = models.CharField(
        "dibuka oleh kantor",
        max_length=16,
        choices=Pencatat,
        default=Pencatat.KAMPUNG,
        db_default=Pencatat.KAMPUNG,
        editable=False,
    )
    dicabut_pada = models.DateTimeField("dicabut", null=True, blank=True, editable=False)
    kunci_sekali = KunciSekaliField()
    vektor = vektor(
        *(("judul", "A"), ("nomor", "A"), ("lokasi", "B"), ("sasaran", "B"), ("uraian", "C")),
        *(("tujuan", "C"), ("pelaksana", "C")),
        kampung="kampung",
    )

    objects = ProyekQuerySet.as_manager()

    class Meta:
        verbose_name = "proyek"
        verbose_name_plural = "proyek"
        ordering = ["-dibuat", "-pk"]
        indexes = [
            GinIndex(fields=["vektor"], name="proyek_vektor"),
            models.Index(fields=["-dibuat", "-id"], name="proyek_terbaru"),
            models.Index(fields=["kampung", "-dibuat", "-id"], name="proyek_per_kampung"),
            models.Index(fields=["judul", "id"], name="proyek_menurut_nama"),
            models.Index(fields=["tahap", "-selesai_rencana"], name="proyek_per_tahap"),
            # The works that an office is asked about every year (`proyek.bacaan.fungsi`).
            models.Index(fields=["selesai_nyata", "id"], condition=_DITANYA, name="proyek_ditanya"),
            models.Index(
                fields=["kampung", "selesai_nyata", "id"],
                condition=_DITANYA & Q(dicabut_pada__isnull=True),
                name="proyek_ditanya_kampung",
            ),
            # The finished works of a kampung, to find those without an evaluation.
            models.Index(
                fields=["kampung", "selesai_nyata", "id"],
                condition=Q(tahap__in=TAHAP_RAMPUNG, dicabut_pada__isnull=True),
                name="proyek_rampung_kampung",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(mulai_rencana__isnull=True)
                | Q(selesai_rencana__isnull=True)
                | Q(selesai_rencana__gte=F("mulai_rencana")),
                name="proyek_rencana_urut",
                violation_error_message="Rencana selesai harus sesudah rencana mulai.",
            ),
            models.CheckConstraint(
                condition=Q(selesai_nyata__isnull=True) | Q(selesai_nyata__gte=F("mulai_nyata")),
                name="proyek_nyata_urut",
                violation_error_message="Tanggal selesai harus sesudah tanggal mulai.",
            ),
            titik_lengkap("proyek_letak_lengkap"),
            models.CheckConstraint(
                condition=Q(volume__isnull=True) | Q(volume__gt=0),
                name="proyek_volume_positif",
                violation_error_message="Volume harus lebih besar dari nol.",
            ),
            # So whatever leaves out cancelled projects, every sum among them, leaves these out too.
            models.CheckConstraint(
                condition=Q(dicabut_pada__isnull=True) | Q(tahap=Tahap.DIBATALKAN),
                name="proyek_dicabut_batal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.judul}"

    def get_absolute_url(self) -> str:
        return reverse("proyek:rincian", args=[self.nomor])

    @property
    def kunci_jejak(self) -> str:
        return self.nomor

    @property
    def dicabut(self) -> bool:
        """Return whether it was opened by mistake and taken back."""
        return self.dicabut_pada is not None

    @property
    def sebutan(self) -> str:
        """Return its name where something else speaks of it; that of one taken back was wrong."""
        return "(dicabut karena dibuka keliru)" if self.dicabut else self.judul

    @property
    def nada(self) -> str:
        """Return the tone of the badge of its stage."""
        return NADA_TAHAP.get(self.tahap, "netral")

    @property
    def swakelola(self) -> bool:
        return self.pola == Pola.SWAKELOLA

    @property
    def berhenti(self) -> bool:
        """Return whether the work is stopped and may go on."""
        return self.tahap == Tahap.DIHENTIKAN_SEMENTARA

    @property
    def lewat(self) -> bool:
        """Return whether the work goes on after its planned end."""
        selesai = self.selesai_rencana
        return self.tahap == Tahap.BERJALAN and selesai is not None and selesai < hari_ini()

    @property
    def direncanakan(self) -> bool:
        """Return whether its money is planned, and not in the budget yet."""
        return self.tahap in TAHAP_DIRENCANAKAN

    @property
    def keadaan(self) -> str:
        """Return where it stands, in one phrase; the badges of `_keadaan.html` say the same."""
        lewat = ", lewat rencana selesai" if self.lewat else ""
        return f"{self.get_tahap_display()}{lewat}"

    @property
    def dapat_dilaporkan(self) -> bool:
        return self.tahap in TAHAP_DAPAT_DILAPORKAN

    @property
    def tahap_lewat_keputusan(self) -> list[str]:
        return pintu_ke(self.tahap)

    @property
    def tahap_lewat_tindakan(self) -> list[str]:
        return tindakan_dari(self.tahap)
