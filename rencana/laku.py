"""Every act on a plan, and on the calendar of the planning year."""

from enum import StrEnum

from core.laku import Alasan, Kabar, Laku, Pembaca, Pindah, beku
from rencana.enums import StatusRencana

_DRAF, _DIBUKA = StatusRencana.DRAF, StatusRencana.DIBUKA
_DITUTUP, _TETAP = StatusRencana.DITUTUP, StatusRencana.DITETAPKAN
_PUTUS = "rencana.putuskan"
_UMUM, _BERALASAN = Pembaca.UMUM, Alasan.WAJIB_UMUM


class Aksi(StrEnum):
    """The acts on a plan, as its trail names them."""

    DIBUAT = "dibuat"
    DISUSUN = "disusun"
    DIPERBAIKI = "diperbaiki"
    DIBUKA = "dibuka"
    BATAL_DIBUKA = "batal_dibuka"
    DIPERPANJANG = "diperpanjang"
    DITUTUP = "ditutup"
    DIBUKA_LAGI = "dibuka_lagi"
    DITETAPKAN = "ditetapkan"
    DIUBAH = "diubah"
    BICARA = "bicara"
    SEPAKAT = "sepakat"


LAKU = beku(
    {
        Aksi.DIBUAT: Laku("Rancangan mulai disusun"),
        Aksi.DISUSUN: Laku("Isi rancangan diubah"),
        # After it was opened, and before it is set: everyone reads what changed, and why.
        Aksi.DIPERBAIKI: Laku("Isi rancangan diperbaiki", _UMUM, _BERALASAN, Kabar.TANPA_PENGIKUT),
        Aksi.DIBUKA: Laku(
            "Rancangan dibuka untuk warga",
            _UMUM,
            kabar=Kabar.KAMPUNG,
            pindah=Pindah((_DRAF,), _DIBUKA, _PUTUS),
        ),
        Aksi.BATAL_DIBUKA: Laku(
            "Pembukaan rancangan dibatalkan",
            _UMUM,
            _BERALASAN,
            Kabar.TANPA_PENGIKUT,
            pindah=Pindah((_DIBUKA,), _DRAF, _PUTUS),
        ),
        Aksi.DIPERPANJANG: Laku(
            "Masa tanya diubah", _UMUM, _BERALASAN, pindah=Pindah((_DIBUKA,), izin=_PUTUS)
        ),
        Aksi.DITUTUP: Laku(
            "Masa tanya ditutup",
            _UMUM,
            Alasan.UMUM,
            pindah=Pindah((_DIBUKA,), _DITUTUP, _PUTUS),
        ),
        Aksi.DIBUKA_LAGI: Laku(
            "Masa tanya dibuka lagi",
            _UMUM,
            _BERALASAN,
            pindah=Pindah((_DITUTUP,), _DIBUKA, _PUTUS),
        ),
        Aksi.DITETAPKAN: Laku(
            "Rencana ditetapkan",
            _UMUM,
            kabar=Kabar.KAMPUNG,
            pindah=Pindah((_DIBUKA, _DITUTUP), _TETAP, _PUTUS),
        ),
        Aksi.DIUBAH: Laku(
            "Rencana yang sudah ditetapkan diubah",
            _UMUM,
            _BERALASAN,
            pindah=Pindah((_TETAP,), izin=_PUTUS),
        ),
        Aksi.BICARA: Laku("Satu keberatan dibawa ke pembicaraan tertutup"),
        Aksi.SEPAKAT: Laku("Hasil pembicaraan tertutup dicatat", _UMUM),
    }
)


class AksiMasa(StrEnum):
    """The acts on the calendar of one planning year."""

    DIATUR = "diatur"


LAKU_MASA = beku({AksiMasa.DIATUR: Laku("Jadwal tahun perencanaan diatur", _UMUM, Alasan.UMUM)})
