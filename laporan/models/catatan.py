"""Notes of the BPK Kampung about a work, a report or a decision, for everybody to read."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse

from core.formulir.fields import BarisField, KunciSekaliField, TeksField
from core.laku import Laku
from core.models import Berkas
from core.tenggat.hari_kerja import libur_sejak
from core.waktu import sekarang
from laporan.laku import LAKU_CATATAN
from laporan.models.ditanggapi import DITUNGGU, Ditanggapi, DitanggapiMixin, kendala_tanggapan
from laporan.models.laporan import LaporanKemajuan
from proyek.enums import Pencatat
from proyek.models import Keputusan, Proyek
from warga.enums import NamaJabatan
from warga.models import Kampung, Pengguna
from warga.rules import adalah_bpk, adalah_kecamatan

BARU_DIJAWAB = dt.timedelta(days=7)  # so long an answer stands on the desk of the BPK
# The columns that a card shows, of the row itself, and of others.
RINGKAS = (
    *("pk", "isi_kini", "jawaban", "libur", "sebagai", "dibuat", "ditarik_pada", "penanggap"),
    *("langkah_mulai", "jatah_hari", "janji", "tenggat", "ditanggapi_pada", "belum_puas_pada"),
    *("laporan_id", "keputusan_id"),
)
RINGKAS_LAIN = {
    "nomor_laporan": "laporan__nomor",
    "nomor_keputusan": "keputusan__nomor",
    "nama_kampung": "kampung__nama",
}
_TENTANG = {LaporanKemajuan: "laporan", Keputusan: "keputusan", Proyek: "proyek"}


class CatatanQuerySet(DitanggapiMixin["CatatanPengawasan"]):
    """Reads of notes."""

    KAMPUNG = "kampung"

    def berdiri(self) -> Self:
        """Return notes whose project, if there is one, was not taken back. A note that was taken
        back is among them: its place says why."""
        return self.filter(proyek__dicabut_pada__isnull=True)

    def umum(self) -> Self:
        return self.berdiri().filter(ditarik_pada__isnull=True)

    def tentang(self, hal: Any) -> Self:
        """Return the notes of a report, a decision or a project (those of its reports and decisions
        among them), the newest first."""
        return self.berdiri().filter(**{_TENTANG[type(hal)]: hal.pk}).order_by("-pk")

    def baru_dijawab(self, kampung: int | None) -> Self:
        """Return the notes of a kampung that were answered within a week."""
        sejak = sekarang() - BARU_DIJAWAB
        return self.umum().filter(kampung=kampung, ditanggapi_pada__gt=sejak)

    def untuk_kartu(self) -> Self:
        """Return notes with what a card shows, in one query: `isi_kini` (the newest words),
        `jawaban` (the answer that stands, as plain values; None without one) and `libur`."""
        perbaikan = PerbaikanCatatan.objects.filter(catatan=OuterRef("pk")).order_by("-pk")
        bidang: Any = self.model._meta.get_field("tanggapan")
        jawaban = bidang.related_model._default_manager
        return self.select_related("kampung", "proyek", "laporan", "keputusan").annotate(
            isi_kini=Coalesce(Subquery(perbaikan.values("isi")[:1]), "isi"),
            jawaban=Subquery(jawaban.berlaku().filter(catatan=OuterRef("pk")).ringkas()[:1]),
            libur=libur_sejak("tenggat"),
        )

    def ringkas(self, banyak: int) -> ArraySubquery:
        """Return the newest `banyak` cards as plain values, an annotation of what they are about
        (`laporan.bacaan.catatan.dari_ringkas`)."""
        isi = {nama: F(nama) for nama in RINGKAS} | {n: F(k) for n, k in RINGKAS_LAIN.items()}
        return ArraySubquery(
            self.untuk_kartu().order_by("-pk")[:banyak].values(ringkas=JSONObject(**isi))
        )


class CatatanPengawasan(Ditanggapi):
    """A note of the BPK Kampung, public at once, which the office that is concerned answers.

    It is about a report, a decision, or the project itself; `proyek` names the project in each
    case, and is None for a decision that stands alone. Its words never change: a correction is a
    row of its own (`PerbaikanCatatan`), and what must not be public becomes black with a reason.
    """

    jenis_jejak: ClassVar[str] = "catatan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_CATATAN

    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, related_name="catatan_pengawasan", db_index=False
    )
    proyek = models.ForeignKey(
        Proyek,
        on_delete=models.PROTECT,
        related_name="catatan_pengawasan",
        null=True,
        db_index=False,
    )
    laporan = models.ForeignKey(
        LaporanKemajuan, on_delete=models.PROTECT, related_name="catatan_pengawasan", null=True
    )
    keputusan = models.ForeignKey(
        Keputusan, on_delete=models.PROTECT, related_name="catatan_pengawasan", null=True
    )
    isi = TeksField("catatan", max_length=3000)
    penulis = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    sebagai = models.CharField("sebagai", max_length=20, choices=NamaJabatan, blank=True)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = CatatanQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan pengawasan"
        verbose_name_plural = "catatan pengawasan"
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(fields=["proyek", "-id"], name="catatan_proyek"),
            models.Index(fields=["kampung", "-id"], name="catatan_kampung"),
            models.Index(
                fields=["tenggat", "id"],
                name="catatan_ditunggu",
                condition=DITUNGGU & Q(ditarik_pada__isnull=True),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(keputusan__isnull=True, proyek__isnull=False)
                | Q(keputusan__isnull=False, laporan__isnull=True),
                name="catatan_satu_hal",
                violation_error_message="Catatan pengawasan tentang tepat satu hal: proyek, "
                "laporan, atau keputusan.",
            ),
            models.CheckConstraint(
                condition=Q(isi__regex=r"\S"),
                name="catatan_berkata",
                violation_error_message="Tulis catatannya.",
            ),
            *kendala_tanggapan("catatan"),
        ]

    def __str__(self) -> str:
        return f"Catatan pengawasan BPK Kampung {self.kampung}"

    def get_absolute_url(self) -> str:
        return reverse("laporan:catatan_satu", args=[self.pk])

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def kampung_penanggap(self) -> int:
        return self.kampung_id

    @property
    def milik_kecamatan(self) -> bool:
        if self.keputusan is not None:
            return self.keputusan.pencatat == Pencatat.KECAMATAN
        return super().milik_kecamatan

    @property
    def hal(self) -> Any:
        """Return what it is about: the report, the decision, or the project."""
        return self.laporan or self.keputusan or self.proyek


class PerbaikanCatatan(models.Model):
    """Other words for a note, and why; the newest is what the BPK says now. All stay readable."""

    catatan = models.ForeignKey(
        CatatanPengawasan, on_delete=models.PROTECT, related_name="perbaikan"
    )
    isi = TeksField("catatan", max_length=3000)
    alasan = BarisField("mengapa diperbaiki", max_length=300)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "perbaikan catatan"
        verbose_name_plural = "perbaikan catatan"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(isi__regex=r"\S", alasan__regex=r"\S"),
                name="perbaikan_catatan_beralasan",
                violation_error_message="Tulis catatannya, dan mengapa diperbaiki.",
            )
        ]

    def __str__(self) -> str:
        return f"Perbaikan catatan {self.catatan_id}"


class LampiranCatatanQuerySet(models.QuerySet["LampiranCatatan"]):
    """Reads of the photos and scans of notes."""

    def tampil(self) -> Self:
        """Return the files that stand, of notes that stand."""
        return self.filter(ditarik_pada__isnull=True, catatan__ditarik_pada__isnull=True)

    def visible_to(self, user: Any) -> Self:
        """Return files that this person may open. What was taken back stays with the kecamatan and
        the BPK of its kampung, so that nothing disappears unseen."""
        if adalah_kecamatan(user):
            return self
        berdiri = CatatanPengawasan.objects.umum().values("pk")
        tampil = Q(ditarik_pada__isnull=True, catatan__in=berdiri)
        if adalah_bpk(user) and user.kampung_id:
            return self.filter(tampil | Q(catatan__kampung=user.kampung_id))
        return self.filter(tampil)


class LampiranCatatan(models.Model):
    """A photo or a scan of a note. One that was taken back keeps its place, with its reason."""

    catatan = models.ForeignKey(
        CatatanPengawasan, on_delete=models.PROTECT, related_name="lampiran"
    )
    berkas = models.OneToOneField(Berkas, on_delete=models.PROTECT, related_name="lampiran_catatan")
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    diunggah = models.DateTimeField("diunggah", default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField("ditarik", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = LampiranCatatanQuerySet.as_manager()

    class Meta:
        verbose_name = "lampiran catatan"
        verbose_name_plural = "lampiran catatan"
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Lampiran {self.catatan_id}"
