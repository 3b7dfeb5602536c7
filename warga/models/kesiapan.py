"""The steps of an office before the public comes, as one person answers for each."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from core.formulir.fields import BarisField
from core.laku import Laku
from core.waktu import sekarang
from warga.enums import BUTIR_KAMPUNG, ButirKesiapan
from warga.laku import LAKU_KESIAPAN
from warga.models.orang import Pengguna
from warga.models.tempat import Kampung


class KesiapanQuerySet(models.QuerySet["Kesiapan"]):
    """Reads of the list of what is ready."""

    def berlaku(self) -> Self:
        """Return the lines that nobody took back, with their kampung and whoever wrote them."""
        return self.filter(dicabut=False).select_related("kampung", "dicatat_oleh")


class Kesiapan(models.Model):
    """One line of the list "Siap dibuka untuk umum" that somebody says is done.

    Without a kampung it is of the whole portal. `surat` names the paper, or whoever took part;
    `tanggal` is its day. One taken back stays, with its reason in the trail.
    """

    jenis_jejak: ClassVar[str] = "kesiapan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_KESIAPAN

    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, null=True, blank=True, related_name="kesiapan"
    )
    butir = models.CharField("butir", max_length=20, choices=ButirKesiapan, editable=False)
    tanggal = models.DateField("tanggal")
    surat = BarisField("nomor surat atau peserta", max_length=120)
    keterangan = BarisField("keterangan", max_length=300, blank=True)
    dicatat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    dicabut = models.BooleanField("dicabut", default=False, editable=False)

    objects = KesiapanQuerySet.as_manager()

    class Meta:
        verbose_name = "kesiapan"
        verbose_name_plural = "kesiapan"
        ordering = ["butir", "pk"]
        constraints = [
            models.UniqueConstraint(
                F("butir"),
                Coalesce("kampung_id", Value(0)),
                condition=Q(dicabut=False),
                name="kesiapan_sekali",
                violation_error_message="Butir ini sudah dicatat. Muat ulang halaman.",
            ),
            models.CheckConstraint(
                condition=Q(butir__in=BUTIR_KAMPUNG, kampung__isnull=False)
                | (~Q(butir__in=BUTIR_KAMPUNG) & Q(kampung__isnull=True)),
                name="kesiapan_milik_siapa",
                violation_error_message="Butir ini bukan untuk tempat itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_butir_display()}, {self.kampung or 'kecamatan'}"

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)
