"""Black boxes over what a photo must not show; the picture underneath is destroyed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.storage import storages
from django.db import transaction

from aspirasi.alur import kunci
from aspirasi.models import Aspirasi, Lampiran
from core import berkas as simpanan
from core import gambar
from core.galat import TidakBisa
from core.jejak import catat
from warga.models import Pengguna

KOLOM, BARIS = 12, 9


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


def tutup(*, lampiran: Lampiran, kotak: Iterable[Kotak], oleh: Pengguna) -> Lampiran:
    """Replace a photo by one with black boxes burnt in, and destroy the one before.

    Both sizes in both storages go at commit; a photo that was public stays so under a new
    address. Raises TidakBisa when somebody changed the photo meanwhile. Call it outside a
    transaction: the picture is decoded before any row is locked.
    """
    lama = lampiran.berkas
    with storages[simpanan.TERBATAS].open(simpanan.jalur(lama.nama)) as isi:
        ditutup = gambar.tutup_kotak(
            isi.read(), [(k.kiri, k.atas, k.kanan, k.bawah) for k in kotak]
        )
    baru = simpanan.simpan_jadi(ditutup)
    with transaction.atomic():
        kunci(Aspirasi(pk=lampiran.aspirasi_id))
        lampiran = Lampiran.objects.select_related("aspirasi", "berkas").get(pk=lampiran.pk)
        if lampiran.berkas_id != lama.pk:
            raise TidakBisa("Foto ini baru saja diubah rekan Anda. Lihat dulu hasilnya.")
        lampiran.berkas = baru
        lampiran.save(update_fields=["berkas"])
        if lama.publik:
            simpanan.terbitkan(baru)
        simpanan.hapus(lama)
        catat(objek=lampiran.aspirasi, aksi="foto_ditutup", oleh=oleh)
    return lampiran
