"""CekWarga: what residents say of a report, or of the work between reports."""

import datetime as dt
import secrets
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import DateField, DateTimeField, Exists, F, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast
from django.urls import reverse

from core.formulir.fields import KunciSekaliField, TeksField, salah_satu
from core.laku import Laku
from core.models import Berkas
from core.models.moderasi import Dimoderasi
from core.templatetags.bentuk import rentang_tanggal
from core.tenggat.hari_kerja import libur_sejak, tanggal_wib
from core.waktu import hari_ini, sekarang
from laporan.enums import NADA_PENILAIAN, DariCek, Penilaian
from laporan.laku import LAKU_CEK
from laporan.models import cek_ringkas
from laporan.models.ditanggapi import (
    Ditanggapi,
    DitanggapiMixin,
    kendala_tanggapan,
)
from laporan.models.laporan import LaporanKemajuan
from proyek.models import Proyek
from warga.enums import Peran
from warga.models import Kampung, Pengguna

ISI_TERPANJANG = 2000
CUKUP_RAMAI = 20  # proven accounts, from which on the kampung of a sender is named
UMUM = Q(ditahan=False, disembunyikan=False, ditarik_pada__isnull=True)
_TERTAHAN = Q(ditahan=True, disembunyikan=False, ditarik_pada__isnull=True)


def senin(kolom: str) -> Cast:
    """Return SQL for the Monday (WIB) of the week of the moment in a column."""
    wib = Func(Value("Asia/Jakarta"), F(kolom), function="timezone", output_field=DateTimeField())
    pekan = Func(Value("week"), wib, function="date_trunc", output_field=DateTimeField())
    return Cast(pekan, DateField())


def acak() -> int:
    """Return the place of a check among those of its week, which tells nothing of its day."""
    return secrets.randbelow(2**31)


class CekQuerySet(DitanggapiMixin["CekWarga"]):
    """Reads of checks."""

    def berdiri(self) -> Self:
        """Return checks whose project was not taken back: nobody sees the others any more, so they
        wait for nobody."""
        return self.filter(proyek__dicabut_pada__isnull=True)

    def umum(self) -> Self:
        """Return the checks that everybody reads."""
        return self.berdiri().filter(UMUM)

    def tertahan(self) -> Self:
        """Return the checks that wait to be read by the kecamatan."""
        return self.berdiri().filter(_TERTAHAN)

    def menunggu_jawaban(self, kampung: int | None) -> Self:
        """Return what the aparat of a kampung owe an answer, the one due first first."""
        return self.menunggu_kampung(kampung)

    def tidak_sesuai_terbukti(self, proyek: Any) -> Self:
        """Return the public "tidak sesuai" of proven accounts about a project. One account may have
        written several, about several reports: count its `penulis` once."""
        pokok = {"proyek": proyek, "penilaian": Penilaian.TIDAK_SESUAI, "dari": DariCek.TERBUKTI}
        return self.umum().filter(**pokok)

    def terlihat(self) -> Self:
        """Return the checks that keep a place on public pages: those that everybody reads, and the
        trace of those that their sender took back after others had seen them."""
        ditarik = Q(ditarik_pada__isnull=False, terbit_pada__isnull=False, disembunyikan=False)
        return self.berdiri().filter(UMUM | ditarik)

    def urut(self) -> Self:
        """Return checks, those of the newest week first, in an order that betrays no day."""
        return self.order_by("-minggu", "urutan", "pk")

    def dengan_sebutan(self) -> Self:
        """Annotate `ramai`: whether the kampung of the sender has proven accounts enough to be
        named; `jawaban`, the answer that stands as plain values, and `libur` for its lateness."""
        orang = Pengguna.objects.terbukti().filter(kampung=OuterRef("kampung"), is_active=True)
        orang = orang.filter(peran=Peran.WARGA).order_by()
        bidang: Any = self.model._meta.get_field("tanggapan")
        jawaban = bidang.related_model._default_manager.berlaku().filter(cek=OuterRef("pk"))
        return self.select_related("kampung").annotate(
            ramai=Exists(orang[CUKUP_RAMAI - 1 : CUKUP_RAMAI]),
            jawaban=Subquery(jawaban.ringkas()[:1]),
            libur=libur_sejak("tenggat"),
        )

    def dengan_foto(self) -> Self:
        """Annotate `isi_foto`: the photos of each check, as `tumpangan_foto` reads them."""
        model: Any = self.model._meta.get_field("foto").related_model
        foto = model._default_manager.filter(cek=OuterRef("pk")).order_by("pk")
        return self.annotate(isi_foto=cek_ringkas.tumpangan_foto(model).anotasi(foto))

    def ringkas(self, **milik: Any) -> dict[str, Any]:
        """Return annotations for a project or a report (`laporan.models.cek_ringkas`)."""
        return cek_ringkas.ringkas(self, **milik)

    def hitung_kartu(self, **milik: Any) -> ArraySubquery:
        """Return an annotation with the counts of a project or a report, for lists."""
        return cek_ringkas.hitung_kartu(self, **milik)


