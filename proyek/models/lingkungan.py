"""The surroundings of a kampung: springs, waste, places in danger, and what is done about each."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.urls import reverse

from core.formulir.fields import TeksField
from core.laku import Laku
from core.waktu import sekarang
from proyek.enums import HalLingkungan
from proyek.laku import LAKU_LINGKUNGAN
from warga.bacaan.pembicara import pembicara
from warga.enums import Peran
from warga.models import Kampung


class Lingkungan(models.Model):
    """One matter of the page "Lingkungan" of a kampung, as an office told it last."""

    jenis_jejak: ClassVar[str] = "lingkungan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_LINGKUNGAN

    kampung = models.ForeignKey(Kampung, on_delete=models.PROTECT, related_name="lingkungan")
    hal = models.CharField("hal", max_length=10, choices=HalLingkungan, editable=False)
    keadaan = TeksField("yang ada", max_length=2000)
    tindakan = TeksField("yang dilakukan", max_length=2000, blank=True)
    peran = models.CharField("peran penulis", max_length=12, choices=Peran, editable=False)
    diubah = models.DateTimeField("diubah", default=sekarang, editable=False)

    class Meta:
        verbose_name = "lingkungan kampung"
        verbose_name_plural = "lingkungan kampung"
        ordering = ["kampung", "hal"]
        constraints = [
            models.UniqueConstraint(
                fields=["kampung", "hal"],
                name="lingkungan_satu_tiap_hal",
                violation_error_message="Bagian ini sudah diisi. Muat ulang halaman.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_hal_display()} {self.kampung}"

    def get_absolute_url(self) -> str:
        return f"{reverse('kampung:lingkungan', args=[self.kampung.slug])}#{self.hal}"

    @property
    def kunci_jejak(self) -> str:
        return f"{self.kampung_id}-{self.hal}"

    @property
    def kantor(self) -> str:
        """Return the office that told it last."""
        return pembicara(self.peran, self.kampung)
