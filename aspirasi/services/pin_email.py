"""A new PIN without an official, by a code to an e-mail that the account had proven before.

The kiriman keeps keyed hashes of the addresses that its account had proven when it was sent
(`Pengirim.alamat_terbukti`): an intruder who came later and added an address of their own gets no
code. The code goes to that address alone, and only the signed-in account may type it
(docs/keputusan/0017-pin.md).
"""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from aspirasi.enums import Aksi
from aspirasi.kode import pin_cocok, pin_dari
from aspirasi.models import Pengirim
from aspirasi.services.alur import kunci_baris
from aspirasi.services.pemilik import buktikan
from aspirasi.services.pin import batalkan_pin, pasang_pin
from core.antrean import surel
from core.antrean.tugas import Prioritas
from core.galat import TidakBisa
from core.waktu import sekarang
from warga.kode import baca_kode, kode_baru
from warga.models import Pengguna
from warga.services import alamat_terbukti, kunci_akun

MASA = dt.timedelta(minutes=30)
SEBENTAR = dt.timedelta(minutes=1)  # a form that is sent twice gives the first answer again
TAK_COCOK = (
    "Kode ini tidak cocok, sudah dipakai, atau lewat waktunya. Periksa lagi tulisannya, atau minta "
    "kode baru."
)
PERIHAL = "Kode untuk membuat PIN baru"
ISI = (
    "Kode Anda: {kode}\n\n"
    "Ketik kode ini di halaman tempat Anda memintanya, dalam 30 menit. Sesudah itu PIN kiriman "
    "yang lama tidak berlaku lagi.\n\n"
    "Bukan Anda yang meminta? Abaikan surat ini, jangan berikan kodenya kepada siapa pun, dan "
    "ganti kata sandi akun Anda.\n\nPortal Bangunrejo"
)


def alamat_kode(*, acuan: UUID, pengguna: Pengguna) -> str:
    """Return the address that a code for this kiriman may go to; "" when there is none, or when the
    account did not send it."""
    pengirim = _milik(acuan, pengguna)
    sah = set(pengirim.alamat_terbukti) if pengirim else set()
    return next((e for sidik, e in alamat_terbukti(pengguna).items() if sidik in sah), "")


@transaction.atomic
def kirim_kode(*, acuan: UUID, pengguna: Pengguna) -> None:
    """Queue a letter with a new code; the one before stops working. Nothing is sent where no
    address fits, or when a letter went out a moment ago."""
    pengirim = _terkunci(acuan, pengguna)
    email = alamat_kode(acuan=acuan, pengguna=pengguna)
    if pengirim is None or not email or _baru_saja(pengirim):
        return
    kode, sampai = kode_baru(), sekarang() + MASA
    _simpan(pengirim, _sidik(acuan, kode), sampai)
    surel.kirim(
        kepada=email,
        perihal=PERIHAL,
        isi=ISI.format(kode=kode),
        kunci=f"pin:{acuan.hex}:kode:{sampai.isoformat()}",  # erasing takes it along
        prioritas=Prioritas.DAHULU,
    )


@transaction.atomic
def pakai_kode(*, acuan: UUID, kode: str, pengguna: Pengguna) -> str:
    """Make the new PIN and return it. The same code gives the same PIN for a minute; then it is
    used up. Raises TidakBisa when the code does not fit.

    Requests at the kecamatan end. It proves the owner, as the PIN of an old kiriman does.
    """
    pengirim = _terkunci(acuan, pengguna)
    if pengirim is None or not _cocok(pengirim, kode, alamat_kode(acuan=acuan, pengguna=pengguna)):
        raise TidakBisa(TAK_COCOK)
    aspirasi, polos = pengirim.aspirasi, baca_kode(kode)
    calon = [pin_dari(polos), pin_dari(f"{polos}:2")]  # the second, if the first is the old one
    sudah = [p for p in calon if pin_cocok(p, aspirasi.kode, aspirasi.pin_hash)]
    if sudah:
        return sudah[0]
    batalkan_pin(aspirasi=aspirasi)
    pin = pasang_pin(aspirasi, calon, aksi=Aksi.PIN_LEWAT_EMAIL)
    _simpan(pengirim, _sidik(acuan, kode), sekarang() + SEBENTAR)
    buktikan(aspirasi=aspirasi, pengguna=pengguna, lewat="email")
    return pin


def _milik(acuan: UUID, pengguna: Pengguna) -> Pengirim | None:
    milik = Pengirim.objects.filter(aspirasi__acuan=acuan, pengguna=pengguna)
    return milik.select_related("aspirasi").first()


def _terkunci(acuan: UUID, pengguna: Pengguna) -> Pengirim | None:
    """Lock account and kiriman, in the order in which an account is emptied, and read anew."""
    kunci_akun(pengguna)
    pengirim = _milik(acuan, pengguna)
    if pengirim is not None:
        kunci_baris(pengirim.aspirasi)
        pengirim = _milik(acuan, pengguna)
    return pengirim


def _baru_saja(pengirim: Pengirim) -> bool:
    sampai = pengirim.kode_pin_sampai
    return sampai is not None and sampai > sekarang() + MASA - SEBENTAR


def _cocok(pengirim: Pengirim, kode: str, email: str) -> bool:
    """Return whether the code still counts, and its address is still proven."""
    sampai = pengirim.kode_pin_sampai
    if not email or sampai is None or sampai < sekarang():
        return False
    return constant_time_compare(_sidik(pengirim.aspirasi.acuan, kode), pengirim.kode_pin_hash)


def _sidik(acuan: UUID, kode: str) -> str:
    isi = f"{acuan.hex}:{baca_kode(kode)}"
    return salted_hmac("aspirasi.kode_pin", isi, algorithm="sha256").hexdigest()


def _simpan(pengirim: Pengirim, sidik: str, sampai: dt.datetime) -> None:
    pengirim.kode_pin_hash, pengirim.kode_pin_sampai = sidik, sampai
    pengirim.save(update_fields=["kode_pin_hash", "kode_pin_sampai"])
