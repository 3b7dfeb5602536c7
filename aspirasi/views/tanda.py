"""The kiriman that this browser is signed to: `session["kiriman"]` = {acuan hex: [expiry, PIN]}.

A browser is signed to it because it was just sent there, or by code and PIN. After an hour the PIN
is asked again. The expiry is a POSIX timestamp in seconds. The session keeps the start of the PIN's
stored hash, so that a page that was opened with an old PIN closes when a new one is made.

An offer of help (`mitra`) has an `acuan`, a code and a PIN of the same kind, and stands here too.

`session["kiriman_dikenal"]` outlives the hour: fingerprints of the codes that this browser has
opened. They open nothing; they only spare this browser the pause of a code at which others guess.
"""

import datetime as dt
from typing import Any

from django.db.models import Q
from django.utils.crypto import salted_hmac

from core.waktu import sekarang

KUNCI, DIKENAL = "kiriman", "kiriman_dikenal"
DIKENAL_TERBANYAK = 20
LAMA = dt.timedelta(hours=1)
PANJANG_TANDA = 16
Berpin = Any  # a kiriman, or another thing with `acuan`, `kode` and `pin_hash`


def syarat(request: Any) -> Q:
    """Return the condition for the kiriman that this browser is signed to now."""
    hasil = Q(pk__in=[])
    for acuan, (_, tanda) in _berlaku(request).items():
        hasil |= Q(acuan=acuan, pin_hash__startswith=tanda)
    return hasil


def tercatat(request: Any, aspirasi: Berpin) -> bool:
    """Return whether this browser is signed to this kiriman, with the PIN that counts now."""
    _, tanda = _berlaku(request).get(aspirasi.acuan.hex, (0, None))
    return tanda is not None and aspirasi.pin_hash.startswith(tanda)


def catat(request: Any, aspirasi: Berpin) -> None:
    """Sign this browser to a kiriman for an hour, and drop expired entries.

    The session gets a new name, here and in `lupakan`: a cookie that was copied from a shared phone
    opens nothing later.
    """
    sampai = int((sekarang() + LAMA).timestamp())
    tanda = aspirasi.pin_hash[:PANJANG_TANDA]
    request.session[KUNCI] = _berlaku(request) | {aspirasi.acuan.hex: [sampai, tanda]}
    lama = [s for s in request.session.get(DIKENAL, []) if s != _sidik(aspirasi.kode)]
    request.session[DIKENAL] = [*lama, _sidik(aspirasi.kode)][-DIKENAL_TERBANYAK:]
    request.session.cycle_key()


def dikenal(request: Any, kode: str) -> bool:
    """Return whether this browser has opened the kiriman of this code before."""
    return _sidik(kode) in request.session.get(DIKENAL, [])


def lupakan(request: Any) -> None:
    """Sign this browser off from every kiriman."""
    request.session.pop(KUNCI, None)
    request.session.pop(DIKENAL, None)
    request.session.cycle_key()


def _sidik(kode: str) -> str:
    return salted_hmac("aspirasi.dikenal", kode, algorithm="sha256").hexdigest()[:PANJANG_TANDA]


def _berlaku(request: Any) -> dict[str, list[Any]]:
    kini = sekarang().timestamp()
    catatan = request.session.get(KUNCI, {})
    return {acuan: isi for acuan, isi in catatan.items() if _masih(isi, kini)}


def _masih(isi: Any, kini: float) -> bool:
    return isinstance(isi, list) and isi[0] > kini
