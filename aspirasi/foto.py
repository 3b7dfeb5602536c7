"""Take the photos of a kiriman one by one, outside its transaction; refuse each apart."""

import hashlib
from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile

from aspirasi import kiriman
from aspirasi.models import Aspirasi
from core import berkas as simpanan
from core.berkas import FotoDitolak, tidak_tersimpan
from core.galat import TidakBisa


def tambah(aspirasi: Aspirasi, unggahan: Iterable[UploadedFile]) -> list[str]:
    """Store what can be stored; return one sentence per photo that was refused.

    A photo that is there already (a repeated send) is passed over in silence. Call it
    outside a transaction: decoding takes up to two seconds a photo.
    """
    semua, ditolak = list(unggahan), []
    for urutan, satu in enumerate(semua, start=1):
        try:
            _satu(aspirasi, satu)
        except FotoDitolak as galat:
            ditolak.append(tidak_tersimpan(galat.messages[0], urutan, len(semua)))
        except TidakBisa as galat:
            ditolak.append(tidak_tersimpan(galat.pesan, urutan, len(semua)))
    return ditolak


def _satu(aspirasi: Aspirasi, unggahan: UploadedFile) -> None:
    sidik = _sidik(unggahan)
    if aspirasi.lampiran.filter(sidik=sidik).exists():
        return
    kiriman.pastikan_muat_foto(aspirasi)  # before the costly decoding
    kiriman.tambah_foto(aspirasi=aspirasi, berkas=simpanan.simpan_foto(unggahan), sidik=sidik)


def _sidik(unggahan: UploadedFile) -> str:
    ringkas = hashlib.sha256()
    for potong in unggahan.chunks():
        ringkas.update(potong)
    return ringkas.hexdigest()
