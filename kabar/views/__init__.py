"""Pages of kabar: the news, following, and notices."""

from kabar.views.henti import henti
from kabar.views.ikutan import berhenti, ikutan, ikuti
from kabar.views.kabar import daftar, rincian, tulis
from kabar.views.pemberitahuan import buka, pemberitahuan, surat, tandai_semua

__all__ = [
    "berhenti",
    "buka",
    "daftar",
    "henti",
    "ikutan",
    "ikuti",
    "pemberitahuan",
    "rincian",
    "surat",
    "tandai_semua",
    "tulis",
]
