"""Limits at the doors of accounts: how often one may try, and whose tries make whom wait.

Guesses are counted per thing and network, or per thing and account whose browsers are known
(`warga.peramban`), and cost pauses (`core.jaga.pembatas.coba`). Nothing is counted per contact
alone: then any stranger could lock its owner out.
"""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest

from core.jaga import keamanan, pembatas
from core.jaga.keamanan import Kejadian
from warga import peramban
from warga.models import Pengguna
from warga.pesan import TUNGGU_DAHULU

SEHARI = dt.timedelta(days=1)
SEPEREMPAT_JAM = dt.timedelta(minutes=15)
NOMOR_PER_HARI, NOMOR_PER_TEMPAT = 3, 20  # changes of one's own number
DAFTAR_PER_KONTAK = 5  # sign-ups with one contact from one network, in a day
LUPA_SANDI, LUPA_SANDI_KOTAK = 5, 20  # codes by e-mail: per browser or network; per mailbox
DERAS = 30  # sign-ins or sign-ups at once from one network: half a minute of hashing
KODE_PER_AKUN = 30  # printed codes that did not fit, in an hour


def kalimat(detik: int) -> str:
    """Return the sentence for a person who has to wait so long."""
    return TUNGGU_DAHULU.format(lama=pembatas.sebut(detik))


def sidik(request: HttpRequest, perihal: str, apa: str) -> str:
    """Return the counter of one thing (a contact, an account) that is guessed at from this
    place."""
    milik = peramban.dikenal(request, apa)
    return pembatas.kunci(perihal, apa, f"peramban {milik}" if milik else pembatas.alamat(request))


def masuk(request: HttpRequest, kontak: str) -> int:
    """Take a try to sign in. Return 0, or the seconds to wait.

    Each try costs hashing, so that a network has an allowance of them, too. Browsers that know the
    contact draw first on the allowance of their account, which no stranger can use up.
    """
    if detik := pembatas.coba(sidik(request, "masuk", kontak)):
        return detik
    milik = peramban.dikenal(request, kontak)
    if milik and not _deras("masuk", f"dikenal {kontak} {milik}"):
        return 0
    if detik := _deras("masuk", pembatas.alamat(request)):
        pembatas.kembalikan(sidik(request, "masuk", kontak))
    return detik


def _deras(perihal: str, tempat: str) -> int:
    """Take one of an allowance that comes back at the pace of JATAH_PER_JAM, at most DERAS at
    once."""
    sejam: int = settings.JATAH_PER_JAM[perihal]
    jatah = min(DERAS, sejam)
    return pembatas.tunggu(
        perihal, tempat, jatah=jatah, rentang=pembatas.SEJAM * jatah / sejam, beri_tahu=False
    )


def masuk_berhasil(request: HttpRequest, kontak: str) -> None:
    """Give the try back. Wrong tries before it stay counted: a person with another account of the
    same number could wipe them out at will, and guess on."""
    pembatas.kembalikan(sidik(request, "masuk", kontak))


def daftar(request: HttpRequest, kontak: str) -> int:
    """Take a sign-up. Return 0, or the seconds to wait."""
    tempat = pembatas.alamat(request)
    sama = f"{kontak} {tempat}"
    return pembatas.tunggu(
        "daftar_kontak", sama, jatah=DAFTAR_PER_KONTAK, rentang=SEHARI, beri_tahu=False
    ) or _deras("daftar", tempat)


def ubah_nomor(request: HttpRequest, orang: Pengguna) -> int:
    """Take a change of one's own number. Return 0, or the seconds to wait."""
    return pembatas.tunggu(
        "nomor", peramban.akun(orang), jatah=NOMOR_PER_HARI, rentang=SEHARI, beri_tahu=False
    ) or pembatas.tunggu("nomor", pembatas.alamat(request), jatah=NOMOR_PER_TEMPAT, rentang=SEHARI)


def sandi_sendiri(request: HttpRequest, orang: Pengguna) -> int:
    """Take a try at the password of the signed-in person. Return 0, or the seconds to wait."""
    return pembatas.coba(sidik(request, "sandi_sendiri", peramban.akun(orang)))


def lupa_sandi(request: HttpRequest, email: str) -> int:
    """Take a code by e-mail. Return 0, or the seconds to wait.

    The limit of the network bounds letters to addresses without an account. The limit of the
    mailbox keeps many networks together from flooding it. Neither binds the owner's own browser.
    """
    milik = peramban.dikenal(request, email)
    asal = f"{email} peramban {milik}" if milik else f"{email} {pembatas.alamat(request)}"
    detik = pembatas.tunggu(
        "lupa_sandi", asal, jatah=LUPA_SANDI, rentang=SEPEREMPAT_JAM, beri_tahu=False
    )
    if detik or milik:
        return detik
    return _deras("lupa_sandi", pembatas.alamat(request)) or pembatas.tunggu(
        "kotak_surat", email, jatah=LUPA_SANDI_KOTAK, rentang=SEHARI, beri_tahu=False
    )


def kode_keliru(request: HttpRequest) -> int:
    """Count a printed code that did not fit. Return 0, or the seconds to wait.

    Codes that fit are not counted: a whole village may type theirs behind one address. A code has
    50 bits, so nobody finds one by guessing, however many codes are valid.
    """
    orang = request.user if isinstance(request.user, Pengguna) else None
    tempat = peramban.akun(orang) if orang else pembatas.alamat(request)
    if orang:
        detik = pembatas.tunggu("kode_akun", tempat, jatah=KODE_PER_AKUN, beri_tahu=False)
    else:
        detik = pembatas.tunggu("kode", tempat, beri_tahu=False)
    if detik:
        keamanan.catat_jeda(pembatas.kunci("kode", tempat), akun=orang)
    else:
        keamanan.catat(Kejadian.KODE_DITOLAK, akun=orang)
    return detik
