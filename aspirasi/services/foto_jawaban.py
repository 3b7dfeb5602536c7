"""Photos on an official answer: they come with it, or are added to it later with a reason.

They go where the answer goes. On a public kiriman everyone sees them at once, unless the office
holds them to cover parts first; on any other its sender and the desk see them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from aspirasi.enums import Aksi, Status
from aspirasi.models import Aspirasi, Lampiran, TindakLanjut
from aspirasi.services.alur import kunci_baris
from aspirasi.services.foto_umum import terbitkan_foto
from aspirasi.services.kiriman import FOTO_TERBANYAK
from aspirasi.services.langkah import catat_langkah
from core.berkas import simpan as simpanan
from core.galat import TidakBisa, pastikan_berkata
from core.jejak.sql import HITAM
from core.models import Berkas
from warga.models import Pengguna

PENUH = f"Satu jawaban memuat paling banyak {FOTO_TERBANYAK} foto."
SUDAH_ADA = "Foto itu sudah ada pada jawaban ini. Pilih foto lain."
TANPA_JAWABAN = "Jawaban ini sudah ditarik, jadi tidak dapat diberi foto. Tulis jawaban baru."
TANPA_KIRIMAN = "Kiriman ini sudah ditarik atau dihapus pengirimnya, jadi fotonya tidak ditambah."


@dataclass(frozen=True)
class FotoBaru:
    """Stored photos that nobody owns yet. `tahan`: an official covers parts before everyone sees
    them."""

    berkas: Sequence[Berkas] = ()
    tahan: bool = False


TANPA_FOTO = FotoBaru()


def lekatkan(jawaban: TindakLanjut, foto: FotoBaru) -> list[Lampiran]:
    """Attach photos to an official answer, show them where it is public, and return the new ones.

    A photo that stands there already (a repeated send) is dropped. The caller holds the lock of the
    kiriman, which is `jawaban.aspirasi` with the status that the answer gives it. Raises TidakBisa
    when they are too many, and when they cannot be shown.
    """
    ada = set(jawaban.foto.values_list("sidik", flat=True))
    baru = []
    # Files that another send of the same form has attached meanwhile have an owner by now.
    for berkas in simpanan.tak_bertuan().filter(pk__in=[b.pk for b in foto.berkas]).order_by("pk"):
        sidik = sha256(simpanan.isi(berkas)).hexdigest()
        if sidik in ada:
            simpanan.hapus(berkas)
            continue
        ada.add(sidik)
        baru.append(Lampiran(jawaban=jawaban, berkas=berkas, sidik=sidik))
    if baru and len(ada) > FOTO_TERBANYAK:
        raise TidakBisa(PENUH)
    return _simpan(jawaban.aspirasi, baru, tahan=foto.tahan)


def _simpan(aspirasi: Aspirasi, baru: list[Lampiran], *, tahan: bool) -> list[Lampiran]:
    for satu in baru:
        satu.aspirasi = aspirasi
        satu.save(force_insert=True)
    if aspirasi.terbit and not tahan:
        terbitkan_foto(aspirasi, baru)
    return baru


@transaction.atomic
def tambah(*, jawaban: TindakLanjut, foto: FotoBaru, alasan: str, oleh: Pengguna) -> list[Lampiran]:
    """Add photos to an answer that was given before, and say why: everyone who reads it reads that.

    Raises TidakBisa without a reason, when the answer or the kiriman was taken back, when they are
    too many, and when all of them stand there already.
    """
    pastikan_berkata(alasan, "Tulis alasannya. Semua orang yang membaca jawaban ini membacanya.")
    aspirasi = kunci_baris(Aspirasi(pk=jawaban.aspirasi_id))
    jawaban = aspirasi.tindak_lanjut.jawaban().get(pk=jawaban.pk)
    _pastikan_tetap(aspirasi, jawaban)
    if not (baru := lekatkan(jawaban, foto)):
        raise TidakBisa(SUDAH_ADA)
    catat_langkah(aspirasi, Aksi.FOTO_DITAMBAH, oleh, aspirasi.status, alasan.strip())
    return baru


def _pastikan_tetap(aspirasi: Aspirasi, jawaban: TindakLanjut) -> None:
    if aspirasi.status == Status.DITARIK or aspirasi.dihapus_pada:
        raise TidakBisa(TANPA_KIRIMAN)
    if jawaban.isi == HITAM:
        raise TidakBisa(TANPA_JAWABAN)
