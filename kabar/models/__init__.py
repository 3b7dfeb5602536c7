"""Models of kabar: the news, the things that people follow, and their notices."""

from kabar.models.hal import KUNCI, KUNCI_KERJA, Hal
from kabar.models.ikutan import Ikutan
from kabar.models.kabar import HARI_BAHAYA, Kabar
from kabar.models.pemberitahuan import BatasJejak, Pemberitahuan, PilihanPemberitahuan

__all__ = [
    "HARI_BAHAYA",
    "KUNCI",
    "KUNCI_KERJA",
    "BatasJejak",
    "Hal",
    "Ikutan",
    "Kabar",
    "Pemberitahuan",
    "PilihanPemberitahuan",
]
