"""Pages of senders and of everybody."""

from aspirasi.views.akun import akun, lepas_akun
from aspirasi.views.cetak import formulir, poster
from aspirasi.views.daftar import daftar, rincian
from aspirasi.views.hak import data, hapus, jangkauan, kontak, unduh
from aspirasi.views.kirim import kirim, lupakan, terkirim
from aspirasi.views.kiriman import (
    balas,
    batal_pin,
    belum,
    beres,
    foto,
    foto_dibaca,
    kiriman,
    nilai,
    tarik,
)
from aspirasi.views.lacak import lacak
from aspirasi.views.letak import letak, peta
from aspirasi.views.pin_email import pin_email
from aspirasi.views.pintu import kiriman_pin
from aspirasi.views.sanggah import batal_belum_beres, belum_beres
from aspirasi.views.saya import saya
from aspirasi.views.serupa import batal_dukung, dukung, ikut, serupa
from aspirasi.views.titipan import tanda_terima, tanda_terima_selesai, titipan

__all__ = [
    "akun",
    "balas",
    "batal_belum_beres",
    "batal_dukung",
    "batal_pin",
    "belum",
    "belum_beres",
    "beres",
    "daftar",
    "data",
    "dukung",
    "formulir",
    "foto",
    "foto_dibaca",
    "hapus",
    "ikut",
    "jangkauan",
    "kirim",
    "kiriman",
    "kiriman_pin",
    "kontak",
    "lacak",
    "lepas_akun",
    "letak",
    "lupakan",
    "nilai",
    "peta",
    "pin_email",
    "poster",
    "rincian",
    "saya",
    "serupa",
    "tanda_terima",
    "tanda_terima_selesai",
    "tarik",
    "terkirim",
    "titipan",
    "unduh",
]
