"""Every act on a piece of news."""

from enum import StrEnum

from core.laku import MODERASI, Laku, beku


class Aksi(StrEnum):
    """What is done to a piece of news, as its Jejak names it."""

    TERBIT = "terbit"


LAKU = beku({Aksi.TERBIT: Laku("Diterbitkan")}, MODERASI)
