"""Messages to one person about a task in reports."""

from typing import Any, ClassVar

from django.db import models

from core.formulir.fields import TeksField
from core.waktu import sekarang
from laporan.enums import Pesan
from laporan.laku import LAKU_PESAN
from laporan.models.laporan import LaporanKemajuan
from proyek.models import Proyek
from warga.models import Pengguna


class PesanLaporan(models.Model):
    """One thing that one person is told (`macam`), which becomes a notice of theirs. Its draft may
    be deleted later; its project never is."""

    jenis_jejak: ClassVar[str] = "pesan_laporan"
    laku: ClassVar[Any] = LAKU_PESAN

    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="pesan_laporan")
    macam = models.CharField("macam", max_length=12, choices=Pesan)
    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, null=True, related_name="+")
    laporan = models.ForeignKey(
        LaporanKemajuan, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    catatan = TeksField("catatan", max_length=1000, blank=True)
    dibuat = models.DateTimeField("dibuat", default=sekarang)

    class Meta:
        verbose_name = "pesan laporan"
        verbose_name_plural = "pesan laporan"
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.get_macam_display()

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)
