"""A new official in one act: account, role, office, and the printed code of the number."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from core.galat import TidakBisa
from core.waktu import hari_ini
from warga.enums import JABATAN_TUNGGAL, PERAN_JABATAN, PERAN_KAMPUNG
from warga.models import Instansi, Jabatan, KodeCetak, Pengguna
from warga.services.akun import kunci_nomor
from warga.services.kode import beri_kode
from warga.services.petugas import simpan_jabatan, simpan_pengguna

SUDAH_ADA = (
    "Sudah ada akun dengan nomor HP atau e-mail ini. Cari orangnya di Admin → Pengguna, lalu ubah "
    "peran, kampung, dan jabatannya di sana."
)


@dataclass(frozen=True)
class PetugasBaru:
    """The account that was made. `kode` shows once; it is empty for an e-mail and for a second
    press."""

    orang: Pengguna
    baru: bool
    baris: KodeCetak | None = None
    kode: str = ""


@transaction.atomic
def tambah_petugas(
    *, nama: str, kontak: str, instansi: Instansi, jabatan: str, mulai: dt.date, oleh: Pengguna
) -> PetugasBaru:
    """Make the account of an official with its office. The role follows the office.

    `kontak` is an e-mail or a number (E.164). A number gets an activation code, which proves it and
    opens nothing: a password takes "Lupa kata sandi" or two people, as for everybody. The same form
    sent twice makes one account. Raises TidakBisa when the contact has an account, when somebody
    else holds an office that only one person holds, or when office and place do not fit.
    """
    instansi = Instansi.objects.select_for_update().get(pk=instansi.pk)
    if "@" not in kontak:
        kunci_nomor(kontak)
    if ada := _pemegang(kontak, nama, instansi, jabatan):
        return PetugasBaru(ada, baru=False)
    _pastikan_bebas(kontak, instansi, jabatan, mulai)
    orang = Pengguna(nama=nama, peran=PERAN_JABATAN[jabatan][0])
    orang.kampung = instansi.kampung if orang.peran in PERAN_KAMPUNG else None
    orang.email, orang.telepon = (kontak, None) if "@" in kontak else (None, kontak)
    if orang.peran in PERAN_KAMPUNG and orang.kampung is None:
        raise TidakBisa("Jabatan ini jabatan kampung. Pilih pemerintah kampungnya.")
    simpan_pengguna(pengguna=orang, oleh=oleh)
    satu = Jabatan(pengguna=orang, nama=jabatan, instansi=instansi, mulai=mulai)
    simpan_jabatan(jabatan=satu, oleh=oleh)
    if orang.email:
        return PetugasBaru(orang, baru=True)
    baris, teks = beri_kode(telepon=kontak, oleh=oleh)
    return PetugasBaru(orang, baru=True, baris=baris, kode=teks)


def _pemegang(kontak: str, nama: str, instansi: Instansi, jabatan: str) -> Pengguna | None:
    """Return the account that the same form made a moment ago."""
    sama = Pengguna.objects.berkontak(kontak).filter(nama=nama)
    milik = Jabatan.objects.bersisa().filter(instansi=instansi, nama=jabatan)
    return sama.filter(pk__in=milik.values("pengguna")).first()


def _pastikan_bebas(kontak: str, instansi: Instansi, jabatan: str, mulai: dt.date) -> None:
    dipakai = Pengguna.objects.berkontak(kontak)
    if "@" not in kontak:  # an unproven number says nothing about whose it is
        dipakai = dipakai.filter(telepon_terbukti_pada__isnull=False)
    if dipakai.exists():
        raise TidakBisa(SUDAH_ADA)
    if jabatan not in JABATAN_TUNGGAL:
        return
    lama = Jabatan.objects.filter(instansi=instansi, nama=jabatan).select_related("pengguna")
    pemegang = lama.bersisa().first()
    if pemegang and (pemegang.selesai is None or pemegang.selesai >= max(mulai, hari_ini())):
        raise TidakBisa(
            f"{pemegang} masih dipegang {pemegang.pengguna}. Isi dahulu tanggal selesainya di "
            f"Admin → Pengguna → {pemegang.pengguna} → Jabatan, sebelum hari pertama penggantinya."
        )
