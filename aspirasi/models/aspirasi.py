"""Aspirasi: what a resident sent, and where it stands."""

import uuid
from typing import Any, ClassVar, Self, cast

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Value, When
from django.urls import reverse

from aspirasi.enums import (
    NADA_STATUS,
    STATUS_BELUM_DIPERIKSA,
    STATUS_MENUNGGU_KECAMATAN,
    STATUS_PERLU_JAWABAN,
    STATUS_TERTUTUP,
    CaraSelesai,
    Jangkauan,
    Jenis,
    Status,
    Tentang,
)
from aspirasi.rules import jangkauan_terbaca
from core.cari import vektor
from core.fields import BujurField, LintangField, TeksField, titik_lengkap
from core.waktu import hari_ini, sekarang
from proyek.models import Proyek
from warga.enums import JenisInstansi, Peran
from warga.models import Instansi, Kampung
from warga.rules import adalah_kecamatan


class AspirasiQuerySet(models.QuerySet["Aspirasi"]):
    """Reads of kiriman. Every one that a person sees passes `visible_to`."""

    def terbit(self) -> Self:
        """Those that everyone may read: for all, verified, and not withdrawn."""
        return self.filter(jangkauan=Jangkauan.PUBLIK, nomor__isnull=False).exclude(
            status=Status.DITARIK
        )

    def visible_to(self, user: Any) -> Self:
        """What this person may read: the public ones, their own, and those of their desk."""
        terbit = Q(jangkauan=Jangkauan.PUBLIK, nomor__isnull=False) & ~Q(status=Status.DITARIK)
        if not user.is_authenticated:
            return self.filter(terbit)
        return self.filter(terbit | Q(self._milik(user)) | self._syarat_meja(user))

    def untuk_meja(self, user: Any) -> Self:
        """What stands on this person's desk; nothing for those without one."""
        return self.filter(self._syarat_meja(user))

    @staticmethod
    def _milik(user: Any) -> Exists:
        pengirim = cast("type[models.Model]", Aspirasi.pengirim.related.related_model)._base_manager
        return Exists(pengirim.filter(aspirasi=OuterRef("pk"), pengguna=user.pk))

    @staticmethod
    def _syarat_meja(user: Any) -> Q:
        """The condition of a desk. Kiriman for the kecamatan never reach a kampung."""
        if not user.is_authenticated or not user.is_active:
            return Q(pk__in=[])
        if adalah_kecamatan(user):
            syarat = ~Q(jangkauan=Jangkauan.KECAMATAN)
            for tentang in jangkauan_terbaca(user):
                syarat |= Q(jangkauan=Jangkauan.KECAMATAN, tentang=tentang)
            return syarat
        if user.peran == Peran.APARAT:
            return Q(kampung=user.kampung_id) & ~Q(jangkauan=Jangkauan.KECAMATAN)
        return Q(pk__in=[])

    def terbuka(self) -> Self:
        return self.exclude(status__in=STATUS_TERTUTUP)

    def baru(self) -> Self:
        """Waiting for the first look."""
        return self.filter(status=Status.DIAJUKAN)

    def terlambat(self) -> Self:
        """Open and past their due date (WIB)."""
        return self.terbuka().filter(tenggat__lt=hari_ini())

    def bahaya(self) -> Self:
        return self.terbuka().filter(bahaya=True)

    def perlu_jawaban(self) -> Self:
        """Verified, and waiting for an answer or for its next step."""
        return self.filter(status__in=STATUS_PERLU_JAWABAN)

    def bagian(self, user: Any) -> Self:
        """What waits for this person's own step, of what is on their desk."""
        meja = self.untuk_meja(user)
        if adalah_kecamatan(user):
            return meja.filter(
                Q(status__in=STATUS_MENUNGGU_KECAMATAN)
                | Q(status__in=STATUS_PERLU_JAWABAN, ditangani__jenis=JenisInstansi.KECAMATAN)
            )
        sendiri = Q(status__in=STATUS_PERLU_JAWABAN) & (
            Q(ditangani__isnull=True) | Q(ditangani__kampung=user.kampung_id)
        )
        titipan = Q(status=Status.DIAJUKAN, kampung__verifikasi_didelegasikan=True)
        return meja.filter(sendiri | titipan)

    def hitung_meja(self) -> dict[str, int]:
        """Count what is open, by what it waits for: baru, jawab, terlambat, bahaya.

        One query over the index of open ones, however many are closed.
        """
        syarat = {
            "baru": Q(status=Status.DIAJUKAN),
            "jawab": Q(status__in=STATUS_PERLU_JAWABAN),
            "terlambat": Q(tenggat__lt=hari_ini()),
            "bahaya": Q(bahaya=True),
        }
        jumlah = {nama: Count("pk", filter=q) for nama, q in syarat.items()}
        return self.terbuka().order_by().aggregate(**jumlah)

    def untuk_kartu(self) -> Self:
        """With what a card shows, in one query."""
        return self.select_related("kampung", "ditangani")

    def untuk_umum(self) -> Self:
        """With what its public page shows, in one query: `nama_tampil` is the sender's name
        if they chose to show it and did not empty their account since, else ''."""
        masih = Q(tampilkan_nama=True, pengirim__pengguna__dikosongkan_pada__isnull=True)
        nama = Case(
            When(masih, then="pengirim__nama"),
            default=Value(""),
            output_field=models.CharField(),
        )
        return self.untuk_kartu().select_related("proyek_disebut").annotate(nama_tampil=nama)


