"""An offer of help, the contact of its offerer, and the words written about it."""

import uuid
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from core.formulir.fields import (
    AngkaField,
    BarisField,
    KunciSekaliField,
    RupiahField,
    TeksField,
    salah_satu,
)
from core.laku import Laku
from core.models.moderasi import Dimoderasi, TampilMixin
from core.tenggat.bertenggat import Bertenggat, kendala_jam
from core.waktu import sekarang
from mitra.enums import (
    ORGANISASI,
    STATUS_UMUM,
    TERBUKA,
    JenisBantuan,
    JenisPenawar,
    Konflik,
    StatusTawaran,
)
from mitra.laku import LAKU_TAWARAN
from mitra.models.kebutuhan import Kebutuhan
from mitra.models.mitra import Mitra
from proyek.models import Proyek
from warga.models import Kampung, Pengguna
from warga.rules import adalah_aparat, adalah_kecamatan

_DIPERIKSA = Q(diperiksa__regex=r"\S", diperiksa_pada__isnull=False, kampung__isnull=False)
_BELUM = Q(status__in=(StatusTawaran.DIAJUKAN, StatusTawaran.DITOLAK, StatusTawaran.DITARIK))


class TawaranQuerySet(TampilMixin["Tawaran"]):
    """Reads of offers."""

    def visible_to(self, user: Any) -> Self:
        """Return all to the kecamatan, and those that were checked to the aparat of the kampung."""
        if adalah_kecamatan(user):
            return self
        if adalah_aparat(user) and user.kampung_id:
            return self.filter(kampung=user.kampung_id, diperiksa_pada__isnull=False)
        return self.none()

    def menunggu_periksa(self) -> Self:
        return self.filter(status=StatusTawaran.DIAJUKAN)

    def menunggu_putusan(self) -> Self:
        return self.filter(status=StatusTawaran.DIVERIFIKASI)

    def dijanjikan(self) -> Self:
        """Return the offers that were agreed, which everyone reads of."""
        return self.filter(status__in=STATUS_UMUM)


