"""Models of kabar: the news, the things that people follow, and their notices."""

from kabar.models.hal import KUNCI, KUNCI_KERJA, Hal
from kabar.models.ikutan import Ikutan
from kabar.models.kabar import HARI_BAHAYA, Kabar
from kabar.models.pemberitahuan import BatasJejak, Pemberitahuan, PilihanPemberitahuan
from kabar.models.rekan import KabarRekan, belum_diberi_tahu

__all__ = [
    "HARI_BAHAYA",
    "KUNCI",
    "KUNCI_KERJA",
    "BatasJejak",
    "Hal",
    "Ikutan",
    "Kabar",
    "KabarRekan",
    "Pemberitahuan",
    "PilihanPemberitahuan",
    "belum_diberi_tahu",
]
