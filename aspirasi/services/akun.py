"""A kiriman that was sent without an account, put into one later, and taken out of one again.

The caller has seen its PIN in this browser. The account then knows it as one that it sent: it lists
it and opens it by the PIN alone (docs/keputusan/0043-simpan-di-akun.md). Officials learn nothing.
"""

from django.db import transaction

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services.alur import kunci_baris
from aspirasi.services.kiriman import VERSI_PERSETUJUAN
from aspirasi.services.pemilik import tarik_suara
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from warga.models import Pengguna
from warga.services import kunci_akun

AKUN_BELUM_TERBUKTI = (
    "Kata sandi akun ini dibuat dengan kode dari petugas, dan belum dipastikan bahwa Anda "
    "pemiliknya. Pastikan dulu di “Kiriman saya”, lalu simpan kiriman ini. Kode dan PIN-nya tetap "
    "berlaku."
)
AKUN_TIDAK_AKTIF = "Akun ini tidak aktif lagi. Kiriman ini tetap dibuka dengan kode dan PIN."
ANAK = (
    "Anda menulis bahwa Anda belum 18 tahun. Untuk melindungi Anda, kiriman ini tidak kami "
    "hubungkan dengan akun. Ikuti jawabannya dengan kode dan PIN."
)
TERHAPUS = "Isi kiriman ini sudah dihapus, jadi tidak dapat disimpan di akun."
TITIPAN = (
    "Kiriman ini dititipkan lewat orang lain, yang ikut memegang kode dan PIN-nya. Karena itu "
    "tidak dapat disimpan di akun. Ikuti jawabannya dengan kode dan PIN."
)
DI_AKUN_LAIN = (
    "Kiriman ini sudah tersimpan di akun lain. Kalau itu bukan kehendak Anda, lepaskan dulu dari "
    "akun itu, lalu simpan di akun Anda."
)
SUDAH_DILUPAKAN = (
    "Kiriman ini sudah ditutup, dan nama serta kontaknya sudah dihapus. Karena itu tidak kami "
    "hubungkan lagi dengan akun. Kode dan PIN-nya tetap berlaku."
)


def halangan(aspirasi: Aspirasi, pengirim: Pengirim, akun: Pengguna) -> str:
    """Return why this kiriman cannot be put into this account; "" when it can.

    An account whose owner nobody has proven is told nothing of the kiriman, not even that it is
    its own.
    """
    if akun.sandi_dari_kode_pada:
        return AKUN_BELUM_TERBUKTI
    if not akun.is_active or akun.dikosongkan_pada:
        return AKUN_TIDAK_AKTIF
    di_akun_lain = pengirim.pengguna_id not in (None, akun.pk)
    return halangan_kiriman(aspirasi, pengirim) or (DI_AKUN_LAIN if di_akun_lain else "")


def halangan_kiriman(aspirasi: Aspirasi, pengirim: Pengirim) -> str:
    """Return why no account at all can take it; "" when one can."""
    dilupakan = pengirim.dikosongkan_pada is not None and not aspirasi.terbuka
    sebab = {
        TERHAPUS: aspirasi.dihapus_pada is not None,
        ANAK: aspirasi.anak,
        TITIPAN: pengirim.lewat_id is not None,
        SUDAH_DILUPAKAN: dilupakan,
    }
    return next((kata for kata, benar in sebab.items() if benar), "")


@transaction.atomic
def simpan_di_akun(*, aspirasi: Aspirasi, pengguna: Pengguna) -> bool:
    """Put it into the account of its sender. Return False when it is there already.

    Whatever the account said of it as somebody else (support, "belum beres") is taken back. No
    address of the account is kept: none was proven when it was sent. Raises TidakBisa for the
    reasons of `halangan`.
    """
    akun = kunci_akun(pengguna)  # account first, as when it is emptied
    aspirasi = kunci_baris(aspirasi)
    pengirim = _pengirim(aspirasi)
    if sebab := halangan(aspirasi, pengirim, akun):
        raise TidakBisa(sebab)
    if pengirim.pengguna_id:
        return False
    pengirim.pengguna, pengirim.disimpan_pada = akun, sekarang()
    if pengirim.dikosongkan_pada:
        # As with a new contact: the consent is the text of today, and it is forgotten in its time.
        pengirim.versi_persetujuan, pengirim.dikosongkan_pada = VERSI_PERSETUJUAN, None
    pengirim.save()
    tarik_suara(aspirasi=aspirasi, pengguna=akun)
    catat(objek=aspirasi, aksi=Aksi.DISIMPAN_AKUN)
    return True


@transaction.atomic
def lepas_dari_akun(*, aspirasi: Aspirasi) -> bool:
    """Take it out of the account that holds it, whichever that is; the caller has just typed its
    PIN. Return False when no account holds it.

    Name and contact that were left stay. A code for a new PIN by e-mail stops working.
    """
    aspirasi = kunci_baris(aspirasi)
    pengirim = _pengirim(aspirasi)
    if pengirim.pengguna_id is None:
        return False
    pengirim.pengguna = pengirim.disimpan_pada = pengirim.kode_pin_sampai = None
    pengirim.alamat_terbukti, pengirim.kode_pin_hash = [], ""
    pengirim.save()
    catat(objek=aspirasi, aksi=Aksi.DILEPAS_AKUN)
    return True


def _pengirim(aspirasi: Aspirasi) -> Pengirim:
    return Pengirim.objects.select_for_update(of=("self",)).get(aspirasi=aspirasi)
