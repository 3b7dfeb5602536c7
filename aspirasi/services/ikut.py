"""Standing behind the words of somebody else: support with an account, joining without."""

from django.db import transaction

from aspirasi.bacaan.milik import dikenal_sendiri
from aspirasi.enums import Aksi, Langkah, Status
from aspirasi.models import Aspirasi, Dukungan, Pengirim
from aspirasi.services.alur import kunci_baris
from aspirasi.services.kiriman import Terkirim, dengan_kunci, simpan_baris, simpan_sekali
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from warga.models import Pengguna

PESAN_SUDAH_DITUTUP = (
    "Aspirasi ini sudah ditutup. Kalau masih Anda alami, sampaikan sebagai kiriman baru, supaya "
    "dijawab lagi."
)
SUDAH_DIKIRIM = (
    "Tulisan ini sudah terkirim sebagai kiriman Anda sendiri. Untuk membacanya, masukkan kode "
    "lacak dan PIN-nya di halaman Cek jawaban."
)
SUDAH_IKUT = "Anda sudah ikut mengalami ini, jadi suara Anda sudah terhitung."
PESAN_TIDAK_TAMPIL = "Aspirasi ini tidak tampil untuk umum, jadi tidak dapat diikuti."


@transaction.atomic
def dukung(*, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Support it. Return False when this person did so before.

    Raises TidakBisa when it is closed or not public, is this person's own, or has a public kiriman
    of theirs merged into it. About hidden ones an account tells nothing.
    """
    aspirasi = _terbuka(aspirasi)
    if dikenal_sendiri(aspirasi, oleh):
        raise TidakBisa("Ini kiriman Anda sendiri, jadi suara Anda sudah terhitung.")
    if dikenal_sendiri(aspirasi.gabungan.terbit(), oleh):
        raise TidakBisa(SUDAH_IKUT)
    _, baru = Dukungan.objects.get_or_create(aspirasi=aspirasi, pengguna=oleh)
    if baru:
        catat(objek=aspirasi, aksi=Aksi.DIDUKUNG, oleh=oleh)
    return baru


@transaction.atomic
def batal_dukung(*, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Withdraw one's support, also for a closed one. Return False when there was none."""
    aspirasi = kunci_baris(aspirasi)
    jumlah, _ = Dukungan.objects.filter(aspirasi=aspirasi, pengguna=oleh).delete()
    if jumlah:
        catat(objek=aspirasi, aksi=Aksi.DUKUNGAN_DITARIK, oleh=oleh)
    return bool(jumlah)


def bergabung(*, ke: Aspirasi, aspirasi: Aspirasi, pengirim: Pengirim, kunci: str) -> Terkirim:
    """Store "Saya juga mengalami" of a visitor: a kiriman of its own, joined to the older one.

    It has code and PIN, no public page and no clock. The same key twice gives the first one
    again. Raises TidakBisa when `ke` is closed or not public.
    """

    def simpan() -> None:
        _ikutkan(_terbuka(ke), aspirasi)
        simpan_baris(aspirasi, pengirim)
        catat(objek=ke, aksi=Aksi.KIRIMAN_SERUPA)

    return simpan_sekali(aspirasi, kunci, simpan, _yang_bergabung)


def _yang_bergabung(sidik: str) -> Aspirasi | None:
    """Return the kiriman that this form made before. Raises TidakBisa when it joined nothing: the
    key of such a form opens its kiriman by code and PIN alone."""
    lama = dengan_kunci(sidik)
    if lama and lama.digabung_ke_id is None:
        raise TidakBisa(SUDAH_DIKIRIM)
    return lama


def _terbuka(aspirasi: Aspirasi) -> Aspirasi:
    """Lock it. Raises TidakBisa when nobody can stand behind it any more."""
    aspirasi = kunci_baris(aspirasi)
    if not aspirasi.terbit:
        raise TidakBisa(PESAN_TIDAK_TAMPIL)
    if not aspirasi.terbuka:
        raise TidakBisa(PESAN_SUDAH_DITUTUP)
    return aspirasi


def _ikutkan(ke: Aspirasi, aspirasi: Aspirasi) -> None:
    aspirasi.jenis, aspirasi.kampung_id = ke.jenis, ke.kampung_id
    aspirasi.langkah = Langkah.NIHIL
    aspirasi.mengutip = not aspirasi.isi
    aspirasi.status, aspirasi.digabung_ke, aspirasi.ditutup_pada = Status.DIGABUNG, ke, sekarang()
