"""Work on a kiriman: routing, answers, photos, projects."""

from datetime import datetime
from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When

from aspirasi.enums import JenisJawaban, JenisTindakLanjut
from aspirasi.models.aspirasi import Aspirasi
from aspirasi.models.sifat import SifatTindakLanjut
from core.cari.kolom import vektor
from core.formulir.fields import TeksField
from core.models import Berkas, FotoTertunda
from core.models.foto import FotoTertundaQuerySet
from core.waktu import sekarang
from proyek.enums import TAHAP_KABAR, TAHAP_RAMPUNG, Tahap
from proyek.models import Keputusan, PindahTahap, Proyek
from proyek.models.himpunan import jauh
from warga.models import Instansi, Pengguna

_JAWABAN = JenisTindakLanjut.TANGGAPAN


def _jawaban(kolom: str) -> Case:
    """Return SQL for a column of an official answer, and "" for any other row."""
    return Case(
        When(jenis=_JAWABAN, then=F(kolom)), default=Value(""), output_field=models.TextField()
    )


class Disposisi(models.Model):
    """A kiriman was routed to a body of government."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="disposisi")
    ke = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="disposisi")
    catatan = models.CharField("catatan", max_length=500, blank=True)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "disposisi"
        verbose_name_plural = "disposisi"
        ordering = ["dibuat", "pk"]

    def __str__(self) -> str:
        return f"Ke {self.ke}"


class TindakLanjutQuerySet(models.QuerySet["TindakLanjut"]):
    """Reads of answers and notes."""

    def terbuka(self) -> Self:
        """Return the conversation without the internal notes of officials."""
        return self.exclude(jenis=JenisTindakLanjut.CATATAN)

    def untuk_petugas(self, sejak: datetime | None, catatan_sejak: datetime | None = None) -> Self:
        """Return everything, but only official answers from before `sejak`, and no note from before
        `catatan_sejak`."""
        lama = models.Q(pk__in=[])
        if sejak:
            lama |= models.Q(dibuat__lt=sejak) & ~models.Q(jenis=JenisTindakLanjut.TANGGAPAN)
        if catatan_sejak:
            lama |= models.Q(dibuat__lt=catatan_sejak, jenis=JenisTindakLanjut.CATATAN)
        terbaca = self.exclude(lama) if lama else self.all()
        return terbaca.select_related("oleh")

    def jawaban(self) -> Self:
        """Return official answers alone, which a public page shows."""
        return self.filter(jenis=JenisTindakLanjut.TANGGAPAN)

    def untuk_halaman(self) -> Self:
        """Return official answers with their writers, of whom a page names the office alone."""
        return self.jawaban().select_related("oleh")


class TindakLanjut(SifatTindakLanjut, models.Model):
    """An answer, a reply of the sender, or an internal note. `atas_nama` is the office shown."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="tindak_lanjut")
    jenis = models.CharField("jenis", max_length=18, choices=JenisTindakLanjut)
    isi = TeksField("isi", max_length=5000)
    atas_nama = models.CharField("atas nama", max_length=160, blank=True)
    # The answer that an official gives, and the day that it promises.
    jawaban = models.CharField("jawabannya", max_length=7, choices=JenisJawaban, blank=True)
    sampai = models.DateField("dijanjikan", null=True, blank=True)
    oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat = models.DateTimeField(default=sekarang, editable=False)
    # Official answers alone; no word of a conversation or of a note gets in.
    vektor = vektor((_jawaban("isi"), "B"), (_jawaban("atas_nama"), "D"))

    objects = TindakLanjutQuerySet.as_manager()

    class Meta:
        verbose_name = "tindak lanjut"
        verbose_name_plural = "tindak lanjut"
        ordering = ["dibuat", "pk"]
        indexes = [GinIndex(fields=["vektor"], name="jawaban_vektor", condition=Q(jenis=_JAWABAN))]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.dibuat:%Y-%m-%d}"


class LampiranQuerySet(models.QuerySet["Lampiran"]):
    """Reads of photos."""

    def dari_pengirim(self) -> Self:
        """Return photos that the sender put; the others stand under an official answer."""
        return self.filter(jawaban__isnull=True)

    def disetujui(self) -> Self:
        return self.filter(disetujui_pada__isnull=False)

    def di_halaman(self) -> Self:
        """Return photos that everyone sees, and the places of those that were taken back."""
        return self.filter(
            models.Q(disetujui_pada__isnull=False) | models.Q(ditarik_pada__isnull=False)
        ).select_related("berkas")

    def terbaca(self, user: Any, *, terbuka: models.Q) -> Self:
        """Return photos that `user` may see before they are public.

        The desk that may read the kiriman sees them, and so does a browser that opened it:
        `terbuka` is the condition for those kiriman. The sender's account alone opens none. Photos
        of an answer that its office holds, or took back, are for the desk alone.
        """
        meja = Aspirasi.objects.untuk_meja(user)
        pengirim = Aspirasi.objects.filter(terbuka)
        return self.filter(
            models.Q(aspirasi__in=meja.values("pk"))
            | models.Q(aspirasi__in=pengirim.values("pk")) & ~_ditahan()
        )


def _ditahan() -> models.Q:
    """Return the condition of `Lampiran.ditahan` in SQL."""
    umum = Aspirasi.objects.terbit().filter(anak=False)
    belum = models.Q(disetujui_pada__isnull=True, aspirasi__in=umum.values("pk"))
    return models.Q(jawaban__isnull=False) & (models.Q(ditarik_pada__isnull=False) | belum)


