"""Take the photos of a kiriman one by one, outside its transaction; refuse each apart."""

import hashlib
from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile

from aspirasi.models import Aspirasi
from aspirasi.services import kiriman
from core import berkas as simpanan
from core import pembatas
from core.berkas import FotoDitolak, tidak_tersimpan
from core.galat import TidakBisa

# Taken of the allowance before a photo is decoded; the rest of its size afterwards.
PALING_KECIL = 100 * 1024  # bytes


def tambah(aspirasi: Aspirasi, unggahan: Iterable[UploadedFile], *, tempat: str = "") -> list[str]:
    """Store what can be stored; return one sentence per photo that was refused.

    A photo that is there already (a repeated send) is passed over in silence. `tempat` is
    whose allowance of bytes it draws on (`core.pembatas.tempat`). Call it outside a
    transaction: decoding takes up to two seconds a photo.
    """
    semua, ditolak = list(unggahan), []
    for urutan, satu in enumerate(semua, start=1):
        try:
            _satu(aspirasi, satu, tempat)
        except FotoDitolak as galat:
            ditolak.append(tidak_tersimpan(galat.messages[0], urutan, len(semua)))
        except TidakBisa as galat:
            ditolak.append(tidak_tersimpan(galat.pesan, urutan, len(semua)))
    return ditolak


def _satu(aspirasi: Aspirasi, unggahan: UploadedFile, tempat: str) -> None:
    sidik = _sidik(unggahan)
    if aspirasi.lampiran.filter(sidik=sidik).exists():
        return
    kiriman.pastikan_muat_foto(aspirasi)  # both before the costly decoding
    _ambil_jatah(tempat, PALING_KECIL)
    berkas = simpanan.simpan_foto(unggahan)
    try:
        if berkas.ukuran > PALING_KECIL:
            _ambil_jatah(tempat, berkas.ukuran - PALING_KECIL)
        kiriman.tambah_foto(aspirasi=aspirasi, berkas=berkas, sidik=sidik)
    except TidakBisa:
        simpanan.hapus(berkas)
        raise


def _ambil_jatah(tempat: str, banyak: int) -> None:
    if detik := pembatas.tunggu("foto", tempat, banyak):
        raise TidakBisa(
            "Dari jaringan yang Anda pakai baru saja masuk banyak sekali foto. Kirim fotonya lagi "
            f"sekitar {pembatas.sebut(detik)} lagi."
        )


def _sidik(unggahan: UploadedFile) -> str:
    ringkas = hashlib.sha256()
    for potong in unggahan.chunks():
        ringkas.update(potong)
    return ringkas.hexdigest()