class CekWarga(Dimoderasi, Ditanggapi):
    """One check by one resident. Nobody but the sender is told who wrote it: `penulis` stands on no
    page, and the trail names no account for the sender's acts (docs/keputusan/0060-cek-warga.md).

    `isi` are the sender's words, `isi_publik` the shown ones. It shows its week (`minggu`), never
    its day. `ditahan`: the kecamatan has not read it yet. `terbit_pada` is when everybody could
    read it first. `laporan` is the report it is about; None means the work as seen between reports.
    """

    jenis_jejak: ClassVar[str] = "cek"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_CEK

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="cek")
    laporan = models.ForeignKey(
        LaporanKemajuan, on_delete=models.PROTECT, null=True, related_name="cek"
    )
    penilaian = models.CharField("penilaian", max_length=12, choices=Penilaian)
    isi = TeksField("yang Anda lihat", max_length=ISI_TERPANJANG, blank=True)
    isi_publik = TeksField(
        "isi yang ditampilkan", max_length=ISI_TERPANJANG, blank=True, editable=False
    )
    penulis = models.ForeignKey(
        Pengguna,
        on_delete=models.PROTECT,
        null=True,
        related_name="cek",
        editable=False,
        verbose_name="penulis",
    )
    dari = models.CharField("dari", max_length=8, choices=DariCek, editable=False)
    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    foto_umum = models.BooleanField("foto boleh dilihat semua orang", default=False)
    # The kecamatan took its photos from everybody.
    foto_dibatasi = models.BooleanField("foto hanya untuk kecamatan", default=False, editable=False)
    ditahan = models.BooleanField("menunggu dibaca", default=False, editable=False)
    ditahan_sejak = models.DateTimeField("menunggu dibaca sejak", null=True, editable=False)
    dibuat = models.DateTimeField("ditulis", default=sekarang, editable=False)
    minggu = models.GeneratedField(
        expression=senin("dibuat"), output_field=DateField(), db_persist=True, editable=False
    )
    urutan = models.PositiveIntegerField("urutan", default=acak, editable=False)
    terbit_pada = models.DateTimeField("mulai tampil", null=True, editable=False)
    diperbaiki_pada = models.DateTimeField("diperbaiki sesudah tampil", null=True, editable=False)
    ditarik_pada = models.DateTimeField("ditarik pengirim", null=True, editable=False)
    # Set once its followers were told, after its week: no notice betrays the day.
    dikabarkan_pada = models.DateTimeField("dikabarkan", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = CekQuerySet.as_manager()

    # Annotated by `CekQuerySet.dengan_sebutan`.
    ramai: ClassVar[bool] = False

    class Meta(Dimoderasi.Meta):
        abstract = False
        verbose_name = "cek warga"
        verbose_name_plural = "cek warga"
        ordering: ClassVar = ["-minggu", "urutan", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["proyek", "-minggu", "urutan", "id"], name="cek_per_proyek"),
            models.Index(
                fields=["ditahan_sejak", "id"], condition=_TERTAHAN, name="cek_tertahan_sejak"
            ),
            models.Index(
                fields=["tenggat", "id"],
                condition=UMUM & Q(tenggat__isnull=False, ditanggapi_pada__isnull=True),
                name="cek_ditunggu",
            ),
            models.Index(
                fields=["terbit_pada"],
                condition=UMUM & Q(dikabarkan_pada__isnull=True),
                name="cek_belum_kabar",
            ),
        ]
        constraints: ClassVar = [
            *Dimoderasi.Meta.constraints,
            *kendala_tanggapan("cek"),
            salah_satu("cek_penilaian_dikenal", "penilaian", Penilaian, "Pilih penilaian Anda."),
            salah_satu("cek_dari_dikenal", "dari", DariCek, "Asal cek ini tidak dikenal."),
            models.UniqueConstraint(
                fields=["penulis", "proyek", "laporan"],
                condition=Q(penulis__isnull=False, ditarik_pada__isnull=True),
                nulls_distinct=False,
                name="cek_satu_tiap_orang",
                violation_error_message="Anda sudah mengecek ini. Perbaiki cek Anda yang ada.",
            ),
            models.CheckConstraint(
                condition=Q(dari=DariCek.TANPA_AKUN, penulis__isnull=True, kampung__isnull=True)
                | (~Q(dari=DariCek.TANPA_AKUN) & Q(penulis__isnull=False)),
                name="cek_penulis_menurut_asal",
                violation_error_message="Cek tanpa akun tidak punya penulis.",
            ),
            models.CheckConstraint(
                condition=Q(penilaian=Penilaian.SESUAI)
                | Q(isi__regex=r"\S")
                | Q(ditarik_pada__isnull=False),
                name="cek_berkata",
                violation_error_message="Tulis apa yang tidak sesuai, atau pertanyaan Anda.",
            ),
            models.CheckConstraint(
                condition=Q(penilaian=Penilaian.TIDAK_SESUAI) | Q(foto_umum=True),
                name="cek_foto_tertutup_beralasan",
                violation_error_message="Hanya foto “tidak sesuai” yang dapat tertutup.",
            ),
            models.CheckConstraint(
                condition=Q(ditahan=True)
                | Q(terbit_pada__isnull=False)
                | Q(ditarik_pada__isnull=False),
                name="cek_tampil_berwaktu",
                violation_error_message="Cek yang tampil harus punya waktu mulai tampil.",
            ),
            models.CheckConstraint(
                condition=Q(ditarik_pada__isnull=True) | Q(isi="", isi_publik="", ditahan=False),
                name="cek_ditarik_kosong",
                violation_error_message="Cek yang ditarik tidak menyimpan kata-katanya.",
            ),
            models.CheckConstraint(
                condition=Q(ditahan=True, ditahan_sejak__isnull=False)
                | Q(ditahan=False, ditahan_sejak__isnull=True),
                name="cek_ditahan_berwaktu",
                violation_error_message="Cek yang ditahan harus punya waktu mulai ditahan.",
            ),
            models.CheckConstraint(
                condition=Q(tenggat__isnull=True) | Q(terbit_pada__isnull=False),
                name="cek_ditunggu_sesudah_tampil",
                violation_error_message="Jawaban ditunggu sejak cek ini tampil.",
            ),
        ]

    def __str__(self) -> str:
        return f"Cek warga: {self.get_penilaian_display().lower()}"

    def get_absolute_url(self) -> str:
        return reverse("laporan:cek", args=[self.pk])

    @property
    def umum(self) -> bool:
        """Return whether everybody reads it now."""
        return not (self.ditahan or self.disembunyikan or self.ditarik_pada)

    @property
    def menunggu(self) -> bool:
        return self.ditahan

    @property
    def sebutan(self) -> str:
        """Return who wrote it, as everybody reads it: never a name."""
        if self.dari == DariCek.TANPA_AKUN:
            return "Warga, tanpa akun"
        if self.dari == DariCek.AKUN:
            return "Warga, akun belum diverifikasi"
        return f"Warga Kampung {self.kampung}" if self.kampung and self.ramai else "Warga"

    @property
    def terbukti(self) -> bool:
        return self.dari == DariCek.TERBUKTI

    @property
    def kata_minggu(self) -> str:
        """Return its week in words: "minggu 23–29 November 2026"."""
        senin = tanggal_wib(self.dibuat)
        senin -= dt.timedelta(days=senin.weekday())
        return f"minggu {rentang_tanggal(senin, akhir_pekan(senin))}"

    @property
    def nada(self) -> str:
        """Return the tone of its badge."""
        return NADA_PENILAIAN[self.penilaian]

    @property
    def foto_tertutup(self) -> bool:
        """Return whether the kecamatan and the sender alone see its photos."""
        return self.foto_dibatasi or not self.foto_umum

    @property
    def menunggu_petugas(self) -> bool:
        """Return whether an office owes an answer."""
        return super().menunggu_petugas and self.umum

    @property
    def tulisan_tampil(self) -> str:
        return self.isi_publik

    def yang_dibaca(self) -> tuple[Any, ...]:
        foto = sorted(satu.pk for satu in self.foto.all())
        return (self.penilaian, self.isi_publik, self.foto_umum, foto)

    @property
    def diperbaiki_sesudah_jawaban(self) -> bool:
        """Return whether its sender corrected it after it was answered."""
        return bool(
            self.diperbaiki_pada
            and self.ditanggapi_pada
            and self.diperbaiki_pada > self.ditanggapi_pada
        )

    def mulai_ditunggu(self) -> None:
        """Begin the clock with the last day of this week, so that the due day betrays no day; the
        caller saves."""
        self._mulai(akhir_pekan(hari_ini()))

    def berkas_milik(self) -> models.QuerySet[Berkas]:
        """Return its photos."""
        return Berkas.objects.filter(foto_cek__cek=self.pk)

    def boleh_publik(self) -> bool:
        """Return whether everybody may see its photos."""
        return self.umum and self.foto_umum and not self.foto_dibatasi


def akhir_pekan(hari: dt.date) -> dt.date:
    """Return the Sunday of the week of a day."""
    return hari + dt.timedelta(days=6 - hari.weekday())