class Lampiran(models.Model):
    """A photo that its sender put, or one on the official answer `jawaban`. It is public only after
    an official approved it; an office that answers approves its own photos."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="lampiran")
    # A trigger wants an official answer to the same kiriman (migration 0034).
    jawaban = models.ForeignKey(
        TindakLanjut, on_delete=models.PROTECT, null=True, editable=False, related_name="foto"
    )
    berkas = models.OneToOneField(Berkas, on_delete=models.PROTECT, related_name="lampiran")
    # The fingerprint of the bytes as they were sent, or as they were stored first under an answer:
    # the same photo stands once.
    sidik = models.CharField("sidik", max_length=64, editable=False)
    disetujui_pada = models.DateTimeField("disetujui", null=True, blank=True, editable=False)
    # It was shown and taken back. It may be shown again once parts of it were covered.
    ditarik_pada = models.DateTimeField("ditarik", null=True, editable=False)
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    objects = LampiranQuerySet.as_manager()

    class Meta:
        verbose_name = "lampiran"
        verbose_name_plural = "lampiran"
        ordering = ["dibuat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["aspirasi", "sidik"],
                condition=models.Q(jawaban__isnull=True),
                name="lampiran_foto_sekali",
                violation_error_message="Foto ini sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["jawaban", "sidik"],
                name="lampiran_foto_jawaban_sekali",
                violation_error_message="Foto ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=models.Q(disetujui_pada__isnull=True)
                | models.Q(ditarik_pada__isnull=True),
                name="lampiran_ditarik_tidak_tampil",
                violation_error_message="Foto yang ditarik tidak dapat tampil.",
            ),
        ]

    def __str__(self) -> str:
        return f"Foto {self.pk}"

    @property
    def menunggu(self) -> bool:
        """Return whether it may be shown, and is not yet."""
        return self.disetujui_pada is None and self.ditarik_pada is None

    @property
    def dari_jawaban(self) -> bool:
        """Return whether it stands under an official answer."""
        return self.jawaban_id is not None

    @property
    def ditahan(self) -> bool:
        """Return whether it is of an answer and for the desk alone: taken back, or not shown yet
        where everyone else reads the answer."""
        umum = self.aspirasi.terbit and not self.aspirasi.anak
        belum = self.ditarik_pada is not None or (self.disetujui_pada is None and umum)
        return self.dari_jawaban and belum


class LampiranTertunda(FotoTertunda):
    """A photo of a kiriman that still waits for its verdict, or whose refusal its sender has to
    read."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="foto_tertunda")

    objects = FotoTertundaQuerySet.as_manager()

    class Meta(FotoTertunda.Meta):
        verbose_name = "foto tertunda"
        verbose_name_plural = "foto tertunda"


class TautanProyekQuerySet(models.QuerySet["TautanProyek"]):
    """Reads of links."""

    def terbit(self) -> Self:
        """Return links whose kiriman everyone may read, with the kiriman; for the page of a
        project."""
        terbit = Aspirasi.objects.terbit().values("pk")
        return self.filter(aspirasi__in=terbit).select_related("aspirasi__kampung")

    def keliru(self) -> Self:
        """Return links whose sender knows of a stage that was taken back since."""
        milik = {"proyek": OuterRef("proyek"), "ke": OuterRef("tahap_dikabarkan")}
        terakhir = PindahTahap.objects.filter(**milik).order_by("-pk")
        berubah = self.exclude(tahap_dikabarkan=F("proyek__tahap"))
        dibatalkan = berubah.annotate(dibatalkan=Subquery(terakhir.values("ditarik_pada")[:1]))
        return dibatalkan.filter(dibatalkan__isnull=False)

    def untuk_kartu(self) -> Self:
        """Annotate the project's newest decision and newest published report, in one query:
        `keputusan_nomor`, `keputusan_judul`, `laporan_nomor`, `laporan_periode`, `laporan_sampai`
        (None where it tells of a whole month), `persen`."""
        keputusan = Keputusan.objects.berlaku().filter(proyek=OuterRef("proyek"))
        laporan = jauh("laporan").filter(nomor=OuterRef("proyek__jumlah__laporan_nomor"))
        return self.select_related("proyek").annotate(
            keputusan_nomor=Subquery(keputusan.values("nomor")[:1]),
            keputusan_judul=Subquery(keputusan.values("judul")[:1]),
            laporan_nomor=F("proyek__jumlah__laporan_nomor"),
            laporan_periode=F("proyek__jumlah__laporan_periode"),
            laporan_sampai=Subquery(laporan.values("sampai")[:1]),
            persen=F("proyek__jumlah__persen"),
        )


class TautanProyek(models.Model):
    """This project answers this kiriman. One project may answer many."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="tautan_proyek")
    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="tautan_aspirasi")
    # The stage that the sender knows of; '' for none yet. A stage between two rounds of meetings is
    # noted here without a word (`aspirasi.services.berkala.ikuti_tahap`).
    tahap_dikabarkan = models.CharField(
        "tahap yang sudah dikabarkan", max_length=24, choices=Tahap, blank=True, editable=False
    )
    # The state of the kiriman just before, to which it returns when the project is taken back
    # (`aspirasi.services.cabut_proyek`); null in links that are older than this column.
    sebelum = models.JSONField(
        "keadaan sebelumnya", null=True, blank=True, editable=False, encoder=DjangoJSONEncoder
    )
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    objects = TautanProyekQuerySet.as_manager()

    class Meta:
        verbose_name = "tautan proyek"
        verbose_name_plural = "tautan proyek"
        ordering = ["dibuat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["aspirasi", "proyek"],
                name="tautan_proyek_unik",
                violation_error_message="Proyek ini sudah dihubungkan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.aspirasi} → {self.proyek}"

    @property
    def dikabarkan(self) -> bool:
        """Return whether the stage that the sender knows of was news; others are only noted."""
        return self.tahap_dikabarkan in (*TAHAP_KABAR, *TAHAP_RAMPUNG)
