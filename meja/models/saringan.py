"""The filters of lists that a person keeps."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from core.formulir.fields import BarisField
from core.waktu import sekarang
from warga.models import Pengguna

PANJANG_PILIHAN = 1000


class SaringanQuerySet(models.QuerySet["SaringanTersimpan"]):
    """Reads of kept filters: everybody has their own."""

    def milik(self, oleh: Any, daftar: str = "") -> Self:
        """Return those of one person, of one list or of all, by their names."""
        milik = self.filter(pemilik=oleh.pk).order_by(Lower("nama"), "pk")
        return milik.filter(daftar=daftar) if daftar else milik


class SaringanTersimpan(models.Model):
    """A filter of one list that one person named. Nobody else reads it.

    `pilihan` is the query of an address, of known fields alone (`DaftarFilter.tersimpan`). With
    `bawaan` the list opens so.
    """

    pemilik = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="saringan_tersimpan", db_index=False
    )
    daftar = models.CharField("daftar", max_length=20, editable=False)
    nama = BarisField("nama", max_length=40)
    pilihan = models.CharField("pilihan", max_length=PANJANG_PILIHAN, editable=False)
    bawaan = models.BooleanField("daftar ini selalu dibuka begini", default=False)
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    objects = SaringanQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan tersimpan"
        verbose_name_plural = "pilihan tersimpan"
        constraints: ClassVar = [
            models.UniqueConstraint(  # its index serves the reads of one person, too
                "pemilik",
                "daftar",
                Lower("nama"),
                name="saringan_nama_sekali",
                violation_error_message="Nama itu sudah dipakai pilihan Anda yang lain.",
            ),
            models.UniqueConstraint(
                fields=["pemilik", "daftar"],
                condition=Q(bawaan=True),
                name="saringan_bawaan_satu",
                violation_error_message="Hanya satu pilihan yang dapat menjadi bawaan.",
            ),
            models.CheckConstraint(
                condition=~Q(pilihan="") & ~Q(nama=""),
                name="saringan_berisi",
                violation_error_message="Pilihan tersimpan harus bernama dan berisi.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
