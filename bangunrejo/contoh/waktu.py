"""Dates of the story, moved by whole weeks so that weekdays stay true."""

import datetime as dt

from django.utils import timezone

# The day on which the story was written; its dates are told relative to it.
HARI_TULIS = dt.date(2026, 11, 24)


class Kalender:
    """Turns the dates of the story into dates near `hari_ini`."""

    def __init__(self, hari_ini: dt.date) -> None:
        self.geser = dt.timedelta(weeks=(hari_ini - HARI_TULIS).days // 7)

    def tanggal(self, teks: str) -> dt.date:
        """Return the moved date of "2026-07-06"."""
        return dt.date.fromisoformat(teks) + self.geser

    def saat(self, teks: str, jam: int = 9, menit: int = 0) -> dt.datetime:
        """Return the moved date at that hour in WIB, aware."""
        return timezone.make_aware(dt.datetime.combine(self.tanggal(teks), dt.time(jam, menit)))
