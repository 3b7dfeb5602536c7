"""Slow down guessing and flooding, across processes, and lock nobody out.

**Guessing** (`coba`). There is a counter per thing and place. The thing is the secret that is
guessed (a kode lacak), the place is a truncated address. After `BEBAS` tries from there each
further one costs a pause that doubles up to `JEDA_TERLAMA`. A person who tries from elsewhere is
not slowed down. The right answer forgives everything, and so does a day of rest.

**Flooding** (`tunggu`). An allowance per place and hour (the setting JATAH_PER_JAM). Mobile
carriers put thousands of people behind one address, so the allowance is generous, comes back bit by
bit (60 an hour: one each minute, not sixty after an hour), and a request beyond it waits for
minutes, with everything that was typed. An account with a proven contact has an allowance of its
own, whatever the neighbours do. The desk sees that somebody had to wait.

The table holds fingerprints, never codes or addresses.
"""

import datetime as dt
import ipaddress
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from core.antrean.tugas import DITAHAN, detak
from core.models import Pembatas
from core.waktu import sekarang

BEBAS = 5
JEDA_AWAL = dt.timedelta(seconds=30)
JEDA_TERLAMA = dt.timedelta(minutes=5)
LUPA = dt.timedelta(days=1)
SEDETIK = dt.timedelta(seconds=1)
SEMENIT = dt.timedelta(minutes=1)  # clocks of processes differ by less than this
SEJAM = dt.timedelta(hours=1)

# The try is counted before the answer is looked at, in one statement. So tries that arrive at the
# same moment, in any process, pass one after the other. No row comes back during a pause; where
# there is none, `boleh_lagi` lies far in the past, since clocks of processes differ a little. A
# pause longer than any can be was written under a clock that ran ahead: nothing of it counts.
_COBA = """
INSERT INTO core_pembatas AS p (kunci, jumlah, terakhir, boleh_lagi)
VALUES (%(kunci)s, 1, %(kini)s, %(lupa)s)
ON CONFLICT (kunci) DO UPDATE SET
    jumlah = CASE
        WHEN p.terakhir < %(lupa)s OR p.boleh_lagi > %(mustahil)s THEN 1 ELSE p.jumlah + 1
    END,
    terakhir = %(kini)s,
    boleh_lagi = CASE
        WHEN p.terakhir < %(lupa)s OR p.boleh_lagi > %(mustahil)s THEN %(lupa)s
        WHEN p.jumlah + 1 < %(bebas)s THEN %(lupa)s
        ELSE %(kini)s + LEAST(
            %(terlama)s, %(awal)s * power(2, LEAST(p.jumlah + 1 - %(bebas)s, 20))
        )
    END
WHERE p.boleh_lagi <= %(kini)s OR p.boleh_lagi > %(mustahil)s
RETURNING jumlah
"""

# `boleh_lagi` is the moment by which everything taken so far will have come back; it may lie
# `rentang` ahead, the whole allowance, and no further. A moment further ahead was written under a
# clock that ran ahead, and counts as nothing taken.
_AMBIL = """
INSERT INTO core_pembatas AS p (kunci, jumlah, terakhir, boleh_lagi)
VALUES (%(kunci)s, 1, %(kini)s, %(kini)s + %(lama)s)
ON CONFLICT (kunci) DO UPDATE SET
    jumlah = CASE
        WHEN p.boleh_lagi <= %(kini)s OR p.boleh_lagi > %(mustahil)s THEN 1
        ELSE p.jumlah + 1
    END,
    terakhir = %(kini)s,
    boleh_lagi = %(lama)s + CASE
        WHEN p.boleh_lagi > %(mustahil)s THEN %(kini)s
        ELSE GREATEST(p.boleh_lagi, %(kini)s)
    END
WHERE GREATEST(p.boleh_lagi, %(kini)s) + %(lama)s <= %(kini)s + %(rentang)s
    OR p.boleh_lagi > %(mustahil)s
RETURNING jumlah
"""


def kunci(perihal: str, *bagian: str) -> str:
    """Return the fingerprint of the thing that is limited, for example ("lacak", kode, alamat)."""
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


