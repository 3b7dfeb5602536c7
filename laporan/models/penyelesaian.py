"""Steps where a look did not settle a matter: a letter to the Inspektorat, a musyawarah."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import CharField, F, OuterRef, Q
from django.db.models.functions import Cast, JSONObject

from core.formulir.fields import BarisField, KunciSekaliField, TeksField
from core.laku import Laku, Pembaca
from core.models import Berkas, Jejak
from core.waktu import hari_ini, sekarang
from laporan.laku import LAKU_INSPEKTORAT, LAKU_MUSYAWARAH
from laporan.models.lapangan import PemeriksaanLapangan
from proyek.models import Keputusan, Proyek
from warga.models import Pengguna
from warga.rules import adalah_pembaca


class SuratInspektoratQuerySet(models.QuerySet["SuratInspektorat"]):
    """Reads of letters to the Inspektorat."""

    def berdiri(self) -> Self:
        """Return letters that nobody took back as entered by mistake."""
        return self.filter(dicabut_pada__isnull=True)

    def visible_to(self, user: Any) -> Self:
        """Return the letters whose number and scan this person reads: the camat, and officials of
        the kecamatan who are marked for secrets."""
        return self if adalah_pembaca(user) else self.none()

    def ringkas(self, banyak: int) -> ArraySubquery:
        """Return the days of the newest ones as plain values. Nothing else of a letter is
        public."""
        semua = self.berdiri().order_by("-tanggal", "-pk")[:banyak]
        return ArraySubquery(semua.values(ringkas=JSONObject(tanggal=F("tanggal"))))


class SuratInspektorat(models.Model):
    """The note that the kecamatan wrote to the Inspektorat about a project. The public reads its
    day alone; number and scan stay in `terbatas` (docs/keputusan/0066-lapangan.md)."""

    jenis_jejak: ClassVar[str] = "inspektorat"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_INSPEKTORAT

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="surat_inspektorat")
    nomor = BarisField("nomor surat", max_length=80)
    tanggal = models.DateField("tanggal surat")
    berkas = models.OneToOneField(
        Berkas, on_delete=models.PROTECT, null=True, related_name="surat_inspektorat"
    )
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    dicabut_pada = models.DateTimeField("dicabut", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = SuratInspektoratQuerySet.as_manager()

    class Meta:
        verbose_name = "surat ke Inspektorat"
        verbose_name_plural = "surat ke Inspektorat"
        ordering: ClassVar = ["-tanggal", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(nomor__regex=r"\S"),
                name="inspektorat_bernomor",
                violation_error_message="Tulis nomor suratnya.",
            ),
            models.UniqueConstraint(
                fields=["proyek", "nomor"],
                condition=Q(dicabut_pada__isnull=True),
                name="inspektorat_sekali",
                violation_error_message="Surat dengan nomor ini sudah dicatat.",
            ),
        ]

    def __str__(self) -> str:
        return f"Surat ke Inspektorat, {self.tanggal}"

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)


def _beralasan() -> ArraySubquery:
    """Return the acts on a musyawarah that gave a reason to everybody, the oldest first."""
    aksi = [nama for nama, laku in LAKU_MUSYAWARAH.items() if laku.beralasan(Pembaca.UMUM)]
    semua = Jejak.objects.filter(
        objek_jenis=Musyawarah.jenis_jejak,
        objek_kunci=Cast(OuterRef("pk"), CharField()),
        aksi__in=aksi,
        isi__dihapus_pada=None,
    )
    isi = JSONObject(waktu="waktu", laku="aksi", alasan="isi__alasan")
    return ArraySubquery(semua.order_by("pk").values(ringkas=isi))


class MusyawarahQuerySet(models.QuerySet["Musyawarah"]):
    """Reads of musyawarah."""

    def menunggu(self) -> Self:
        """Return those that are to be held, or whose outcome nobody wrote yet."""
        return self.filter(diadakan__isnull=True, dibatalkan_pada__isnull=True).order_by(
            "tanggal", "pk"
        )

    def perlu_dicatat(self) -> Self:
        """Return those whose day has come (WIB) and whose outcome nobody wrote yet."""
        return self.menunggu().filter(tanggal__lte=hari_ini())

    def ringkas(self, banyak: int) -> ArraySubquery:
        """Return the newest ones as plain values for `laporan.bacaan.penyelesaian`."""
        kolom = ("pk", "tanggal", "tempat", "tentang", "diadakan", "hasil", "dibatalkan_pada")
        isi = {nama: F(nama) for nama in kolom} | {"laku": _beralasan()}
        semua = self.order_by("-tanggal", "-pk")[:banyak]
        return ArraySubquery(
            semua.values(ringkas=JSONObject(nomor_keputusan=F("keputusan__nomor"), **isi))
        )


class Musyawarah(models.Model):
    """A musyawarah penyelesaian about a project: planned, then held (`diadakan`) or not, with its
    outcome. The later app Agenda takes these rows over (docs/keputusan/0066-lapangan.md)."""

    TULISAN: ClassVar[tuple[str, ...]] = ("tempat", "tentang", "hasil")

    jenis_jejak: ClassVar[str] = "musyawarah"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_MUSYAWARAH

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="musyawarah")
    pemeriksaan = models.ForeignKey(
        PemeriksaanLapangan, on_delete=models.PROTECT, null=True, related_name="musyawarah"
    )
    tanggal = models.DateField("hari")
    tempat = BarisField("tempat", max_length=160)
    tentang = TeksField("yang dibicarakan", max_length=1000)
    diadakan = models.BooleanField("diadakan", null=True)
    hasil = TeksField("hasilnya", max_length=3000, blank=True)
    keputusan = models.ForeignKey(
        Keputusan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="musyawarah",
        verbose_name="keputusan yang lahir darinya",
    )
    dibatalkan_pada = models.DateTimeField("dibatalkan", null=True, editable=False)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    dibuat = models.DateTimeField("direncanakan", default=sekarang, editable=False)
    dicatat_pada = models.DateTimeField("hasil dicatat", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = MusyawarahQuerySet.as_manager()

    class Meta:
        verbose_name = "musyawarah penyelesaian"
        verbose_name_plural = "musyawarah penyelesaian"
        ordering: ClassVar = ["-tanggal", "-pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["tanggal", "id"],
                condition=Q(diadakan__isnull=True, dibatalkan_pada__isnull=True),
                name="musyawarah_menunggu",
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(tempat__regex=r"\S", tentang__regex=r"\S"),
                name="musyawarah_berkata",
                violation_error_message="Tulis tempatnya dan apa yang dibicarakan.",
            ),
            models.CheckConstraint(
                condition=Q(diadakan__isnull=True, hasil="", keputusan=None, dicatat_pada=None)
                | Q(diadakan=False, hasil__regex=r"\S", keputusan=None, dicatat_pada__isnull=False)
                | Q(diadakan=True, hasil__regex=r"\S", dicatat_pada__isnull=False),
                name="musyawarah_berhasil",
                violation_error_message="Tulis hasilnya, atau mengapa tidak jadi.",
            ),
            models.CheckConstraint(
                condition=Q(dibatalkan_pada__isnull=True) | Q(diadakan__isnull=True),
                name="musyawarah_batal_sebelum",
                violation_error_message="Yang sudah dicatat hasilnya tidak dapat dibatalkan.",
            ),
        ]

    def __str__(self) -> str:
        return f"Musyawarah penyelesaian {self.tanggal}"

    def get_absolute_url(self) -> str:
        return f"{self.proyek.get_absolute_url()}#musyawarah"

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def kampung_id(self) -> int | None:
        """Return the kampung whose BPK has it on its desk, as the rights ask for it."""
        return self.proyek.kampung_id

    @property
    def menunggu(self) -> bool:
        """Return whether its outcome is still to be written."""
        return self.diadakan is None and self.dibatalkan_pada is None
