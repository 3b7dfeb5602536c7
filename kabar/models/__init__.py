"""Models of kabar: the news, things that people follow, and who is told of what."""

from kabar.models.hal import KUNCI, Hal
from kabar.models.ikutan import Ikutan
from kabar.models.kabar import HARI_BAHAYA, Kabar
from kabar.models.pemberitahuan import BatasJejak, Pemberitahuan, PilihanPemberitahuan

__all__ = [
    "HARI_BAHAYA",
    "KUNCI",
    "BatasJejak",
    "Hal",
    "Ikutan",
    "Kabar",
    "Pemberitahuan",
    "PilihanPemberitahuan",
]
