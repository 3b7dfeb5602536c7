"""Ready sentences of the desk."""

from django.db import models

from core.formulir.fields import BarisField, TeksField


class TemplatJawaban(models.Model):
    """A ready sentence that officials may start from, for one act."""

    aksi = models.CharField("untuk langkah", max_length=16)
    judul = BarisField("judul", max_length=80)
    isi = TeksField("isi", max_length=2000)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "templat jawaban"
        verbose_name_plural = "templat jawaban"
        ordering = ["aksi", "urutan", "pk"]

    def __str__(self) -> str:
        return self.judul
