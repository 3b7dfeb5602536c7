"""Money of a project, in whole rupiah: its sources, and the ledger of what happened to them."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, Q, Value, When

from core.cari.kolom import vektor
from core.formulir.fields import BarisField, KunciSekaliField
from core.waktu import sekarang
from proyek.enums import DASAR_BERALASAN, TANPA_KAS, DasarGerak, Pos, SumberDana
from proyek.models.keputusan import Keputusan
from proyek.models.proyek import Proyek
from warga.models import Pengguna

TAHUN_WAJAR = (2015, 2100)
# People call a source "Dana Desa", and "DD". The column is stored with the row, so another word for
# one needs a migration.
KATA_SUMBER = Case(
    *(When(sumber=satu, then=Value(f"{satu.label} {satu.value}")) for satu in SumberDana),
    default=Value(""),
)


class PendanaanQuerySet(models.QuerySet["Pendanaan"]):
    """Reads of sources."""

    def with_uang(self) -> Self:
        """Return sources with their totals, in one query."""
        return self.select_related("jumlah")


class Pendanaan(models.Model):
    """One source of money of a project in one budget year.

    What happens to it are rows of the ledger (`Gerak`); their sums stand in `jumlah`. `pagu` is the
    anggaran in rupiah: as somebody typed it while the row is unsaved, and afterwards the total.
    """

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="pendanaan")
    sumber = models.CharField("sumber dana", max_length=10, choices=SumberDana)
    tahun = models.PositiveSmallIntegerField("tahun anggaran")
    vektor = vektor((KATA_SUMBER, "D"))

    objects = PendanaanQuerySet.as_manager()
    _pagu: int | None = None

    class Meta:
        verbose_name = "pendanaan"
        verbose_name_plural = "pendanaan"
        ordering = ["proyek", "tahun", "pk"]
        indexes = [
            GinIndex(fields=["vektor"], name="pendanaan_vektor"),
            models.Index(fields=["-tahun"], name="pendanaan_tahun"),
            models.Index(fields=["sumber", "-tahun"], name="pendanaan_sumber"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["proyek", "sumber", "tahun"],
                name="pendanaan_sumber_tahun_unik",
                violation_error_message="Sumber dana dan tahun ini sudah ada. "
                "Jumlahkan menjadi satu.",
            ),
            models.CheckConstraint(
                condition=Q(tahun__range=TAHUN_WAJAR),
                name="pendanaan_tahun_wajar",
                violation_error_message="Tahun anggaran tidak wajar.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_sumber_display()} {self.tahun}"

    @classmethod
    def baru(cls, sumber: str, tahun: int, pagu: int) -> "Pendanaan":
        """Return an unsaved source with its anggaran in rupiah."""
        dana = cls(sumber=sumber, tahun=tahun)
        dana.pagu = pagu
        return dana

    @property
    def pagu(self) -> int:
        return self._pagu if self._pagu is not None else self.jumlah.anggaran

    @pagu.setter
    def pagu(self, rupiah: int) -> None:
        self._pagu = rupiah

    @property
    def dari_kas(self) -> bool:
        """Return whether money of this source is drawn from a public till."""
        return self.sumber not in TANPA_KAS


class GerakQuerySet(models.QuerySet["Gerak"]):
    """Reads of the ledger."""

    def pencairan(self) -> Self:
        """Return what was drawn from the till and what went back, each with the row that corrects
        it; no rows that only correct another."""
        cair = self.filter(pos=Pos.DICAIRKAN).exclude(dasar=DasarGerak.PEMBATALAN)
        return cair.select_related("dibetulkan")


class Gerak(models.Model):
    """One row of the ledger of a source: what moved, by how much, when and on what ground.

    `jumlah` is rupiah with a sign. Rows are only added; a mistake is another row that names the
    one that it corrects (`membetulkan`), once each, with its reason in `keterangan`. `oleh` is None
    in rows from before the ledger. `laporan_nomor` is the report that told of spending; reports
    stand above this app. The database keeps the totals (`JumlahDana`) by these rows.
    """

    pendanaan = models.ForeignKey(Pendanaan, on_delete=models.PROTECT, related_name="gerak")
    pos = models.CharField("pos", max_length=12, choices=Pos)
    jumlah = models.BigIntegerField("jumlah")
    tanggal = models.DateField("tanggal")
    dasar = models.CharField("dasar", max_length=12, choices=DasarGerak)
    keterangan = BarisField("keterangan", max_length=500, blank=True)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, null=True, related_name="+")
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    keputusan = models.ForeignKey(
        Keputusan, on_delete=models.PROTECT, null=True, related_name="gerak"
    )
    laporan_nomor = models.CharField("nomor laporan", max_length=14, blank=True)
    membetulkan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="dibetulkan"
    )
    kunci_sekali = KunciSekaliField()

    objects = GerakQuerySet.as_manager()

    class Meta:
        verbose_name = "gerak uang"
        verbose_name_plural = "gerak uang"
        ordering = ["tanggal", "pk"]
        # It holds rows without a number, too: PostgreSQL uses no index with a condition in a join.
        indexes = [models.Index(fields=["laporan_nomor"], name="gerak_laporan")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(jumlah=0) | Q(pos=Pos.DIBELANJAKAN),
                name="gerak_bukan_nol",
                violation_error_message="Jumlahnya harus lebih besar dari nol.",
            ),
            models.CheckConstraint(
                condition=~Q(dasar=DasarGerak.SPP) | Q(jumlah__gt=0),
                name="gerak_spp_positif",
                violation_error_message="Jumlah yang dicairkan harus lebih besar dari nol.",
            ),
            models.CheckConstraint(
                condition=~Q(dasar=DasarGerak.PENGEMBALIAN) | Q(jumlah__lt=0),
                name="gerak_pengembalian_negatif",
                violation_error_message="Jumlah yang dikembalikan harus lebih besar dari nol.",
            ),
            models.CheckConstraint(
                condition=~Q(dasar__in=DASAR_BERALASAN)
                | Q(membetulkan__isnull=False, keterangan__regex=r"\S"),
                name="gerak_pembetulan_beralasan",
                violation_error_message="Sebut catatan yang dibetulkan dan alasannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pendanaan} {self.tanggal}: {self.jumlah}"

    @property
    def rupiah(self) -> int:
        """Return the sum without its sign, as people say it."""
        return abs(self.jumlah)

    @property
    def kembali(self) -> bool:
        return self.dasar == DasarGerak.PENGEMBALIAN

    @property
    def pembetul(self) -> "Gerak | None":
        """Return the row that corrects this one; None while it stands."""
        return getattr(self, "dibetulkan", None)
