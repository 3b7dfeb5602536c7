"""Kode lacak and PIN of a kiriman, both derived from the form's secret one-time key.

They are derived, so that a repeated send shows the same code and PIN although the PIN is not
stored.
"""

import hmac
import re

from django.conf import settings
from django.utils.crypto import salted_hmac

from core.polos import tanpa_hiasan

ALFABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # 32 symbols, without 0 O 1 I
PANJANG_KODE = 10
PANJANG_PIN = 6
_BAGIAN = r"[\W_]?([A-HJ-NP-Z2-9]{%d})"
_BERAWALAN = re.compile(
    r"(?<![A-Z0-9])BR" + "".join(_BAGIAN % n for n in (4, 4, 2)) + r"(?![A-Z0-9])", re.I | re.ASCII
)
# As it is printed, without its BR: "7K4M-92QX-T3".
_BERTANDA = re.compile("-".join(f"([A-HJ-NP-Z2-9]{{{n}}})" for n in (4, 4, 2)), re.I | re.ASCII)


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
    polos = re.sub(r"[^A-Z0-9]", "", tanpa_hiasan(teks).upper())
    if len(polos) == PANJANG_KODE + 2:
        polos = polos.removeprefix("BR")
    if len(polos) != PANJANG_KODE or set(polos) - set(ALFABET):
        return ""
    return polos


def kode_dalam(teks: str) -> str:
    """Return the bare ten symbols of the first kode lacak that stands in `teks` with its BR, or of
    one that is all of it, with its dashes; or ''."""
    ada = _BERAWALAN.search(teks) or _BERTANDA.fullmatch(teks.strip())
    return "".join(ada.groups()).upper() if ada else ""


def tulis_kode(kode: str) -> str:
    """Return the kode as people read it: BR-7K4M-92QX-T3."""
    return f"BR-{kode[:4]}-{kode[4:8]}-{kode[8:]}"


# A code inside other words: with BR before it, or with the dashes that we print.
_KODE = re.compile(
    r"\bBR[-\s.:]{0,3}(\w{4})[-\s]{0,3}(\w{4})[-\s]{0,3}(\w{2})\b|\b(\w{4})-(\w{4})-(\w{2})\b",
    re.ASCII | re.I,
)
_PIN = re.compile(r"(?<![\w-])(\d{3})[-\s]?(\d{3})(?![\w-])", re.ASCII)
_PIN_BERNAMA = re.compile(r"\bpin\b\D{0,12}" + _PIN.pattern, re.ASCII | re.I)
_PIN_SAJA = re.compile(
    r"(?:pin(?:\s+kiriman)?)?[\s:=.,-]*((?:\d[\s-]*){6})[.,;!]*", re.ASCII | re.I
)


def cari_kode(teks: str) -> str:
    """Return the code that a pasted text names, as ten symbols; '' for none, or for two."""
    if utuh := rapikan_kode(teks):
        return utuh
    cocok = _KODE.finditer(tanpa_hiasan(teks))
    semua = {rapikan_kode("".join(filter(None, c.groups()))) for c in cocok} - {""}
    return semua.pop() if len(semua) == 1 else ""


def cari_pin(teks: str) -> str:
    """Return the PIN in what was typed or pasted: "095158.", "PIN: 123 456", or beside its code.

    '' for none, or for two different ones. Nothing is shortened: seven digits are no PIN.
    """
    polos = tanpa_hiasan(teks).strip()
    if saja := _PIN_SAJA.fullmatch(polos):
        return re.sub(r"\D", "", saja[1])
    sisa = _KODE.sub(" ", polos)
    bernama = {a + b for a, b in _PIN_BERNAMA.findall(sisa)}
    semua = bernama or {a + b for a, b in _PIN.findall(sisa)}
    return semua.pop() if len(semua) == 1 else ""


def pin_di_samping(teks: str) -> str:
    """Return the PIN that was pasted beside a code; '' for a code alone."""
    return "" if rapikan_kode(teks) else cari_pin(teks)
