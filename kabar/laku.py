"""Every act on a piece of news."""

from enum import StrEnum

from core.laku import MODERASI, Kabar, Laku, Pembaca, beku


class Aksi(StrEnum):
    """The acts on a piece of news, as its Jejak names them."""

    TERBIT = "terbit"


LAKU = beku({Aksi.TERBIT: Laku("Diterbitkan", Pembaca.UMUM, kabar=Kabar.KAMPUNG)}, MODERASI)
