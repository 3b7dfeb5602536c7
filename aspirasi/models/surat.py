"""Letters to and from other instansi."""

from typing import Any, Self

from django.db import models

from aspirasi.models.aspirasi import Aspirasi
from core.formulir.fields import BarisField
from core.models import Berkas
from core.waktu import hari_ini, sekarang
from warga.models import Instansi, Pengguna
from warga.rules import adalah_kecamatan


class SuratInstansiQuerySet(models.QuerySet["SuratInstansi"]):
    """Reads of letters."""

    def untuk_halaman(self) -> Self:
        """Return letters with their instansi and their scan, in one query."""
        return self.select_related("instansi", "berkas")

    def terbaca(self, user: Any) -> Self:
        """Return letters whose scan `user` may read while it is not shown to everyone.

        Only the kecamatan may, for kiriman on its desk: a letter may name a person whom a kampung
        must not know. The sender reads the scan when everyone does.
        """
        if not adalah_kecamatan(user):
            return self.none()
        return self.filter(aspirasi__in=Aspirasi.objects.untuk_meja(user).values("pk"))


class SuratInstansi(models.Model):
    """A letter about a kiriman on which another instansi must act. It is shown in public with it.

    Its scan is not, until an official shows it (`aspirasi.services.pindaian`).
    """

    class Arah(models.TextChoices):
        KELUAR = "keluar", "Dikirim"
        MASUK = "masuk", "Diterima"

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="surat")
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="surat")
    arah = models.CharField("arah", max_length=6, choices=Arah)
    nomor = BarisField("nomor surat", max_length=80, blank=True)
    tanggal = models.DateField("tanggal surat", default=hari_ini)
    perihal = BarisField("perihal", max_length=200)
    berkas = models.OneToOneField(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="surat_instansi"
    )
    dicatat_oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    objects = SuratInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "surat instansi"
        verbose_name_plural = "surat instansi"
        ordering = ["tanggal", "pk"]

    def __str__(self) -> str:
        return f"{self.get_arah_display()} {self.tanggal}: {self.perihal}"

    @property
    def lawan(self) -> str:
        """Return the other side as the trail names it: "kepada …" or "dari …"."""
        kata = "kepada" if self.arah == self.Arah.KELUAR else "dari"
        return f"{kata} {self.instansi}"
