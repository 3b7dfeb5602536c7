"""A partner: an organisation, or a person who agreed to be named."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.formulir.fields import BarisField, salah_satu
from core.laku import Laku
from core.waktu import sekarang
from mitra.enums import JenisPenawar
from mitra.laku import LAKU_MITRA


class Mitra(models.Model):
    """A helper, as everyone reads of them. It comes to be with the first offer that is
    agreed; a person without consent to be named has none."""

    jenis_jejak: ClassVar[str] = "mitra"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_MITRA

    slug = models.SlugField("alamat", max_length=80, unique=True, editable=False)
    nama = BarisField("nama", max_length=120)
    jenis = models.CharField("jenis", max_length=12, choices=JenisPenawar)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)

    class Meta:
        verbose_name = "mitra"
        verbose_name_plural = "mitra"
        ordering: ClassVar = ["nama", "pk"]
        constraints: ClassVar = [
            salah_satu(
                "mitra_jenis_dikenal", "jenis", JenisPenawar, "Pilih siapa yang menawarkan."
            ),
            models.CheckConstraint(
                condition=Q(nama__regex=r"\S"),
                name="mitra_bernama",
                violation_error_message="Tulis nama mitranya.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("mitra:rinci", args=[self.slug])

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)
