"""Kiriman of residents, who sent them, and what became of them."""

from aspirasi.models.aspirasi import Aspirasi
from aspirasi.models.pengirim import Pengirim
from aspirasi.models.tindak import Disposisi, Lampiran, TautanProyek, TindakLanjut

__all__ = ["Aspirasi", "Disposisi", "Lampiran", "Pengirim", "TautanProyek", "TindakLanjut"]