class Tawaran(Bertenggat, Dimoderasi):
    """Help that somebody offers, with or without an account, by code and PIN.

    Whoever offers is known by `lembaga` alone, the public name of an organisation; the name of a
    person stands in `Penawar`. `kampung` is empty for "mana saja" until the kecamatan has checked
    the offer. It becomes public when it is agreed (`Kontribusi`). Hiding it takes the words of the
    offerer from the public pages.
    """

    jenis_jejak: ClassVar[str] = "tawaran"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_TAWARAN

    acuan = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kode = models.CharField("kode lacak", max_length=10, unique=True, editable=False)
    pin_hash = models.CharField(max_length=64, editable=False)
    status = models.CharField(
        "status",
        max_length=12,
        choices=StatusTawaran,
        default=StatusTawaran.DIAJUKAN,
        editable=False,
    )
    penawar_jenis = models.CharField("siapa yang menawarkan", max_length=12, choices=JenisPenawar)
    lembaga = BarisField("nama lembaga", max_length=120, blank=True)
    tampilkan_nama = models.BooleanField("nama boleh ditampilkan", default=False)
    jenis = models.CharField("jenis bantuan", max_length=8, choices=JenisBantuan)
    isi = TeksField("yang ditawarkan", max_length=2000)
    jumlah = AngkaField("jumlah", max_digits=15, decimal_places=2, null=True, blank=True)
    satuan = BarisField("satuan", max_length=30, blank=True)
    nilai = RupiahField("perkiraan nilai", null=True, blank=True)
    kebutuhan = models.ForeignKey(
        Kebutuhan, on_delete=models.PROTECT, null=True, blank=True, related_name="tawaran"
    )
    proyek = models.ForeignKey(
        Proyek, on_delete=models.PROTECT, null=True, blank=True, related_name="tawaran"
    )
    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, null=True, blank=True, related_name="tawaran"
    )
    konflik = models.CharField("hubungan dengan kampung", max_length=5, choices=Konflik)
    konflik_isi = BarisField("hubungannya", max_length=300, blank=True)
    diperiksa = TeksField("yang diperiksa", max_length=1000, blank=True, editable=False)
    diperiksa_pada = models.DateField("hari diperiksa", null=True, editable=False)
    mitra = models.ForeignKey(
        Mitra, on_delete=models.PROTECT, null=True, editable=False, related_name="tawaran"
    )
    dibuat = models.DateTimeField("dikirim", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = TawaranQuerySet.as_manager()

    class Meta(Dimoderasi.Meta):
        verbose_name = "tawaran"
        verbose_name_plural = "tawaran"
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["status", "tenggat"],
                name="tawaran_menunggu",
                condition=Q(status__in=TERBUKA),
            ),
            models.Index(fields=["kampung", "-id"], name="tawaran_kampung"),
        ]
        constraints: ClassVar = [
            *Dimoderasi.Meta.constraints,
            *kendala_jam("tawaran"),
            salah_satu("tawaran_status_dikenal", "status", StatusTawaran, "Status tidak dikenal."),
            salah_satu("tawaran_jenis_dikenal", "jenis", JenisBantuan, "Pilih jenis bantuannya."),
            salah_satu(
                "tawaran_penawar_dikenal", "penawar_jenis", JenisPenawar, "Pilih siapa Anda."
            ),
            models.CheckConstraint(
                condition=Q(penawar_jenis__in=ORGANISASI, lembaga__regex=r"\S")
                | (~Q(penawar_jenis__in=ORGANISASI) & Q(lembaga="")),
                name="tawaran_lembaga_bernama",
                violation_error_message="Tulis nama lembaganya. Nama orang tidak ditulis di sini.",
            ),
            models.CheckConstraint(
                condition=Q(konflik=Konflik.TIDAK, konflik_isi="")
                | Q(konflik=Konflik.ADA, konflik_isi__regex=r"\S"),
                name="tawaran_konflik_dijelaskan",
                violation_error_message="Jelaskan hubungannya dengan kampung.",
            ),
            models.CheckConstraint(
                condition=_BELUM | _DIPERIKSA,
                name="tawaran_diperiksa_dulu",
                violation_error_message="Tulis apa yang diperiksa, dan untuk kampung mana.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=TERBUKA) | Q(tenggat__isnull=True),
                name="tawaran_putus_tanpa_jam",
                violation_error_message="Tawaran yang sudah diputuskan tidak ditunggu lagi.",
            ),
        ]

    def __str__(self) -> str:
        return f"Tawaran {self.get_jenis_display().lower()}"

    @property
    def organisasi(self) -> bool:
        return self.penawar_jenis in ORGANISASI

    @property
    def umum(self) -> bool:
        return self.status in STATUS_UMUM

    @property
    def terbuka(self) -> bool:
        return self.status in TERBUKA

    @property
    def dapat_diperiksa(self) -> bool:
        return self.status == StatusTawaran.DIAJUKAN

    @property
    def dapat_disepakati(self) -> bool:
        return self.status == StatusTawaran.DIVERIFIKASI

    @property
    def dapat_diterima(self) -> bool:
        return self.umum and self.status != StatusTawaran.SELESAI

    @property
    def dapat_ditarik(self) -> bool:
        return self.terbuka or self.status == StatusTawaran.DISEPAKATI


class Penawar(models.Model):
    """The person behind an offer. Read it only through `services.kontak.baca_kontak`, which logs
    it. One way to call back is needed: nobody agrees on help with someone unknown. Some months
    after the offer was closed all of it is forgotten."""

    tawaran = models.OneToOneField(Tawaran, on_delete=models.PROTECT, related_name="penawar")
    nama = BarisField("nama Anda", max_length=100)
    telepon = models.CharField("nomor HP", max_length=16, blank=True)
    email = models.EmailField("e-mail", blank=True)
    versi_persetujuan = models.CharField("versi persetujuan", max_length=10)
    dibuat = models.DateTimeField(default=sekarang, editable=False)
    dikosongkan_pada = models.DateTimeField("dikosongkan", null=True, editable=False)

    class Meta:
        verbose_name = "penawar"
        verbose_name_plural = "penawar"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(dikosongkan_pada__isnull=False) ^ ~Q(telepon="", email=""),
                name="penawar_berkontak",
                violation_error_message="Tulis nomor HP atau e-mail, supaya kami dapat menjawab.",
            )
        ]

    def __str__(self) -> str:
        return f"Penawar tawaran {self.tawaran_id}"


class KataTawaran(models.Model):
    """Words between the offerer and the office; `oleh` is empty for the offerer's own."""

    tawaran = models.ForeignKey(Tawaran, on_delete=models.PROTECT, related_name="kata")
    isi = TeksField("isi", max_length=1000)
    oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    dibuat = models.DateTimeField(default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()

    class Meta:
        verbose_name = "kata tawaran"
        verbose_name_plural = "kata tawaran"
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Kata {self.pk}"