def coba(sidik: str, *, bebas: int = BEBAS) -> int:
    """Take one try. Return 0, or the seconds to wait when it is not granted now.

    `bebas` tries cost nothing.
    """
    kini = sekarang()
    nilai: dict[str, Any] = {"kunci": sidik, "kini": kini, "lupa": kini - LUPA, "bebas": bebas}
    nilai |= {"awal": JEDA_AWAL, "terlama": JEDA_TERLAMA}
    with connection.cursor() as cursor:
        cursor.execute(_COBA, nilai | {"mustahil": kini + JEDA_TERLAMA + SEMENIT})
        if cursor.fetchone():
            return 0
    baris = Pembatas.objects.filter(kunci=sidik).first()
    # Forgiven between the two statements: the next try will find nothing in its way.
    return max(1, -((kini - baris.boleh_lagi) // SEDETIK)) if baris else 1


def kembalikan(sidik: str) -> None:
    """Give one try back, with the pause it cost, because it was right. Earlier tries stay
    counted."""
    Pembatas.objects.filter(kunci=sidik).update(
        jumlah=Greatest(F("jumlah") - 1, 0), boleh_lagi=sekarang() - LUPA
    )


def tempat(request: HttpRequest) -> str:
    """Return the name of the allowance that a request draws on: an account's or an address's.

    An account has an allowance of its own once its contact is proven: unproven accounts are made as
    fast as kiriman. "" when neither is known. Then nobody is held back: one bucket for all would
    silence all.
    """
    if request.user.is_authenticated and request.user.kontak_terbukti:
        return f"akun {request.user.pk}"
    return alamat(request)


def tunggu(
    perihal: str,
    tempat: str,
    banyak: int = 1,
    *,
    jatah: int = 0,
    rentang: dt.timedelta = SEJAM,
    beri_tahu: bool = True,
) -> int:
    """Take `banyak` of the allowance of a place. Return 0, or the seconds until it is available.

    `jatah` comes back within `rentang` (at most `LUPA`). Without `jatah`, the setting JATAH_PER_JAM
    says how much of `perihal` comes back in an hour. A demand larger than a whole allowance takes
    all of it. `beri_tahu` leaves a sign for the desk when somebody has to wait. Call it outside a
    transaction: others of the same place wait for the row.
    """
    if not tempat:
        return 0
    jatah = jatah or settings.JATAH_PER_JAM[perihal]
    kini, lama = sekarang(), rentang * min(banyak, jatah) / jatah
    sidik = kunci("jatah", perihal, tempat)
    nilai: dict[str, Any] = {"kunci": sidik, "kini": kini, "lama": lama, "rentang": rentang}
    with connection.cursor() as cursor:
        cursor.execute(_AMBIL, nilai | {"mustahil": kini + rentang + SEMENIT})
        if cursor.fetchone():
            return 0
    if beri_tahu:
        detak(DITAHAN)
    baris = Pembatas.objects.filter(kunci=sidik).first()
    return max(1, -((kini + rentang - lama - baris.boleh_lagi) // SEDETIK)) if baris else 1


def beri_kembali(perihal: str, tempat: str, banyak: int) -> None:
    """Give back the part of an allowance that was taken (`tunggu`) and not used."""
    lama = SEJAM * banyak / settings.JATAH_PER_JAM[perihal]
    baris = Pembatas.objects.filter(kunci=kunci("jatah", perihal, tempat))
    baris.update(boleh_lagi=F("boleh_lagi") - lama)


def sebut(detik: int) -> str:
    """Return a pause in words: "40 detik", "3 menit"."""
    return f"{-(-detik // 60)} menit" if detik > 60 else f"{detik} detik"


def lupakan(sidik: str) -> None:
    """Forgive everything: a person who got it right starts anew."""
    Pembatas.objects.filter(kunci=sidik).delete()


def rapikan() -> None:
    """Remove counters that no longer matter, or that a clock ahead of time wrote (a periodic
    job)."""
    kini = sekarang()
    lama = Q(terakhir__lt=kini - LUPA) | Q(terakhir__gt=kini + SEMENIT)
    Pembatas.objects.filter(lama).delete()
