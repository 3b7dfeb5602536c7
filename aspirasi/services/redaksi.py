"""Black boxes over parts of a photo. The picture underneath is destroyed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.core.files.storage import storages
from django.db import transaction

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Lampiran, SuratInstansi
from aspirasi.services.alur import kunci_baris
from core.berkas import kamar_gelap
from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.models import Berkas
from warga.models import Pengguna

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


def tutup(*, milik: Lampiran | SuratInstansi, kotak: Iterable[Kotak], oleh: Pengguna) -> None:
    """Replace a photo by one with black boxes burnt in, and destroy the one before.

    `milik` is the row that has the photo: one of the sender, or the scan of a letter. Both sizes in
    both storages go at commit; a photo that was public stays so under a new address. Raises
    TidakBisa when somebody changed or erased the photo meanwhile, FotoDitolak when it cannot be
    decoded or stored now. Call it outside a transaction: the picture is decoded before any row is
    locked.
    """
    lama = milik.berkas
    if lama is None:
        raise TidakBisa(DIUBAH)
    bidang = [(k.kiri, k.atas, k.kanan, k.bawah) for k in kotak]
    hitam = kamar_gelap.tutup_kotak(_baca(lama), bidang, kamar_gelap.permintaan())
    baru = simpanan.simpan_jadi(hitam)
    with transaction.atomic():
        aspirasi = kunci_baris(Aspirasi(pk=milik.aspirasi_id))
        _pastikan_tetap(milik, lama)
        milik.berkas = baru
        milik.save(update_fields=["berkas"])
        if Berkas.objects.get(pk=lama.pk).publik:
            simpanan.terbitkan(baru)
        simpanan.hapus(lama)
        catat(objek=aspirasi, aksi=Aksi.FOTO_DITUTUP, oleh=oleh)


def _pastikan_tetap(milik: Lampiran | SuratInstansi, lama: Berkas) -> None:
    """Raise TidakBisa when the row got another photo, or was erased, while this one was decoded."""
    try:
        milik.refresh_from_db(fields=["berkas"])
    except ObjectDoesNotExist as galat:
        raise TidakBisa(DIHAPUS) from galat
    if milik.berkas_id != lama.pk:
        raise TidakBisa(DIUBAH)


def _baca(berkas: Berkas) -> bytes:
    """Return the bytes of the photo. A missing file means that somebody covered it a moment ago."""
    try:
        with storages[simpanan.TERBATAS].open(simpanan.jalur(berkas.nama)) as isi:
            data: bytes = isi.read()
    except FileNotFoundError as galat:
        raise TidakBisa(DIUBAH) from galat
    return data
