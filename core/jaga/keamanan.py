"""The log of security events: sign-ins, refusals, second factors, codes, rights.

`catat(Kejadian.KODE_DIBERI, akun=warga, oleh=petugas)` writes the event, the account that it is
about (None when nobody knows), the person who did it if that was somebody else, and the truncated
address of the present request. Nothing else is ever written here: no kiriman, no code, no PIN, no
contact and no words, and minutes instead of seconds, so that no row can be matched with the act of
an anonymous sender in the same moment.

A row is part of the caller's transaction. A refusal is written outside of any transaction;
otherwise the rollback would remove it. Rows go after `SIMPAN` days.
"""

import datetime as dt

from allauth.core import context
from django.http import HttpRequest
from django.utils import timezone

from core.jaga import pembatas
from core.jejak.catat import Orang
from core.models import Kejadian, KejadianKeamanan

__all__ = ["SIMPAN", "Kejadian", "catat", "catat_jeda", "rapikan"]

SIMPAN = dt.timedelta(days=180)  # migration 0005 keeps every younger row
JEDA_PER_JAM = 6


def catat(
    kejadian: Kejadian,
    *,
    akun: Orang | None = None,
    oleh: Orang | None = None,
    bertempat: bool = True,
) -> None:
    """Write one event into the log, without its place where the place would tell of a sender."""
    request: HttpRequest | None = context.request
    KejadianKeamanan.objects.create(
        kejadian=kejadian,
        akun_id=akun.pk if akun else None,
        peran=akun.peran if akun else "",
        oleh_id=oleh.pk if oleh else None,
        tempat=pembatas.alamat(request) if request and bertempat else "",
    )


def catat_jeda(sidik: str, *, akun: Orang | None = None) -> None:
    """Write that somebody has to wait: a few times an hour, however often they try."""
    if not pembatas.tunggu("catat_jeda", sidik, jatah=JEDA_PER_JAM, beri_tahu=False):
        catat(Kejadian.DIJEDA, akun=akun)


def rapikan() -> None:
    """Remove old rows (a periodic job)."""
    KejadianKeamanan.objects.filter(waktu__lt=timezone.now() - SIMPAN).delete()
