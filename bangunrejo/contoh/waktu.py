"""Dates of the story, moved by whole weeks so that weekdays stay true."""

import datetime as dt

from django.utils import timezone

from core.tenggat.hari_kerja import SABTU, SEHARI, tambah_hari_kerja

# The day on which the story was written; its dates are told relative to it. It is loaded nought to
# six days after its moved day, so each of its promises must hold for a whole week.
HARI_TULIS = dt.date(2026, 11, 24)


class Kalender:
    """Turns the dates of the story into dates near `hari_ini`."""

    def __init__(self, hari_ini: dt.date) -> None:
        self.hari_ini = hari_ini
        self.geser = dt.timedelta(weeks=(hari_ini - HARI_TULIS).days // 7)

    def tanggal(self, teks: str) -> dt.date:
        """Return the moved date of "2026-07-06"."""
        return dt.date.fromisoformat(teks) + self.geser

    def saat(self, teks: str, jam: int = 9, menit: int = 0) -> dt.datetime:
        """Return the moved date at that hour in WIB, aware."""
        return timezone.make_aware(dt.datetime.combine(self.tanggal(teks), dt.time(jam, menit)))

    def hari_langkah(self, sesudah: dt.date, banyak: int) -> list[dt.date]:
        """Return the next `banyak` working days, on which officials act one step each.

        When holidays (Lebaran) push the last one beyond yesterday, the steps fall on plain
        weekdays instead: the story may not act tomorrow.
        """
        kerja = [tambah_hari_kerja(sesudah, n) for n in range(1, banyak + 1)]
        if not kerja or kerja[-1] < self.hari_ini:
            return kerja
        return _hari_biasa(sesudah, banyak)


def _hari_biasa(sesudah: dt.date, banyak: int) -> list[dt.date]:
    """Return the next `banyak` days from Monday to Friday, holidays or not."""
    hasil: list[dt.date] = []
    while len(hasil) < banyak:
        sesudah += SEHARI
        hasil += [sesudah] * (sesudah.weekday() < SABTU)
    return hasil
