"""Models of kabar: the news, and who is told of what."""

from kabar.models.ikutan import Ikutan, diikuti, terlihat
from kabar.models.kabar import HARI_BAHAYA, Kabar
from kabar.models.pemberitahuan import BatasJejak, Pemberitahuan, PilihanPemberitahuan

__all__ = [
    "HARI_BAHAYA",
    "BatasJejak",
    "Ikutan",
    "Kabar",
    "Pemberitahuan",
    "PilihanPemberitahuan",
    "diikuti",
    "terlihat",
]
