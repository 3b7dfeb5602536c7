"""The clock of the domain: what "now" and "today" are, in one place.

The demonstration lets a story of months unfold through the real services and sets the clock with
`pada`. Tests stand on one day: the setting GESER_JAM moves their clock there, and it goes on from
there in every thread and process. Outside of tests GESER_JAM is nought: the true time.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import timezone

_jam: ContextVar[dt.datetime | None] = ContextVar("jam", default=None)


def sekarang() -> dt.datetime:
    """Return the present moment, aware."""
    return _jam.get() or timezone.now() + settings.GESER_JAM


def hari_ini() -> dt.date:
    """Return today's date in WIB."""
    return timezone.localdate(sekarang())


def awal_hari(hari: dt.date) -> dt.datetime:
    """Return the first moment of a day (WIB), aware."""
    return timezone.make_aware(dt.datetime.combine(hari, dt.time.min))


def akhir_bulan(hari: dt.date) -> dt.date:
    """Return the last day of the month of this day."""
    return hari.replace(day=calendar.monthrange(hari.year, hari.month)[1])


@contextmanager
def pada(saat: dt.datetime) -> Iterator[None]:
    """Let the domain believe that it is `saat` (aware) within the block."""
    tanda = _jam.set(saat)
    try:
        yield
    finally:
        _jam.reset(tanda)
