"""The clock of the domain: what "now" and "today" are, in one place.

The demonstration lets a story of months unfold through the real services, and tests stand
on a chosen day; both set the clock with `pada`. Everyone else reads the true time.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_jam: ContextVar[dt.datetime | None] = ContextVar("jam", default=None)


def sekarang() -> dt.datetime:
    """Return the present moment, aware."""
    return _jam.get() or timezone.now()


def hari_ini() -> dt.date:
    """Return today's date in WIB."""
    return timezone.localdate(sekarang())


@contextmanager
def pada(saat: dt.datetime) -> Iterator[None]:
    """Let the domain believe that it is `saat` (aware) within the block."""
    tanda = _jam.set(saat)
    try:
        yield
    finally:
        _jam.reset(tanda)
