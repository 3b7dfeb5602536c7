"""One musrenbang, the criteria by which its team scores, and the team."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.formulir.fields import BarisField, BilanganField, salah_satu
from core.laku import Laku
from core.waktu import sekarang
from musrenbang.enums import KUOTA_TERBESAR, Status
from musrenbang.laku import LAKU
from warga.models import Pengguna


class MusrenbangQuerySet(models.QuerySet["Musrenbang"]):
    """Reads of musrenbang."""

    def dinilai_oleh(self, user: Any) -> Self:
        """Return those whose team this person belongs to, while it scores."""
        return self.filter(status=Status.NILAI, tim__pengguna=user.pk)


class Musrenbang(models.Model):
    """The meeting of the kecamatan for one year of the RKPD.

    `kuota` is how many priorities a kampung may bring, `batas_usul` the last day on which it writes
    them, `batas_jawab` the day by which the answers of the kabupaten are written here. Counts of
    people who came stay None until the meeting was held.
    """

    jenis_jejak: ClassVar[str] = "musrenbang"
    laku: ClassVar[Mapping[str, Laku]] = LAKU

    tahun = models.PositiveSmallIntegerField(
        "untuk RKPD tahun",
        unique=True,
        validators=[MinValueValidator(2020), MaxValueValidator(2100)],
        error_messages={"unique": "Musrenbang untuk tahun ini sudah dibuka."},
    )
    hari = models.DateField("hari rapat")
    jam = BarisField("jam", max_length=40, default="09.00 WIB")
    tempat = BarisField("tempat", max_length=120)
    batas_usul = models.DateField("usulan kampung ditunggu sampai")
    batas_jawab = models.DateField("jawaban kabupaten ditulis paling lambat")
    kuota = models.PositiveSmallIntegerField(
        "prioritas paling banyak tiap kampung",
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(KUOTA_TERBESAR)],
    )
    status = models.CharField(
        "tahap", max_length=8, choices=Status, default=Status.USUL, editable=False
    )
    nomor_berita_acara = BarisField("nomor berita acara", max_length=80, blank=True)
    hadir_l = BilanganField("laki-laki yang hadir", null=True, blank=True)
    hadir_p = BilanganField("perempuan yang hadir", null=True, blank=True)
    delegasi_l = BilanganField("delegasi laki-laki", null=True, blank=True)
    delegasi_p = BilanganField("delegasi perempuan", null=True, blank=True)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)

    objects = MusrenbangQuerySet.as_manager()

    class Meta:
        verbose_name = "musrenbang"
        verbose_name_plural = "musrenbang"
        ordering: ClassVar = ["-tahun"]
        constraints: ClassVar = [
            salah_satu("musrenbang_status_dikenal", "status", Status, "Tahap ini tidak dikenal."),
            models.CheckConstraint(
                condition=Q(kuota__range=(1, KUOTA_TERBESAR)),
                name="musrenbang_kuota_wajar",
                violation_error_message=f"Tulis antara 1 dan {KUOTA_TERBESAR}.",
            ),
            models.CheckConstraint(
                condition=Q(batas_usul__lt=models.F("hari"), hari__lt=models.F("batas_jawab")),
                name="musrenbang_hari_urut",
                violation_error_message="Usulan ditunggu sebelum hari rapat, dan jawaban kabupaten "
                "sesudahnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Musrenbang Kecamatan untuk RKPD {self.tahun}"

    def get_absolute_url(self) -> str:
        return reverse("musrenbang:rincian", args=[self.tahun])

    @property
    def kunci_jejak(self) -> str:
        return str(self.tahun)

    @property
    def menerima(self) -> bool:
        """Return whether kampung write and mend proposals."""
        return self.status == Status.USUL

    @property
    def menilai(self) -> bool:
        return self.status == Status.NILAI

    @property
    def rapat(self) -> bool:
        return self.status == Status.RAPAT

    @property
    def selesai(self) -> bool:
        return self.status == Status.SELESAI

    @property
    def berperingkat(self) -> bool:
        """Return whether everyone reads the ranks: from the meeting on."""
        return self.status in (Status.RAPAT, Status.SELESAI)


class Kriteria(models.Model):
    """A criterion of the team with its weight in percent; everyone reads both."""

    musrenbang = models.ForeignKey(Musrenbang, on_delete=models.PROTECT, related_name="kriteria")
    nama = BarisField("yang dinilai", max_length=120)
    bobot = models.PositiveSmallIntegerField(
        "bobot (%)", validators=[MinValueValidator(1), MaxValueValidator(100)]
    )

    class Meta:
        verbose_name = "kriteria"
        verbose_name_plural = "kriteria"
        ordering: ClassVar = ["musrenbang", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["musrenbang", "nama"],
                name="kriteria_sekali",
                violation_error_message="Kriteria ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(bobot__range=(1, 100)),
                name="kriteria_bobot_wajar",
                violation_error_message="Bobot antara 1 dan 100 persen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} ({self.bobot}%)"


class AnggotaTim(models.Model):
    """A named account that scores. The scores of one person are shown to nobody."""

    musrenbang = models.ForeignKey(Musrenbang, on_delete=models.PROTECT, related_name="tim")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "anggota tim penilai"
        verbose_name_plural = "anggota tim penilai"
        ordering: ClassVar = ["musrenbang", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["musrenbang", "pengguna"], name="anggota_tim_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.pengguna_id}, {self.musrenbang_id}"
