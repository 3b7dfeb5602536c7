"""Activation codes. They prove a phone number, and do not tell which numbers have an account.

The giver types a number and gets a code in any case. The code is bound to the number. It is used in
the session of an account that carries the number, and proves that account alone.
"""

import datetime as dt

from allauth.account.models import EmailAddress
from django.db import transaction

from core.galat import TidakBisa
from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from core.jejak.catat import catat
from core.waktu import sekarang
from warga import kode as kode_cetak
from warga.enums import Peran, TujuanKode
from warga.laku import Aksi
from warga.models import KodeCetak, Pengguna
from warga.services.akun import kunci_nomor
from warga.services.dasar import akhiri_sesi, kunci_akun

MASA_KODE = dt.timedelta(days=14)
PER_HARI = 200  # codes that one person gives in 24 hours: enough for a musyawarah
TIDAK_COCOK = (
    "Kode ini tidak dapat membuktikan nomor HP akun Anda. Periksa ketikannya, dan apakah nomor di "
    "kertas sama dengan nomor di halaman Akun. Tetap gagal? Kode itu sudah dipakai atau lewat 14 "
    "hari, atau nomornya sudah dibuktikan akun lain: minta kode baru di kantor kecamatan."
)


@transaction.atomic
def beri_kode(*, telepon: str, oleh: Pengguna) -> tuple[KodeCetak, str]:
    """Make a code that proves a number (E.164). An earlier code of this giver for it stops working.

    Returns the row and the code itself, which is shown once and kept nowhere. Nothing here
    asks whether the number has an account. Raises TidakBisa past PER_HARI.
    """
    oleh, kini = kunci_akun(oleh), sekarang()
    milik = KodeCetak.objects.aktivasi().filter(oleh=oleh)
    if milik.filter(dibuat__gt=kini - dt.timedelta(days=1)).count() >= PER_HARI:
        raise TidakBisa(
            f"Dalam sehari satu orang memberi paling banyak {PER_HARI} kode. Lanjutkan besok, atau "
            "minta petugas lain membantu."
        )
    sidik = kode_cetak.hash_nomor(telepon)
    milik.berlaku().filter(telepon_hash=sidik).update(kedaluwarsa=kini)
    teks = kode_cetak.kode_baru()
    baris = KodeCetak.objects.create(
        tujuan=TujuanKode.AKTIVASI,
        kode_hash=kode_cetak.hash_kode(teks),
        telepon_hash=sidik,
        oleh=oleh,
        peran_pemberi=oleh.peran,
        kampung_pemberi_id=oleh.kampung_id,
        dibuat=kini,
        kedaluwarsa=kini + MASA_KODE,
    )
    catat(objek=oleh, aksi=Aksi.KODE_AKTIVASI_DIBERIKAN, oleh=oleh)
    keamanan.catat(Kejadian.KODE_DIBERI, oleh=oleh)
    return baris, teks


def ada_aktivasi(teks: str) -> bool:
    """Return whether this is an activation code that still works, whoever uses it."""
    berlaku = KodeCetak.objects.berlaku().aktivasi()
    return berlaku.filter(kode_hash=kode_cetak.hash_kode(teks)).exists()


@transaction.atomic
def buktikan_telepon(*, teks: str, pengguna: Pengguna) -> Pengguna:
    """Use an activation code in the session of `pengguna`: their number is proven from now on.

    Other accounts lose the number if they have a proven e-mail to sign in with, and their sessions
    end in any case (docs/keputusan/0016-kode.md). Raises TidakBisa, always with the same sentence.
    """
    if not pengguna.telepon:
        raise TidakBisa(TIDAK_COCOK)
    kunci_nomor(pengguna.telepon)
    akun = kunci_akun(pengguna)
    kode = _kode_untuk(akun, teks)
    if kode is None:
        raise TidakBisa(TIDAK_COCOK)
    akun.telepon_terbukti_pada = kode.dipakai_pada = sekarang()
    akun.telepon_ditahan = False
    akun.save(update_fields=["telepon_terbukti_pada", "telepon_ditahan"])
    kode.pengguna, kode.telepon_hash = akun, ""
    kode.save(update_fields=["pengguna", "telepon_hash", "dipakai_pada"])
    catat(objek=akun, aksi=Aksi.TELEPON_TERBUKTI, oleh=akun, dari=kode.peran_pemberi)
    keamanan.catat(Kejadian.KODE_DIPAKAI, akun=akun)
    _lepas_dari_lain(akun)
    return akun


def _kode_untuk(akun: Pengguna, teks: str) -> KodeCetak | None:
    """Return the locked code if it may prove the number of this locked account; else None."""
    if not akun.telepon or not akun.is_active or akun.telepon_terbukti_pada:
        return None
    berlaku = KodeCetak.objects.select_for_update(of=("self",)).select_related("oleh").berlaku()
    kode = berlaku.aktivasi().filter(
        kode_hash=kode_cetak.hash_kode(teks), telepon_hash=kode_cetak.hash_nomor(akun.telepon)
    )
    baris = kode.first()
    if baris is None or not _boleh_dari(baris, akun):
        return None
    senomor = Pengguna.objects.bernomor(akun.telepon)
    return None if senomor.filter(telepon_terbukti_pada__isnull=False).exists() else baris


def _boleh_dari(kode: KodeCetak, akun: Pengguna) -> bool:
    """Return whether its giver, in the role of that day, may vouch for this account."""
    pemberi = kode.oleh
    pemberi.peran, pemberi.pernah_menjabat = Peran(kode.peran_pemberi), False
    return pemberi.has_perm("warga.beri_kode", akun)


def _lepas_dari_lain(akun: Pengguna) -> None:
    """Take the number from other accounts that can sign in without it."""
    senomor = Pengguna.objects.select_for_update().filter(telepon=akun.telepon)
    for lain in senomor.exclude(pk=akun.pk).order_by("pk"):
        akhiri_sesi(lain)
        if not EmailAddress.objects.filter(user=lain, verified=True).exists():
            continue
        lain.telepon, lain.telepon_ditahan = None, False
        lain.save(update_fields=["telepon", "telepon_ditahan"])
        catat(objek=lain, aksi=Aksi.NOMOR_DILEPAS)
