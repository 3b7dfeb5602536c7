"""Tells two nights before the story is loaded: the figures of every kampung that were kept then.

The page of all kampung compares today with the week before, from the first day of the story on.
"""

import datetime as dt
from collections.abc import Iterator

from bangunrejo.contoh.data import DataKiriman
from bangunrejo.contoh.waktu import Kalender
from core.waktu import awal_hari, pada
from meja.services import ringkasan

# Days before the loading. A row up to three days older than a week serves the page, so these two do
# until the portal has kept a week of its own.
MALAM = (7, 3)
LARUT = dt.timedelta(hours=23)


def per_malam(
    semua: list[DataKiriman], kalender: Kalender
) -> Iterator[tuple[list[DataKiriman], dt.date | None]]:
    """Yield the kiriman that came until each night, with that night; then the others with None.
    What became of a kiriman later is told with it, so a night may know of its answer too early."""
    sisa = semua
    for mundur in MALAM:
        malam = kalender.hari_ini - dt.timedelta(days=mundur)
        sudah = [satu for satu in sisa if kalender.tanggal(satu.kirim) <= malam]
        sisa = [satu for satu in sisa if satu not in sudah]
        yield sudah, malam
    yield sisa, None


def catat(malam: dt.date) -> None:
    """Keep the figures as the portal does late on that day."""
    with pada(awal_hari(malam) + LARUT):
        ringkasan.catat()
