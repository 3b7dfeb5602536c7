"""The desks of officials."""

from meja.views.aspirasi import daftar, identitas, rincian, tindakan
from meja.views.beranda import beranda, surat
from meja.views.tertahan import tampilkan, tertahan

__all__ = [
    "beranda",
    "daftar",
    "identitas",
    "rincian",
    "surat",
    "tampilkan",
    "tertahan",
    "tindakan",
]
