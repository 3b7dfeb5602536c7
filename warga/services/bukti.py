"""Proof that whoever uses an account is its owner, after a code opened it."""

from django.db import transaction

from core.jejak import catat
from warga.models import Pengguna
from warga.services.dasar import kunci_akun


@transaction.atomic
def buktikan_pemilik(*, pengguna: Pengguna, lewat: str) -> None:
    """Take away the mark "this password was set by a code": its owner has shown who they are.

    `lewat` says by what: "pin" (of an own kiriman), "pengaman" (a second factor that was there
    before the code), "email" (a code sent to an address that was proven before). An account
    without the mark stays as it is.
    """
    terkunci = kunci_akun(pengguna)
    if terkunci.sandi_dari_kode_pada is None:
        return
    terkunci.sandi_dari_kode_pada = pengguna.sandi_dari_kode_pada = None
    terkunci.save(update_fields=["sandi_dari_kode_pada"])
    catat(objek=terkunci, aksi="pemilik_terbukti", oleh=terkunci, rincian={"lewat": lewat})
