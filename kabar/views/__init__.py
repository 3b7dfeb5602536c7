"""Pages of kabar: the news, following, and notices."""

from kabar.views.henti import henti, henti_meja
from kabar.views.ikutan import berhenti, ikutan, ikuti
from kabar.views.kabar import daftar, rincian, tulis
from kabar.views.pemberitahuan import buka, pemberitahuan, pilihan, surat, tandai_semua

__all__ = [
    "berhenti",
    "buka",
    "daftar",
    "henti",
    "henti_meja",
    "ikutan",
    "ikuti",
    "pemberitahuan",
    "pilihan",
    "rincian",
    "surat",
    "tandai_semua",
    "tulis",
]
