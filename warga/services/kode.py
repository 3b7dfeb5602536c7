"""Printed codes: made by those who may, used by the owner of the account."""

import datetime as dt

from django.db import IntegrityError, transaction

from core import keamanan
from core.galat import TidakBisa
from core.jejak import catat
from core.keamanan import Kejadian
from core.waktu import sekarang
from warga import kode as kode_cetak
from warga.enums import TujuanKode
from warga.models import KodeCetak, Pengguna
from warga.services.dasar import kunci_akun, matikan_kode

MASA_KODE = dt.timedelta(days=14)


@transaction.atomic
def beri_kode(*, pengguna: Pengguna, tujuan: TujuanKode, oleh: Pengguna) -> tuple[KodeCetak, str]:
    """Make a code to be printed and handed over; earlier ones for the same purpose die.

    Returns the row and the code itself, which is shown once and kept nowhere.
    Raises TidakBisa when there is no number to prove, or it is proven already.
    """
    pengguna = kunci_akun(pengguna)
    if not pengguna.is_active:
        raise TidakBisa("Akun ini tidak aktif, jadi kode tidak dapat dibuat.")
    if tujuan == TujuanKode.AKTIVASI and not pengguna.telepon:
        raise TidakBisa("Akun ini tidak mempunyai nomor HP yang perlu dibuktikan.")
    if tujuan == TujuanKode.AKTIVASI and pengguna.telepon_terbukti_pada:
        raise TidakBisa("Nomor HP akun ini sudah terbukti. Kode tidak diperlukan.")
    matikan_kode(pengguna, tujuan)
    teks = kode_cetak.kode_baru()
    baris = KodeCetak.objects.create(
        pengguna=pengguna,
        tujuan=tujuan,
        kode_hash=kode_cetak.hash_kode(teks),
        oleh=oleh,
        kedaluwarsa=sekarang() + MASA_KODE,
    )
    catat(objek=pengguna, aksi="kode_diserahkan", oleh=oleh, rincian={"tujuan": tujuan.value})
    return baris, teks


def cari_kode(teks: str) -> KodeCetak | None:
    """Return the code that was typed if it still works, else None."""
    berlaku = KodeCetak.objects.berlaku().select_related("pengguna")
    return berlaku.filter(kode_hash=kode_cetak.hash_kode(teks)).first()


@transaction.atomic
def buktikan_telepon(*, kode: KodeCetak) -> Pengguna:
    """Use an activation code: the phone number now is proven.

    Raises TidakBisa when the code was used meanwhile, or the number was proven for
    another account.
    """
    pengguna = _pakai(kode, TujuanKode.AKTIVASI)
    pengguna.telepon_terbukti_pada = sekarang()
    try:
        with transaction.atomic():
            pengguna.save(update_fields=["telepon_terbukti_pada"])
    except IntegrityError as error:
        raise TidakBisa(
            "Nomor HP ini sudah terbukti milik akun lain. Datanglah lagi kepada petugas "
            "yang memberi kode ini."
        ) from error
    catat(objek=pengguna, aksi="telepon_terbukti", oleh=pengguna)
    return pengguna


@transaction.atomic
def buat_sandi(*, kode: KodeCetak, sandi: str) -> Pengguna:
    """Use a password code: set the new password, which also ends every session."""
    pengguna = _pakai(kode, TujuanKode.SANDI)
    pengguna.set_password(sandi)
    pengguna.sandi_dari_kode_pada = sekarang()
    pengguna.save(update_fields=["password", "sandi_dari_kode_pada"])
    catat(objek=pengguna, aksi="sandi_dibuat_dengan_kode", oleh=pengguna)
    keamanan.catat(Kejadian.SANDI_DIGANTI, akun=pengguna)
    return pengguna


def _pakai(kode: KodeCetak, tujuan: TujuanKode) -> Pengguna:
    """Mark a code as used, once, and return its locked account."""
    pengguna = kunci_akun(kode.pengguna)
    dipakai = KodeCetak.objects.berlaku().filter(pk=kode.pk, tujuan=tujuan)
    if not pengguna.is_active or not dipakai.update(dipakai_pada=sekarang()):
        raise TidakBisa("Kode ini sudah dipakai atau tidak berlaku lagi. Mintalah kode baru.")
    return pengguna
