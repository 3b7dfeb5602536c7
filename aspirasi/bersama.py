"""Standing behind what somebody else has said: support with an account, joining without."""

from django.db import IntegrityError, transaction

from aspirasi.alur import kunci as kunci_baris
from aspirasi.enums import GOLONGAN_JENIS, Aksi, Langkah, Status
from aspirasi.kiriman import VERSI_PERSETUJUAN, Terkirim
from aspirasi.kode import kode_dari, pin_dari, sidik_kunci, sidik_pin
from aspirasi.models import Aspirasi, Dukungan, Pengirim
from aspirasi.teks import AWAL_SERUPA, PANJANG_ISI, judul_dari
from core.galat import TidakBisa
from core.jejak import catat
from core.samar import samarkan
from core.waktu import sekarang
from warga.models import Pengguna

TERTUTUP = (
    "Aspirasi ini sudah ditutup. Kalau masih Anda alami, sampaikan sebagai kiriman baru, supaya "
    "dijawab lagi."
)
SUDAH_DIKIRIM = (
    "Tulisan ini sudah terkirim sebagai kiriman Anda sendiri. Untuk membacanya, masukkan kode "
    "lacak dan PIN-nya di halaman Lacak kiriman."
)
SUDAH_IKUT = "Anda sudah ikut mengalami ini, jadi suara Anda sudah terhitung."
TIDAK_TAMPIL = "Aspirasi ini tidak tampil untuk umum, jadi tidak dapat diikuti."


@transaction.atomic
def dukung(*, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Support it; return False when this person did so before.

    Raises TidakBisa when it is closed or not public, or is this person's own, or one of their
    own was merged into it.
    """
    aspirasi = _terbuka(aspirasi)
    if Pengirim.objects.filter(aspirasi=aspirasi, pengguna=oleh).exists():
        raise TidakBisa("Ini kiriman Anda sendiri, jadi suara Anda sudah terhitung.")
    if aspirasi.gabungan.filter(pengirim__pengguna=oleh).exists():
        raise TidakBisa(SUDAH_IKUT)
    _, baru = Dukungan.objects.get_or_create(aspirasi=aspirasi, pengguna=oleh)
    if baru:
        catat(objek=aspirasi, aksi="didukung", oleh=oleh)
    return baru


@transaction.atomic
def batal_dukung(*, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Withdraw one's support, of a closed one too; return False when there was none."""
    aspirasi = kunci_baris(aspirasi)
    jumlah, _ = Dukungan.objects.filter(aspirasi=aspirasi, pengguna=oleh).delete()
    if jumlah:
        catat(objek=aspirasi, aksi="dukungan_ditarik", oleh=oleh)
    return bool(jumlah)


def bergabung(*, ke: Aspirasi, aspirasi: Aspirasi, pengirim: Pengirim, kunci: str) -> Terkirim:
    """Store "Saya juga mengalami" of a visitor: a kiriman of its own, joined to the older one.

    It has code and PIN, no public page and no clock. The same key twice gives the first one
    again. Raises TidakBisa when `ke` is closed or not public.
    """
    kode, pin = kode_dari(kunci), pin_dari(kunci)
    sidik = sidik_kunci(kunci)
    try:
        with transaction.atomic():
            if lama := _dengan_kunci(sidik):
                return Terkirim(lama, kode, pin, baru=False)
            aspirasi.kode, aspirasi.pin_hash = kode, sidik_pin(pin, kode)
            aspirasi.kunci_hash = sidik
            _simpan(_terbuka(ke), aspirasi, pengirim)
    except IntegrityError:
        # Only the repeated send of the same form may pass; anything else is a real fault.
        sudah = _dengan_kunci(sidik)
        if sudah is None:
            raise
        return Terkirim(sudah, kode, pin, baru=False)
    return Terkirim(aspirasi, kode, pin)


def _dengan_kunci(sidik: str) -> Aspirasi | None:
    """Return what this form made before. Raises TidakBisa when that joined nothing: the key of
    a kiriman of one's own opens that one by its code and PIN alone."""
    lama = Aspirasi.objects.filter(kunci_hash=sidik).first()
    if lama and lama.digabung_ke_id is None:
        raise TidakBisa(SUDAH_DIKIRIM)
    return lama


def _terbuka(aspirasi: Aspirasi) -> Aspirasi:
    """Lock it; raise TidakBisa when nobody can stand behind it any more."""
    aspirasi = kunci_baris(aspirasi)
    if not aspirasi.terbit:
        raise TidakBisa(TIDAK_TAMPIL)
    if not aspirasi.terbuka:
        raise TidakBisa(TERTUTUP)
    return aspirasi


def _simpan(ke: Aspirasi, aspirasi: Aspirasi, pengirim: Pengirim) -> None:
    aspirasi.jenis, aspirasi.kampung_id = ke.jenis, ke.kampung_id
    aspirasi.golongan, aspirasi.langkah = GOLONGAN_JENIS[ke.jenis], Langkah.NIHIL
    aspirasi.isi = aspirasi.isi or f"{AWAL_SERUPA}{ke.judul}"
    aspirasi.isi_publik = samarkan(aspirasi.isi)[:PANJANG_ISI]
    aspirasi.judul = judul_dari(aspirasi.isi_publik)
    aspirasi.status, aspirasi.digabung_ke, aspirasi.ditutup_pada = Status.DIGABUNG, ke, sekarang()
    aspirasi.save(force_insert=True)
    pengirim.aspirasi, pengirim.versi_persetujuan = aspirasi, VERSI_PERSETUJUAN
    pengirim.save(force_insert=True)
    catat(objek=aspirasi, aksi=Aksi.KIRIM, ke=aspirasi.status)
    catat(objek=ke, aksi="kiriman_serupa")
