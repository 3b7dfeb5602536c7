"""Store the photos of a kiriman one by one, outside its transaction, and refuse each by itself.

The worker decodes a photo that a request could not wait for (`periksa`). Its refusal waits on the
sender's page, because there may be no other way to reach them.
"""

from collections.abc import Iterable
from contextlib import suppress

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from aspirasi.models import Aspirasi, LampiranTertunda
from aspirasi.services import kiriman
from aspirasi.services.alur import kunci_baris
from core.berkas import foto_tertunda
from core.berkas.foto_tertunda import HasilFoto
from core.berkas.kamar_gelap import BelumSelesai, Tenggat
from core.berkas.titipan import intisari
from core.galat import TidakBisa
from core.gambar.anak import BATAS_DETIK
from core.gambar.olah import FotoDitolak
from core.jaga import pembatas
from core.models import Berkas

PERIKSA = "aspirasi.services.foto.periksa"
PALING_KECIL = 100 * 1024  # bytes: the price of any photo
# The allowance is counted in bytes: 200 MB an hour are ten minutes of the one decoder.
BYTE_SEDETIK = 350_000


def tambah(aspirasi: Aspirasi, unggahan: Iterable[UploadedFile], *, tempat: str = "") -> HasilFoto:
    """Store the photos, and park those that take longer than a request may wait.

    A photo that is there already (a repeated send) is passed over silently. `tempat` is the
    allowance that it draws on (`core.jaga.pembatas.tempat`). Call it outside a transaction: it
    takes up to three seconds, for all of them together.
    """

    def simpan(satu: UploadedFile, urutan: int, sebanyak: int, tenggat: Tenggat) -> bool:
        baris = LampiranTertunda(aspirasi=aspirasi, urutan=urutan, sebanyak=sebanyak)
        return _satu(baris, satu, tempat, tenggat)

    return foto_tertunda.satu_satu(unggahan, simpan)


def periksa(pk: int) -> None:
    """Decode a parked photo and attach it, or keep its refusal for the sender (a task)."""
    baris = LampiranTertunda.objects.menunggu().select_related("aspirasi").filter(pk=pk).first()
    if baris is None:  # it was erased with its kiriman, or swept
        return

    def pasang(berkas: Berkas) -> None:
        kiriman.tambah_foto(
            aspirasi=baris.aspirasi, berkas=berkas, sidik=baris.sidik, tertunda=baris
        )

    foto_tertunda.periksa(baris, pasang)
    foto_tertunda.buang_lama(baris.aspirasi.foto_tertunda.all())


@transaction.atomic
def buang_tertunda(aspirasi: Aspirasi) -> None:
    """Forget every photo that waits or was refused, bytes and all (when a sender erases)."""
    for baris in aspirasi.foto_tertunda.all():
        foto_tertunda.buang_saat_commit(baris.nama)
        baris.delete()


def tandai_dibaca(aspirasi: Aspirasi) -> None:
    """Note that the sender has read why photos were refused."""
    aspirasi.foto_tertunda.ditolak().delete()


def _satu(baris: LampiranTertunda, unggahan: UploadedFile, tempat: str, tenggat: Tenggat) -> bool:
    """Store one photo. Return True when it was parked instead, under the row `baris`."""
    aspirasi, baris.sidik = baris.aspirasi, intisari(unggahan)
    if _ada(aspirasi, baris.sidik):
        return False
    kiriman.pastikan_muat_foto(aspirasi)  # both checks come before the costly decoding
    ambil_di_muka(tempat)
    try:
        hasil = foto_tertunda.simpan_atau_titip(unggahan, tenggat)
    except BelumSelesai:  # perhaps it was decoded for nothing
        raise
    except FotoDitolak as galat:
        with suppress(TidakBisa):  # less is left than it cost
            _hitung(tempat, _harga(galat.detik))
        raise
    if isinstance(hasil, str):
        baris.nama = hasil
        _titip(baris, tempat)
        return True
    _lekatkan(baris, *hasil, tempat)
    return False


def _ada(aspirasi: Aspirasi, sidik: str) -> bool:
    """Return whether this photo came in before, stored or waiting."""
    menunggu = aspirasi.foto_tertunda.menunggu().filter(sidik=sidik)
    sudah = aspirasi.lampiran.dari_pengirim().filter(sidik=sidik)
    return sudah.exists() or menunggu.exists()


def _lekatkan(baris: LampiranTertunda, berkas: Berkas, detik: float, tempat: str) -> None:
    with foto_tertunda.hapus_bila_tidak_bisa(berkas):
        hitung(tempat, berkas, detik)
        kiriman.tambah_foto(aspirasi=baris.aspirasi, berkas=berkas, sidik=baris.sidik)


def _titip(baris: LampiranTertunda, tempat: str) -> None:
    """Give a parked photo its row and its task.

    Its sender is gone by the time it is decoded, so the most that it can cost is taken now.
    """
    with foto_tertunda.buang_bila_gagal(baris.nama):
        _hitung(tempat, _harga(BATAS_DETIK))
        _simpan_tertunda(baris)


@transaction.atomic
def _simpan_tertunda(baris: LampiranTertunda) -> None:
    baris.aspirasi = kunci_baris(baris.aspirasi)
    if _ada(baris.aspirasi, baris.sidik):  # the same form was pressed twice
        foto_tertunda.buang_saat_commit(baris.nama)
        return
    kiriman.pastikan_muat_foto(baris.aspirasi)
    baris.aspirasi.foto_tertunda.ditolak().filter(sidik=baris.sidik).delete()
    foto_tertunda.antrekan(baris, PERIKSA)


def di_muka() -> int:
    """Return the price that is taken before a photo is decoded: the most that a request can use up.

    Otherwise a sender with nearly nothing left could go on for ever. The unused part is given back.
    """
    return min(_harga(min(settings.FOTO_DETIK, BATAS_DETIK)), settings.JATAH_PER_JAM["foto"])


def ambil_di_muka(tempat: str) -> None:
    """Take that price. Raises TidakBisa when the allowance lacks it."""
    _ambil_jatah(tempat, di_muka())


def hitung(tempat: str, berkas: Berkas, detik: float) -> None:
    """Settle the price of a stored photo that took `detik`. Raises TidakBisa."""
    _hitung(tempat, max(berkas.ukuran, _harga(detik)))


def _harga(detik: float) -> int:
    return int(detik * BYTE_SEDETIK)


def _hitung(tempat: str, harga: int) -> None:
    """Settle the final price of a photo. Raises TidakBisa when the allowance lacks it."""
    beda = max(harga, PALING_KECIL) - di_muka()
    if beda < 0:
        pembatas.beri_kembali("foto", tempat, -beda)
    else:
        _ambil_jatah(tempat, beda)


def _ambil_jatah(tempat: str, banyak: int) -> None:
    if banyak > 0 and (detik := pembatas.tunggu("foto", tempat, banyak)):
        raise TidakBisa(
            "Dari jaringan yang Anda pakai baru saja masuk banyak sekali foto. Kirim fotonya lagi "
            f"sekitar {pembatas.sebut(detik)} lagi."
        )
