"""Residents who write drafts for one project, named by the aparat of its kampung."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from core.formulir.fields import BarisField, KunciSekaliField
from core.waktu import sekarang
from laporan.laku import LAKU_PENULIS
from proyek.models import Proyek
from warga.models import Pengguna
from warga.rules import adalah_fasilitator, adalah_warga


class PenulisQuerySet(models.QuerySet["PenulisLaporan"]):
    """Reads of writers."""

    def berlaku(self) -> Self:
        """Return those that nobody took back, whether or not they said yes."""
        return self.filter(dicabut_pada__isnull=True)

    def menulis(self, orang: Any) -> Self:
        """Return the rows by which this resident may write drafts now."""
        return self.berlaku().filter(pengguna=orang, diterima_pada__isnull=False)

    def proyek_untuk(self, orang: Any) -> Any:
        """Return the projects for which somebody without a desk may write drafts: a fasilitator
        those of the own kampung, a resident those that a row names, anybody else none."""
        semua = Proyek.objects.berlaku()
        if adalah_fasilitator(orang):
            return semua.filter(kampung=orang.kampung_id)
        if adalah_warga(orang):
            return semua.filter(pk__in=self.menulis(orang).values("proyek"))
        return semua.none()


class PenulisLaporan(models.Model):
    """A person who is asked to write drafts of one project.

    The office types a contact, and the portal keeps its hash alone: whether it belongs to an
    account stays unknown to the office until the person says yes. `sebutan` is how the office calls
    the person; it never leaves the office.
    """

    jenis_jejak: ClassVar[str] = "penulis_laporan"
    laku: ClassVar[Any] = LAKU_PENULIS

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="penulis_laporan")
    sebutan = BarisField("nama orangnya", max_length=100)
    kontak_hash = models.CharField("hash kontak", max_length=64, editable=False, db_index=True)
    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, related_name="tulisan_laporan"
    )
    ditunjuk_oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    ditunjuk_pada = models.DateTimeField("ditunjuk", default=sekarang)
    diterima_pada = models.DateTimeField("diterima", null=True)
    dicabut_pada = models.DateTimeField("dicabut", null=True)
    kunci_sekali = KunciSekaliField()

    objects = PenulisQuerySet.as_manager()

    class Meta:
        verbose_name = "penulis laporan"
        verbose_name_plural = "penulis laporan"
        ordering: ClassVar = ["proyek", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["proyek", "kontak_hash"],
                condition=Q(dicabut_pada__isnull=True),
                name="penulis_satu_per_kontak",
            ),
            models.UniqueConstraint(
                fields=["proyek", "pengguna"],
                condition=Q(dicabut_pada__isnull=True),
                name="penulis_satu_per_orang",
            ),
            models.CheckConstraint(
                condition=Q(pengguna__isnull=True, diterima_pada__isnull=True)
                | Q(pengguna__isnull=False, diterima_pada__isnull=False),
                name="penulis_diterima_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return self.sebutan

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def kampung_id(self) -> int:
        """Return the kampung of its project, which the rules ask for."""
        return self.proyek.kampung_id
