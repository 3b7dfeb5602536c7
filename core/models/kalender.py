"""Days on which offices are closed, besides Saturday and Sunday."""

from django.db import models

from core.formulir.fields import BarisField


class HariLibur(models.Model):
    """A public holiday or a day of collective leave (cuti bersama).

    Filled by `manage.py muat_libur`; staff may add local days, or switch off a day
    that the government has cancelled (`berlaku`), and loading again respects both.
    """

    class Jenis(models.TextChoices):
        LIBUR = "libur", "Hari libur"
        CUTI_BERSAMA = "cuti_bersama", "Cuti bersama"

    tanggal = models.DateField("tanggal", unique=True)
    nama = BarisField("nama", max_length=200)
    jenis = models.CharField("jenis", max_length=20, choices=Jenis, default=Jenis.LIBUR)
    berlaku = models.BooleanField(
        "berlaku", default=True, help_text="Matikan bila libur ini dibatalkan pemerintah."
    )
    dari_pustaka = models.BooleanField("diisi otomatis", default=False, editable=False)

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ["tanggal"]

    def __str__(self) -> str:
        return f"{self.tanggal:%Y-%m-%d} {self.nama}"
