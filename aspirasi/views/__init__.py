"""Pages of senders and of everybody."""

from aspirasi.views.daftar import daftar, rincian
from aspirasi.views.kirim import kirim, lupakan, terkirim
from aspirasi.views.kiriman import balas, belum, beres, foto, kiriman, tarik
from aspirasi.views.lacak import lacak

__all__ = [
    "balas",
    "belum",
    "beres",
    "daftar",
    "foto",
    "kirim",
    "kiriman",
    "lacak",
    "lupakan",
    "rincian",
    "tarik",
    "terkirim",
]
