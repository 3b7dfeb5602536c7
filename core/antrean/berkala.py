"""Periodic jobs, declared as data in the setting TUGAS_BERKALA.

An entry is (name, dotted path, when): a `timedelta` for "every …" (counted from the
epoch) or a `time` for "daily at …" in WIB; nothing rarer than a week. A turn is queued
under the key "berkala:<name>:<turn>", which is unique: however many workers look, a turn
runs once, and after a downtime only the last missed turn is made up for.
"""

import datetime as dt

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from core.antrean.tugas import AWALAN_BERKALA, antre


def jadwalkan() -> None:
    """Queue the present turn of every periodic job, unless it already was."""
    kini = timezone.now()
    daftar: list[tuple[str, str, dt.timedelta | dt.time]] = settings.TUGAS_BERKALA
    for nama, fungsi, kapan in daftar:
        antre(fungsi, kunci=f"{AWALAN_BERKALA}{nama}:{giliran(kapan, kini):%Y-%m-%dT%H:%M:%SZ}")


def giliran(kapan: dt.timedelta | dt.time, kini: dt.datetime) -> dt.datetime:
    """Return the last moment up to `kini` at which the job was due, in UTC."""
    if isinstance(kapan, dt.timedelta):
        awal = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
        return awal + (kini - awal) // kapan * kapan
    hari_ini = timezone.localtime(kini).date()
    jatuh = timezone.make_aware(dt.datetime.combine(hari_ini, kapan))
    if jatuh > kini:
        jatuh -= dt.timedelta(days=1)  # WIB knows no summer time
    return jatuh.astimezone(dt.UTC)


def bersihkan_sesi() -> None:
    """Remove expired sessions (a periodic job)."""
    call_command("clearsessions")
