"""Rows that the desks keep."""

from meja.models.dilihat import TerakhirDilihat
from meja.models.ringkasan import RingkasanKampung
from meja.models.saringan import PANJANG_PILIHAN, SaringanQuerySet, SaringanTersimpan

__all__ = [
    "PANJANG_PILIHAN",
    "RingkasanKampung",
    "SaringanQuerySet",
    "SaringanTersimpan",
    "TerakhirDilihat",
]
