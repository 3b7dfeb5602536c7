"""The page of an offerer, and the desk of an offer: everything that was done, in words."""

from core.jejak.baca import Peristiwa, peristiwa, terbaca
from core.jejak.catat import riwayat
from core.laku import Pembaca
from mitra.laku import LAKU_TAWARAN
from mitra.models import Tawaran
from proyek.bacaan.garis_waktu import KANTOR


def riwayat_penawar(tawaran: Tawaran) -> list[Peristiwa]:
    """Return what its offerer reads of the trail, the oldest first."""
    return _baca(tawaran, Pembaca.PENGIRIM)


def riwayat_petugas(tawaran: Tawaran) -> list[Peristiwa]:
    """Return what an office reads of the trail."""
    return _baca(tawaran, Pembaca.PETUGAS)


def _baca(tawaran: Tawaran, pembaca: Pembaca) -> list[Peristiwa]:
    semua = terbaca(riwayat(tawaran), LAKU_TAWARAN, pembaca)
    return [peristiwa(jejak, laku, pembaca, KANTOR) for jejak, laku in semua]
