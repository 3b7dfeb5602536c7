"""Which kiriman this browser is signed to: `session["kiriman"]` = {acuan hex: expiry}.

Signed by having just sent it, or by its code and PIN; for an hour, then the PIN is asked
again. The expiry is a POSIX timestamp in seconds.
"""

import datetime as dt
from typing import TYPE_CHECKING, Any

from core.waktu import sekarang

if TYPE_CHECKING:
    from aspirasi.models import Aspirasi

KUNCI = "kiriman"
LAMA = dt.timedelta(hours=1)


def acuan_tercatat(request: Any) -> list[str]:
    """Return the acuan (hex) of the kiriman that this browser is signed to now."""
    kini = sekarang().timestamp()
    return [acuan for acuan, sampai in request.session.get(KUNCI, {}).items() if sampai > kini]


def catat(request: Any, aspirasi: "Aspirasi") -> None:
    """Sign this browser to a kiriman for an hour; what has expired is dropped."""
    berlaku = request.session.get(KUNCI, {})
    masih = {acuan: berlaku[acuan] for acuan in acuan_tercatat(request)}
    sampai = int((sekarang() + LAMA).timestamp())
    request.session[KUNCI] = masih | {aspirasi.acuan.hex: sampai}


def lupakan(request: Any) -> None:
    """Sign this browser off from every kiriman."""
    request.session.pop(KUNCI, None)
