"""Paper lists of musyawarah dusun: voices for rows, counted beside those of accounts."""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from core.formulir.fields import BarisField, BilanganField, KunciSekaliField
from core.waktu import sekarang
from rencana.models.baris import BarisRencana
from rencana.models.rencana import Rencana
from warga.models import Pengguna

SUARA_TERBANYAK = 5000
_BATAS = (MaxValueValidator(SUARA_TERBANYAK, "Paling banyak %(limit_value)s orang."),)


class MusyawarahDusun(models.Model):
    """One meeting of a dusun, with the numbers of people who came. No name stands in it."""

    rencana = models.ForeignKey(Rencana, on_delete=models.PROTECT, related_name="musyawarah_dusun")
    dusun = BarisField("dusun", max_length=60)
    tanggal = models.DateField("tanggal musyawarah")
    hadir_l = BilanganField("hadir, laki-laki", validators=_BATAS)
    hadir_p = BilanganField("hadir, perempuan", validators=_BATAS)
    dicatat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()

    class Meta:
        verbose_name = "musyawarah dusun"
        verbose_name_plural = "musyawarah dusun"
        ordering: ClassVar = ["rencana", "tanggal", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["rencana", "dusun", "tanggal"],
                name="musdus_sekali",
                violation_error_message="Musyawarah dusun ini pada hari itu sudah dicatat.",
            ),
            models.CheckConstraint(
                condition=Q(dusun__regex=r"\S", hadir_l__lte=SUARA_TERBANYAK)
                & Q(hadir_p__lte=SUARA_TERBANYAK),
                name="musdus_wajar",
                violation_error_message="Tulis nama dusun, dan periksa jumlah yang hadir.",
            ),
        ]

    def __str__(self) -> str:
        return f"Musyawarah {self.dusun}"


class SuaraDusun(models.Model):
    """How many people of one meeting want one row."""

    musyawarah = models.ForeignKey(MusyawarahDusun, on_delete=models.CASCADE, related_name="suara")
    baris = models.ForeignKey(BarisRencana, on_delete=models.CASCADE, related_name="suara_dusun")
    laki = BilanganField("laki-laki", validators=_BATAS)
    perempuan = BilanganField("perempuan", validators=_BATAS)

    class Meta:
        verbose_name = "suara dusun"
        verbose_name_plural = "suara dusun"
        ordering: ClassVar = ["musyawarah", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["musyawarah", "baris"],
                name="suara_dusun_sekali",
                violation_error_message="Baris ini sudah dihitung dalam musyawarah itu.",
            ),
            models.CheckConstraint(
                condition=Q(laki__lte=SUARA_TERBANYAK, perempuan__lte=SUARA_TERBANYAK),
                name="suara_dusun_wajar",
                violation_error_message="Periksa jumlah suaranya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.laki + self.perempuan} suara"
