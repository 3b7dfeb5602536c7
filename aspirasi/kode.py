"""Kode lacak and PIN of a kiriman, both derived from the form's secret one-time key.

They are derived, so that a repeated send shows the same code and PIN although the PIN is not
stored.
"""

import hmac
import re

from django.conf import settings
from django.utils.crypto import salted_hmac

ALFABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # 32 symbols, without 0 O 1 I
PANJANG_KODE = 10
PANJANG_PIN = 6
_BAGIAN = r"[\W_]?([A-HJ-NP-Z2-9]{%d})"
_BERAWALAN = re.compile(
    r"(?<![A-Z0-9])BR" + "".join(_BAGIAN % n for n in (4, 4, 2)) + r"(?![A-Z0-9])", re.I | re.ASCII
)


def kode_dari(kunci: str) -> str:
    """Return the ten symbols of the kode lacak: 50 bits of an HMAC of the key."""
    angka = int.from_bytes(_turunan("kode", kunci)[:8], "big") >> 14
    return "".join(ALFABET[(angka >> (5 * i)) & 31] for i in range(PANJANG_KODE))


def pin_dari(kunci: str) -> str:
    """Return the six digits of the PIN, from an HMAC of the key."""
    angka = int.from_bytes(_turunan("pin", kunci)[:8], "big")
    return f"{angka % 10**PANJANG_PIN:0{PANJANG_PIN}d}"


def _turunan(untuk: str, kunci: str) -> bytes:
    return salted_hmac(f"aspirasi.{untuk}", kunci, algorithm="sha256").digest()


def sidik_pin(pin: str, kode: str, *, rahasia: str | None = None) -> str:
    """Return the hash that is stored of a PIN: an HMAC bound to its kode and the server's key."""
    return salted_hmac(
        "aspirasi.pin_hash", f"{kode}:{pin}", secret=rahasia, algorithm="sha256"
    ).hexdigest()


def pin_cocok(pin: str, kode: str, pin_hash: str) -> bool:
    """Return whether the PIN belongs to the kode. Older keys of the server still count."""
    kunci = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    sidik = (sidik_pin(pin, kode, rahasia=k) for k in kunci)
    return any(hmac.compare_digest(s, pin_hash) for s in sidik)


def pin_pertama_berlaku(kunci: str, kode: str, pin_hash: str) -> bool:
    """Return whether the PIN that derives from the form's key is the one that opens it.

    After a new PIN (`aspirasi.services.pin`), the key of the form opens nothing.
    """
    return pin_cocok(pin_dari(kunci), kode, pin_hash)


def rapikan_kode(teks: str) -> str:
    """Return the bare ten symbols of what a person typed, or '' if it cannot be a kode.

    Spaces, dashes and case do not matter, the leading BR may be left out.
    """
    polos = re.sub(r"[^A-Z0-9]", "", teks.upper())
    if len(polos) == PANJANG_KODE + 2:
        polos = polos.removeprefix("BR")
    if len(polos) != PANJANG_KODE or set(polos) - set(ALFABET):
        return ""
    return polos


def kode_dalam(teks: str) -> str:
    """Return the bare ten symbols of the first kode lacak that stands in `teks` with its BR, or
    ''."""
    ada = _BERAWALAN.search(teks)
    return "".join(ada.groups()).upper() if ada else ""


def tulis_kode(kode: str) -> str:
    """Return the kode as people read it: BR-7K4M-92QX-T3."""
    return f"BR-{kode[:4]}-{kode[4:8]}-{kode[8:]}"
