"""Every act on a paper of the budget, and on the numbers beside it."""

from enum import StrEnum

from anggaran.enums import StatusAnggaran
from core.laku import Alasan, Kabar, Laku, Pembaca, Pindah, beku

_UMUM, _BERALASAN = Pembaca.UMUM, Alasan.WAJIB_UMUM


class Aksi(StrEnum):
    """The acts on a paper, as its trail names them."""

    DIBUAT = "dibuat"
    DISUSUN = "disusun"
    DIIMPOR = "diimpor"
    DITERBITKAN = "diterbitkan"


LAKU = beku(
    {
        Aksi.DIBUAT: Laku("Draf anggaran mulai dicatat"),
        Aksi.DISUSUN: Laku("Isi draf anggaran diubah"),
        Aksi.DIIMPOR: Laku("Isi draf anggaran diambil dari berkas"),
        Aksi.DITERBITKAN: Laku(
            "Anggaran kampung diterbitkan",
            _UMUM,
            Alasan.UMUM,
            Kabar.KAMPUNG,
            pindah=Pindah((StatusAnggaran.DRAF,), StatusAnggaran.TERBIT, "anggaran.terbitkan"),
        ),
    }
)


class AksiAngka(StrEnum):
    """The acts on a program, or on the help for families, of a kampung."""

    DICATAT = "dicatat"
    DIBETULKAN = "dibetulkan"
    DICABUT = "dicabut"


LAKU_ANGKA = beku(
    {
        AksiAngka.DICATAT: Laku("Dicatat", _UMUM),
        AksiAngka.DIBETULKAN: Laku("Dibetulkan", _UMUM, _BERALASAN),
        AksiAngka.DICABUT: Laku("Dicabut", _UMUM, _BERALASAN),
    }
)
