"""Every act on a topic or a reply."""

from enum import StrEnum

from core.laku import MODERASI, Laku, Oleh, beku


class Aksi(StrEnum):
    """What is done to a topic or a reply, as its Jejak names it."""

    DITULIS = "ditulis"
    DILOLOSKAN = "diloloskan"


LAKU = beku(
    {
        Aksi.DITULIS: Laku("Ditulis", oleh=Oleh.WARGA),
        Aksi.DILOLOSKAN: Laku("Ditampilkan sesudah ditahan"),
    },
    MODERASI,
)
