"""Slow down guessing, across processes, and lock nobody out.

A counter per thing and place: the thing is what is guessed at (a kode lacak), the place a
truncated address. After `BEBAS` tries from there each further one costs a pause that
doubles up to `JEDA_TERLAMA`. Whoever tries from elsewhere is not slowed down, the right
answer forgives everything, and so does a day of rest. The table holds fingerprints, never
codes or addresses.
"""

import datetime as dt
import ipaddress
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from core.models import Pembatas
from core.waktu import sekarang

BEBAS = 5
JEDA_AWAL = dt.timedelta(seconds=30)
JEDA_TERLAMA = dt.timedelta(minutes=5)
LUPA = dt.timedelta(days=1)
SEDETIK = dt.timedelta(seconds=1)

# Counted before the answer is looked at, in one statement: tries that arrive at the same
# moment, in any process, pass one after the other. No row comes back during a pause; where
# there is none, `boleh_lagi` lies far in the past, since clocks of processes differ a little.
_COBA = """
INSERT INTO core_pembatas AS p (kunci, jumlah, terakhir, boleh_lagi)
VALUES (%(kunci)s, 1, %(kini)s, %(lupa)s)
ON CONFLICT (kunci) DO UPDATE SET
    jumlah = CASE WHEN p.terakhir < %(lupa)s THEN 1 ELSE p.jumlah + 1 END,
    terakhir = %(kini)s,
    boleh_lagi = CASE
        WHEN p.terakhir < %(lupa)s OR p.jumlah + 1 < %(bebas)s THEN %(lupa)s
        ELSE %(kini)s + LEAST(
            %(terlama)s, %(awal)s * power(2, LEAST(p.jumlah + 1 - %(bebas)s, 20))
        )
    END
WHERE p.boleh_lagi <= %(kini)s
RETURNING jumlah
"""


def kunci(perihal: str, *bagian: str) -> str:
    """Return the fingerprint of what is limited, for example ("lacak", kode, alamat)."""
    return salted_hmac(f"core.pembatas.{perihal}", "|".join(bagian), algorithm="sha256").hexdigest()


def alamat(request: HttpRequest) -> str:
    """Return the truncated address of a request: IPv4 /24, IPv6 /48, "" when unknown."""
    try:
        penuh = ipaddress.ip_address(get_adapter().get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""
    penuh = getattr(penuh, "ipv4_mapped", None) or penuh
    panjang = 24 if penuh.version == 4 else 48
    return str(ipaddress.ip_network(f"{penuh}/{panjang}", strict=False).network_address)


def coba(sidik: str) -> int:
    """Take one try; return 0, or the seconds still to wait when it is not granted now."""
    kini = sekarang()
    nilai: dict[str, Any] = {"kunci": sidik, "kini": kini, "lupa": kini - LUPA, "bebas": BEBAS}
    with connection.cursor() as cursor:
        cursor.execute(_COBA, nilai | {"awal": JEDA_AWAL, "terlama": JEDA_TERLAMA})
        if cursor.fetchone():
            return 0
    baris = Pembatas.objects.filter(kunci=sidik).first()
    # Forgiven between the two statements: the next try will find nothing in its way.
    return max(1, -((kini - baris.boleh_lagi) // SEDETIK)) if baris else 1


def lupakan(sidik: str) -> None:
    """Forgive everything: whoever got it right starts anew."""
    Pembatas.objects.filter(kunci=sidik).delete()


def rapikan() -> None:
    """Remove counters that no longer matter (a periodic job)."""
    Pembatas.objects.filter(terakhir__lt=sekarang() - LUPA).delete()
