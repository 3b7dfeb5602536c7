"""Totals of money and progress, which triggers of the database keep."""

from django.db import models
from django.db.models import F, Q

from proyek.models.proyek import Proyek
from proyek.models.uang import Pendanaan


class JumlahDana(models.Model):
    """The totals of one source, in rupiah. A trigger on the ledger writes them, and nobody else.

    `banyak_…` counts the rows that stand behind a total: with none the figure is unknown, which is
    not zero (`sudah_dicairkan`, `sudah_dibelanjakan`).
    """

    pendanaan = models.OneToOneField(
        Pendanaan, on_delete=models.PROTECT, primary_key=True, related_name="jumlah"
    )
    anggaran = models.BigIntegerField("anggaran")
    dicairkan = models.BigIntegerField("sudah dicairkan")
    dibelanjakan = models.BigIntegerField("sudah dibelanjakan")
    banyak_dicairkan = models.IntegerField("catatan pencairan")
    banyak_dibelanjakan = models.IntegerField("catatan belanja")

    class Meta:
        verbose_name = "jumlah dana"
        verbose_name_plural = "jumlah dana"
        constraints = [
            models.CheckConstraint(
                condition=Q(dibelanjakan__gte=0, dibelanjakan__lte=F("anggaran")),
                name="jumlah_dibelanjakan_dalam_anggaran",
                violation_error_message="Yang dibelanjakan melebihi anggaran sumber ini.",
            ),
            models.CheckConstraint(
                condition=Q(dicairkan__gte=0, dicairkan__lte=F("anggaran")),
                name="jumlah_dicairkan_dalam_anggaran",
                violation_error_message="Yang dicairkan melebihi anggaran sumber ini.",
            ),
            models.CheckConstraint(
                condition=Q(banyak_dicairkan__gte=0, banyak_dibelanjakan__gte=0),
                name="jumlah_banyak_wajar",
                violation_error_message="Catatan ini sudah dibatalkan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pendanaan}: {self.anggaran}"

    @property
    def sudah_dicairkan(self) -> int | None:
        return self.dicairkan if self.banyak_dicairkan else None

    @property
    def sudah_dibelanjakan(self) -> int | None:
        return self.dibelanjakan if self.banyak_dibelanjakan else None


class JumlahProyek(models.Model):
    """The figures of one project that lists and cards show; None where nothing is known.

    Money in rupiah, over all its sources, kept with `JumlahDana`. `persen`, `dilaporkan_pada`,
    `laporan_nomor` and `laporan_periode` are those of its newest published report; the app of the
    reports keeps them.
    """

    proyek = models.OneToOneField(
        Proyek, on_delete=models.PROTECT, primary_key=True, related_name="jumlah"
    )
    anggaran = models.BigIntegerField("anggaran", null=True)
    dicairkan = models.BigIntegerField("sudah dicairkan", null=True)
    dibelanjakan = models.BigIntegerField("sudah dibelanjakan", null=True)
    persen = models.DecimalField("pekerjaan", max_digits=5, decimal_places=2, null=True)
    dilaporkan_pada = models.DateTimeField("dilaporkan", null=True)
    laporan_nomor = models.CharField("laporan terbaru", max_length=14, null=True)
    laporan_periode = models.DateField("bulan laporan terbaru", null=True)

    class Meta:
        verbose_name = "jumlah proyek"
        verbose_name_plural = "jumlah proyek"
        indexes = [
            # The projects of whose money nothing was recorded yet.
            models.Index(
                fields=["proyek"],
                name="jumlah_belum_bergerak",
                condition=Q(dicairkan__isnull=True, dibelanjakan__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.proyek}: {self.anggaran}"

    @property
    def sisa(self) -> int | None:
        """Return the anggaran that is not spent yet; None while no spending is known."""
        if self.anggaran is None or self.dibelanjakan is None:
            return None
        return self.anggaran - self.dibelanjakan
