"""Progress reports of a project, with the money spent, and photos."""

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.cari.kolom import vektor
from core.formulir.fields import BarisField, KunciSekaliField, PersenField, RupiahField, TeksField
from core.laku import Laku
from core.models import Berkas
from core.models.berkas import nama_kecil
from core.moderasi.penarikan import baris_ditarik, berkas_ditarik
from core.templatetags.bentuk import rentang_tanggal
from core.waktu import akhir_bulan, sekarang
from laporan.enums import Sebagai, Status, TahapFoto
from laporan.laku import LAKU
from laporan.models.himpunan import LaporanQuerySet
from laporan.models.tenaga import TENAGA, TenagaKerja
from proyek.models import Pendanaan, Proyek
from warga.models import Pengguna
from warga.rules import adalah_kecamatan, adalah_petugas


class LaporanKemajuan(TenagaKerja):
    """The work on a project in one span of days, from `periode` up to `sampai`.

    `persen` is cumulative. A published report is never edited (the database refuses it):
    a correction is a new revision of the same span, and both stay visible. One that was taken back
    as a whole (`laporan.services.tarik`) keeps its row; its page says why. `nomor` is
    given when it is published. Older reports have no `sampai`: they tell of a whole month.
    """

    jenis_jejak: ClassVar[str] = "laporan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU
    awalan_nomor: ClassVar[str] = "LAP"
    lebar_nomor: ClassVar[int] = 4

    nomor = models.CharField("nomor", max_length=14, unique=True, null=True, editable=False)
    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="laporan")
    periode = models.DateField("dari tanggal")
    sampai = models.DateField("sampai tanggal", null=True, editable=False)
    revisi = models.PositiveSmallIntegerField("revisi", default=1, editable=False)
    persen = PersenField("pekerjaan selesai (%)")
    narasi = TeksField("yang sudah dikerjakan", max_length=5000, blank=True)
    ada_kendala = models.BooleanField("ada kendala", default=False)
    kendala = TeksField("kendala", max_length=2000, blank=True)
    rencana_tindak_lanjut = TeksField("rencana tindak lanjut", max_length=2000, blank=True)
    tanpa_kemajuan = models.BooleanField("tidak ada kemajuan", default=False)
    alasan_tanpa_kemajuan = BarisField("alasannya", max_length=500, blank=True)
    alasan_turun = BarisField("alasan persen turun", max_length=500, blank=True)
    alasan_perbaikan = BarisField("alasan perbaikan", max_length=500, blank=True)
    belanja_menyusul = models.BooleanField("belanja menyusul dari kaur keuangan", default=False)
    status = models.CharField(
        "status", max_length=6, choices=Status, default=Status.DRAF, editable=False
    )
    dibuat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    diterbitkan_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    diterbitkan_sebagai = models.CharField(
        "sebagai", max_length=10, choices=Sebagai, blank=True, default="", editable=False
    )
    diterbitkan_pada = models.DateTimeField("terbit", null=True, editable=False)
    kunci_sekali = KunciSekaliField()
    vektor = vektor(
        *(("nomor", "A"), ("narasi", "B"), ("kendala", "B"), ("rencana_tindak_lanjut", "C")),
        *((f"alasan_{hal}", "C") for hal in ("tanpa_kemajuan", "turun", "perbaikan")),
    )

    objects = LaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan kemajuan"
        verbose_name_plural = "laporan kemajuan"
        ordering = ["-periode", "-pk"]
        indexes = [
            GinIndex(fields=["vektor"], name="laporan_vektor"),
            models.Index(
                fields=["-diterbitkan_pada", "-id"],
                name="laporan_terbit",
                condition=Q(status=Status.TERBIT),
            ),
            models.Index(
                fields=["proyek", "periode"],
                name="laporan_draf",
                condition=Q(status=Status.DRAF),
            ),
            # The reports of a month; older ones have no last day.
            models.Index(
                fields=["sampai"], name="laporan_sampai", condition=Q(status=Status.TERBIT)
            ),
            models.Index(
                fields=["periode"],
                name="laporan_sebulan",
                condition=Q(status=Status.TERBIT, sampai__isnull=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["proyek", "periode", "revisi"],
                name="laporan_satu_per_periode",
                violation_error_message="Laporan untuk waktu ini sudah ada. "
                "Buka draf itu, atau pilih waktu lain.",
            ),
            models.CheckConstraint(
                condition=Q(sampai__isnull=True, periode__day=1) | Q(sampai__gte=F("periode")),
                name="laporan_rentang_dikenal",
                violation_error_message="Waktu yang dilaporkan tidak dikenal.",
            ),
            models.CheckConstraint(
                condition=Q(ada_kendala=False) | Q(kendala__regex=r"\S"),
                name="laporan_kendala_dijelaskan",
                violation_error_message="Jelaskan kendalanya, atau pilih “Tidak ada kendala”.",
            ),
            models.CheckConstraint(
                condition=Q(tanpa_kemajuan=False) | Q(alasan_tanpa_kemajuan__regex=r"\S"),
                name="laporan_tanpa_kemajuan_beralasan",
                violation_error_message="Tulis alasan mengapa tidak ada kemajuan.",
            ),
            models.CheckConstraint(
                condition=Q(revisi=1) | Q(alasan_perbaikan__regex=r"\S"),
                name="laporan_perbaikan_beralasan",
                violation_error_message="Tulis apa yang diperbaiki dan mengapa.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=Status.TERBIT,
                    nomor__isnull=False,
                    diterbitkan_pada__isnull=False,
                    diterbitkan_oleh__isnull=False,
                )
                | Q(status=Status.DRAF, nomor__isnull=True, diterbitkan_pada__isnull=True),
                name="laporan_terbit_lengkap",
                violation_error_message="Laporan yang terbit harus bernomor dan bertanggal.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor or 'Draf'} {self.proyek}"

    def get_absolute_url(self) -> str:
        if self.nomor:
            return reverse("laporan:rincian", args=[self.nomor])
        return reverse("laporan:draf", args=[self.pk])

    @property
    def kunci_jejak(self) -> str:
        return self.nomor or f"draf-{self.pk}"

    @property
    def akhir(self) -> datetime.date:
        """Return the last day that it tells of."""
        return self.sampai or akhir_bulan(self.periode)

    @property
    def kata_waktu(self) -> str:
        """Return its days in words: "1–14 November 2026", or "November 2026"."""
        return rentang_tanggal(self.periode, self.akhir)

    @property
    def kata_penerbit(self) -> str:
        """Return by whom it was published, as everyone reads it: an office, never a name."""
        kampung = self.proyek.kampung
        sebagai: dict[str, str] = {
            Sebagai.KAKAM: f"Kepala Kampung {kampung}",
            Sebagai.SEKRETARIS: f"Sekretaris Kampung {kampung} atas nama Kepala Kampung",
            Sebagai.DITUNJUK: f"petugas Kampung {kampung} yang ditunjuk Kepala Kampung",
        }
        return sebagai.get(self.diterbitkan_sebagai, f"Pemerintah Kampung {kampung}")

    @property
    def alamat_sampul(self) -> str:
        """Return the address of the small size of its first photo (see `dengan_sampul`); "" without
        one."""
        nama: str | None = getattr(self, "nama_sampul", None)
        return reverse("berkas", args=[nama_kecil(nama)]) if nama else ""

    @property
    def serah(self) -> Any:
        """Return its handing over to whoever publishes (`PenyerahanDraf`); None without one."""
        return getattr(self, "penyerahan", None)

    def perbaikan(self) -> "LaporanKemajuan":
        """Return an unsaved next revision of this span, starting from the same words."""
        disalin = (
            *("persen", "narasi", "ada_kendala", "kendala", "rencana_tindak_lanjut"),
            *("tanpa_kemajuan", "alasan_tanpa_kemajuan", "alasan_turun"),
            *(*TENAGA, "cuaca"),
        )
        serentang = LaporanKemajuan.objects.serentang(self)
        return LaporanKemajuan(
            proyek=self.proyek,
            periode=self.periode,
            sampai=self.sampai,
            revisi=max(serentang.values_list("revisi", flat=True)) + 1,
            belanja_menyusul=self.belanja_ditunggu,
            **{nama: getattr(self, nama) for nama in disalin},
        )

    @property
    def tenggat_belanja(self) -> datetime.date | None:
        """Return by when its money is due; None where none follows."""
        return getattr(getattr(self, "menyusul", None), "tenggat", None)

    @property
    def belanja_ditunggu(self) -> bool:
        """Return whether its money is still to follow."""
        menyusul: Any = getattr(self, "menyusul", None) if self.belanja_menyusul else None
        return self.belanja_menyusul and (menyusul is None or menyusul.diisi_pada is None)

    @property
    def kampung_id(self) -> int:
        """Return the kampung of its project, which the rules ask for."""
        return self.proyek.kampung_id


class Realisasi(models.Model):
    """Rupiah spent from one source since the report before, as this report tells it. The ledger
    counts it once the report is published (`proyek.services.belanja`)."""

    laporan = models.ForeignKey(LaporanKemajuan, on_delete=models.CASCADE, related_name="realisasi")
    pendanaan = models.ForeignKey(Pendanaan, on_delete=models.PROTECT, related_name="realisasi")
    jumlah = RupiahField("dibelanjakan")

    class Meta:
        verbose_name = "realisasi"
        verbose_name_plural = "realisasi"
        ordering = ["laporan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["laporan", "pendanaan"], name="realisasi_satu_per_sumber"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pendanaan}: {self.jumlah}"


class FotoQuerySet(models.QuerySet["Foto"]):
    """Reads of photos."""

    def tampil(self) -> Self:
        """Return photos that nobody took back, of reports that nobody took back."""
        laporan = baris_ditarik(LaporanKemajuan._meta.db_table, "laporan")
        return self.filter(~berkas_ditarik(self.model._meta.db_table), ~laporan)

    def visible_to(self, user: Any) -> Self:
        """Return photos of the reports that this person may read. One that was taken back stays
        with the kecamatan and the aparat of its kampung, so that nothing disappears unseen."""
        laporan = LaporanKemajuan.objects.visible_to(user)
        terbaca = self.filter(laporan__in=laporan.values("pk"))
        if adalah_kecamatan(user):
            return terbaca
        tampil = Q(~berkas_ditarik(self.model._meta.db_table))
        if adalah_petugas(user):
            tampil |= Q(laporan__proyek__kampung=user.kampung_id)
        return terbaca.filter(tampil)


class Foto(models.Model):
    """A photo of the work, tagged with its stage. A correction begins with the photos of the report
    that it corrects: both have a row of their own, and one file."""

    laporan = models.ForeignKey(LaporanKemajuan, on_delete=models.CASCADE, related_name="foto")
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="foto_laporan")
    tahap = models.PositiveSmallIntegerField("saat", choices=TahapFoto, default=TahapFoto.TENGAH)
    keterangan = BarisField("keterangan foto", max_length=200, blank=True)
    kunci_sekali = KunciSekaliField()

    objects = FotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto"
        ordering = ["laporan", "tahap", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["laporan", "berkas"],
                name="foto_satu_per_laporan",
                violation_error_message="Foto ini sudah ada dalam laporan ini.",
            )
        ]

    def __str__(self) -> str:
        return self.keterangan or f"Foto {self.get_tahap_display()}"
