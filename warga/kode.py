"""Printed codes: ten symbols that can be dictated. Only a keyed hash of them is kept."""

import re
import secrets

from django.utils.crypto import salted_hmac

HURUF = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 symbols, without 0, O, 1 and I: 50 bits in ten
PANJANG = 10


def kode_baru() -> str:
    """Return a new code as it is printed: "7K4M-92QX-T3"."""
    return tulis_kode("".join(secrets.choice(HURUF) for _ in range(PANJANG)))


def tulis_kode(kode: str) -> str:
    """Return ten symbols in groups of four, as they are printed."""
    return "-".join(kode[i : i + 4] for i in range(0, len(kode), 4))


def baca_kode(teks: str) -> str:
    """Return the bare symbols of a typed code: no spaces or dashes, in capitals."""
    return re.sub(r"[\s\-–—.]", "", teks).upper()


def hash_kode(teks: str) -> str:
    """Return the hash under which a code is kept (HMAC-SHA256 with the portal's key)."""
    return salted_hmac("warga.KodeCetak", baca_kode(teks), algorithm="sha256").hexdigest()


def hash_nomor(telepon: str) -> str:
    """Return the hash under which the number (E.164) of an activation code is kept."""
    return salted_hmac("warga.KodeCetak.telepon", telepon, algorithm="sha256").hexdigest()


def hash_alamat(email: str) -> str:
    """Return the hash of an address that was proven before a password code, or before a kiriman."""
    return salted_hmac("warga.KodeCetak.alamat", email.lower(), algorithm="sha256").hexdigest()
