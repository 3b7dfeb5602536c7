"""Every act on a topic or a reply."""

from enum import StrEnum
from types import MappingProxyType

from core.laku import MODERASI, Kabar, Laku, Oleh, Pembaca, beku


class Aksi(StrEnum):
    """The acts on a topic or a reply, as its Jejak names them."""

    DITULIS = "ditulis"
    DITAHAN = "ditahan"
    DILOLOSKAN = "diloloskan"


# A text appears once: when it is written, or when it is let through. Before `ditahan` was an act
# of its own, held texts were `ditulis`, too.
LAKU = beku(
    {
        Aksi.DITULIS: Laku("Ditulis", Pembaca.UMUM, kabar=Kabar.KAMPUNG, oleh=Oleh.WARGA),
        Aksi.DITAHAN: Laku("Ditulis, menunggu dibaca", Pembaca.PENGIRIM, oleh=Oleh.WARGA),
        Aksi.DILOLOSKAN: Laku(
            "Ditampilkan sesudah ditahan",
            Pembaca.UMUM,
            kabar=Kabar.KAMPUNG,
            kata_lain=MappingProxyType(
                {Pembaca.PENGIRIM: "Sudah dibaca petugas dan sekarang tampil"}
            ),
        ),
    },
    MODERASI,
)
