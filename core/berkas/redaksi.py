"""Black boxes over parts of a photo, for any owner: the row of the file stays, its bytes and its
addresses are new, and the picture underneath is destroyed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from core.berkas import kamar_gelap, simpan
from core.galat import TidakBisa
from core.gambar.olah import FotoJadi
from core.models import Berkas

KOLOM, BARIS = 12, 9
BAGIAN = 10_000  # parts of each side: how finely a drawn box is counted
TERBANYAK = 60  # drawn boxes at once
DIUBAH = "Foto ini baru saja diubah rekan Anda. Lihat dulu hasilnya."
DIHAPUS = "Foto ini baru saja dihapus, jadi tidak ada lagi yang perlu ditutup."


@dataclass(frozen=True)
class Kotak:
    """A box in parts of the photo's sides: 0 is left or top, 1 right or bottom."""

    kiri: float
    atas: float
    kanan: float
    bawah: float

    @classmethod
    def dari_sel(cls, baris: int, kolom: int) -> "Kotak":
        """Return the box of one cell of the grid, counted from 0."""
        return cls(kolom / KOLOM, baris / BARIS, (kolom + 1) / KOLOM, (baris + 1) / BARIS)

    @classmethod
    def dari_bagian(cls, kiri: int, atas: int, kanan: int, bawah: int) -> "Kotak":
        """Return a drawn box, its edges in ten-thousandths of the sides.

        Raises ValueError for a box that is empty or lies outside of the photo.
        """
        if not (0 <= kiri < kanan <= BAGIAN and 0 <= atas < bawah <= BAGIAN):
            raise ValueError("outside of the photo, or empty")
        return cls(kiri / BAGIAN, atas / BAGIAN, kanan / BAGIAN, bawah / BAGIAN)


def hitamkan(berkas: Berkas, kotak: Iterable[Kotak]) -> FotoJadi:
    """Return the photo with black boxes burnt in. Call it outside a transaction: it takes time.

    Raises FotoDitolak when it cannot be decoded now, and TidakBisa when somebody covered it.
    """
    bidang = [(k.kiri, k.atas, k.kanan, k.bawah) for k in kotak]
    return kamar_gelap.tutup_kotak(_baca(berkas), bidang, kamar_gelap.permintaan())


@transaction.atomic
def ganti(berkas: Berkas, jadi: FotoJadi) -> None:
    """Put the finished photo in place of the one that was read as `berkas`, under new names.

    Both sizes in both storages are destroyed; a public photo stays public. Raises TidakBisa when
    somebody covered or erased it meanwhile, and FotoDitolak when it cannot be stored.
    """
    kini = Berkas.objects.select_for_update().filter(pk=berkas.pk).first()
    if kini is None:
        raise TidakBisa(DIHAPUS)
    if kini.nama != berkas.nama:
        raise TidakBisa(DIUBAH)
    publik = kini.publik
    simpan.buang_isi(kini)
    simpan.isi_ulang(kini, jadi)
    if publik:
        simpan.terbitkan(kini)


def _baca(berkas: Berkas) -> bytes:
    """Return the bytes of the photo. A missing file means that somebody covered it a moment ago."""
    try:
        return simpan.isi(berkas)
    except FileNotFoundError as galat:
        raise TidakBisa(DIUBAH) from galat