class Aspirasi(models.Model):
    """One kiriman. Who sent it lives in `Pengirim`, apart.

    `isi` is the sender's text, read by the sender and the desk; `isi_publik` is what is
    shown. `nomor` is given at verification and only to those for everyone, so that gaps in
    the numbers betray nothing; inside, `acuan` (random) names it. `tenggat` is the day of
    the next due step, None when nothing is due. The `…_tepat` keep whether the first look
    and the first answer came in time; None until then, and never set again.
    """

    jenis_jejak: ClassVar[str] = "aspirasi"

    acuan = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomor = models.CharField("nomor", max_length=16, unique=True, null=True, editable=False)
    kunci_hash = models.CharField(max_length=64, unique=True, editable=False)
    kode = models.CharField("kode lacak", max_length=10, unique=True, editable=False)
    pin_hash = models.CharField(max_length=64, editable=False)

    jenis = models.CharField("jenis", max_length=12, choices=Jenis)
    judul = models.CharField("judul", max_length=120)
    isi = TeksField("isi", max_length=5000)
    isi_publik = TeksField("isi yang ditampilkan", max_length=5000)
    kampung = models.ForeignKey(
        Kampung,
        verbose_name="kampung",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aspirasi",
    )
    lokasi = models.CharField("tempat", max_length=200, blank=True)
    lintang = LintangField("lintang", null=True, blank=True)
    bujur = BujurField("bujur", null=True, blank=True)
    jangkauan = models.CharField(
        "yang boleh membaca", max_length=10, choices=Jangkauan, default=Jangkauan.PUBLIK
    )
    tentang = models.CharField("tentang", max_length=18, choices=Tentang, default=Tentang.TIDAK)
    bahaya = models.BooleanField("ada bahaya sekarang", default=False)
    tampilkan_nama = models.BooleanField("tampilkan nama", default=False)
    proyek_disebut = models.ForeignKey(
        Proyek,
        verbose_name="proyek yang disebut pengirim",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aspirasi_menyebut",
    )

    status = models.CharField(
        "status", max_length=18, choices=Status, default=Status.DIAJUKAN, editable=False
    )
    cara_selesai = models.CharField(
        "cara selesai", max_length=22, choices=CaraSelesai, blank=True, editable=False
    )
    ditangani = models.ForeignKey(
        Instansi,
        verbose_name="ditangani oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aspirasi",
    )
    tenggat = models.DateField("tenggat", null=True, blank=True, editable=False)
    dibuat = models.DateTimeField("dikirim", default=sekarang, editable=False)
    diperiksa_pada = models.DateTimeField("diperiksa", null=True, blank=True, editable=False)
    diperiksa_tepat = models.BooleanField("diperiksa tepat waktu", null=True, editable=False)
    dijawab_tepat = models.BooleanField("dijawab tepat waktu", null=True, editable=False)
    ditutup_pada = models.DateTimeField("ditutup", null=True, blank=True, editable=False)
    vektor = vektor(("judul", "A"), ("nomor", "A"), ("isi_publik", "B"))

    objects = AspirasiQuerySet.as_manager()

    hari_terlambat = 0  # filled in by aspirasi.waktu, in one query for a whole list

    class Meta:
        verbose_name = "aspirasi"
        verbose_name_plural = "aspirasi"
        ordering = ["-dibuat", "-pk"]
        indexes = [
            GinIndex(fields=["vektor"], name="aspirasi_vektor"),
            models.Index(
                fields=["-dibuat", "-id"],
                name="aspirasi_terbit",
                condition=Q(jangkauan=Jangkauan.PUBLIK, nomor__isnull=False),
            ),
            models.Index(fields=["-dibuat", "-id"], name="aspirasi_terbaru"),
            models.Index(fields=["kampung", "-dibuat", "-id"], name="aspirasi_per_kampung"),
            models.Index(
                fields=["-dibuat", "-id"],
                name="aspirasi_bahaya",
                condition=Q(bahaya=True) & ~Q(status__in=STATUS_TERTUTUP),
            ),
            models.Index(
                fields=["-dibuat", "-id"],
                name="aspirasi_perlu_jawaban",
                condition=Q(status__in=STATUS_PERLU_JAWABAN),
            ),
            models.Index(
                fields=["tenggat"],
                name="aspirasi_tenggat",
                condition=~Q(status__in=STATUS_TERTUTUP),
            ),
            models.Index(
                fields=["-dibuat", "-id"],
                name="aspirasi_belum_diperiksa",
                condition=Q(status__in=STATUS_BELUM_DIPERIKSA),
            ),
            # Punctuality of a year is counted from the index alone.
            models.Index(
                fields=["dibuat"],
                include=["kampung", "status", "tenggat", "diperiksa_tepat", "dijawab_tepat"],
                name="aspirasi_ketepatan",
                condition=Q(jangkauan=Jangkauan.PUBLIK),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tentang=Tentang.TIDAK) | Q(jangkauan=Jangkauan.KECAMATAN),
                name="aspirasi_tentang_petugas_tertutup",
                violation_error_message="Kiriman tentang petugas hanya dibaca petugas kecamatan.",
            ),
            models.CheckConstraint(
                condition=Q(cara_selesai="") ^ Q(status=Status.SELESAI),
                name="aspirasi_selesai_dengan_cara",
                violation_error_message="Kiriman yang selesai harus disebut cara selesainya.",
            ),
            titik_lengkap("aspirasi_letak_lengkap"),
            models.CheckConstraint(
                condition=Q(ditutup_pada__isnull=True) ^ Q(status__in=STATUS_TERTUTUP),
                name="aspirasi_tertutup_bertanggal",
                violation_error_message="Kiriman yang ditutup harus bertanggal.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor or 'Kiriman'} {self.judul}"

    def get_absolute_url(self) -> str:
        """The public page; a kiriman without a number has none, so its desk page is named."""
        if self.nomor:
            return reverse("aspirasi:rincian", args=[self.nomor])
        return reverse("meja:aspirasi_rincian", args=[self.acuan])

    @property
    def kunci_jejak(self) -> str:
        return self.acuan.hex

    @property
    def terbit(self) -> bool:
        """True when everyone may read it now."""
        return (
            self.jangkauan == Jangkauan.PUBLIK
            and self.nomor is not None
            and self.status != Status.DITARIK
        )

    @property
    def nada(self) -> str:
        """The tone of its badge (see `NADA_STATUS`)."""
        return NADA_STATUS[self.status]

    @property
    def terbuka(self) -> bool:
        return self.status not in STATUS_TERTUTUP

    @property
    def terlambat(self) -> bool:
        return bool(self.terbuka and self.tenggat and self.tenggat < hari_ini())
