"""Photos of the form of a report that is not stored yet: they wait while an error is mended.

A browser without scripts forgets chosen photos as soon as a form comes back. So they are stored
under the secret key of the form. They go to the draft that it makes, or are swept after a day
(`core.berkas.simpan.buang_yatim`).
"""

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from core.berkas import foto_tertunda
from core.berkas.foto_tertunda import HasilFoto
from core.berkas.kamar_gelap import Tenggat
from core.berkas.pindaian import titipkan
from core.berkas.simpan import hapus, tak_bertuan
from core.formulir.sekali import sidik
from core.galat import TidakBisa
from core.models import Berkas
from laporan.models import LaporanKemajuan
from laporan.services.foto import FOTO_PENUH, FOTO_TERBANYAK, tambah_foto


def titip(*, kunci: str, unggahan: Iterable[UploadedFile]) -> HasilFoto:
    """Store the photos for the form with this key, each by itself, and return what became of them.

    Call it outside a transaction.
    """

    def simpan(satu: UploadedFile, urutan: int, sebanyak: int, tenggat: Tenggat) -> bool:
        if dititip(kunci).count() >= FOTO_TERBANYAK:
            raise TidakBisa(FOTO_PENUH)
        berkas, _ = foto_tertunda.simpan_sekarang(satu, tenggat)
        titipkan(berkas, untuk=_untuk(kunci), terbanyak=FOTO_TERBANYAK)
        return False

    return foto_tertunda.satu_satu(unggahan, simpan)


def dititip(kunci: str) -> QuerySet[Berkas]:
    """Return the photos that wait for the form with this key, in the order they came."""
    return tak_bertuan().filter(titipan=sidik(_untuk(kunci))).order_by("pk")


def lekatkan(*, kunci: str, laporan: LaporanKemajuan, tahap: int, keterangan: str) -> None:
    """Give the draft that a form made the photos that waited for it. Those that are too many are
    deleted."""
    for berkas in dititip(kunci):
        try:
            tambah_foto(laporan=laporan, berkas=berkas, tahap=tahap, keterangan=keterangan)
        except TidakBisa:
            hapus(berkas)


def _untuk(kunci: str) -> str:
    return f"laporan.foto.{kunci}"
