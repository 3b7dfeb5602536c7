"""The day of the tests: the clock of the domain starts there and goes on.

`HARI_UJI=2028-02-29` (or with an hour, `2026-12-31T23:58`, WIB) moves the whole run to another
day, and `HARI_UJI=sungguh` to the true one. The queue, sessions, seals and codes of second
factors read the true clock anyway (docs/keputusan/0002-jam-domain.md).
"""

import datetime as dt

from django.utils import timezone

HARI_BAKU = "2026-11-24"  # a Tuesday without a holiday near
JAM_BAKU = dt.time(9)
WIB = dt.timezone(dt.timedelta(hours=7))

# In these files and classes the domain reads the true clock, too: each looks at moments of the
# machinery (true) and of the domain together.
JAM_SUNGGUH = {
    "core/test_segel.py": "the trail's moments are compared with those of the database",
    "rumah/test_jaga_jejak.py": "the same, by the nightly check",
    "meja/test_beranda.py::TestMachinery": "the panel tells of heartbeats in days from today",
}


def geser(hari: str | None) -> float:
    """Return the seconds from now to the start of that day of the tests."""
    if hari == "sungguh":
        return 0.0
    saat = dt.datetime.fromisoformat(hari or HARI_BAKU)
    if "T" not in (hari or ""):
        saat = dt.datetime.combine(saat, JAM_BAKU)
    return (saat.replace(tzinfo=WIB) - dt.datetime.now(WIB)).total_seconds()


def baca_sungguh(nama: str) -> bool:
    """Say whether the test of that name (`tests/core/…::test_…`) reads the true clock."""
    return nama.removeprefix("tests/").startswith(tuple(JAM_SUNGGUH))


def saat(tanggal: str, jam: int = 9, menit: int = 0) -> dt.datetime:
    """A moment in WIB: "2026-03-16"."""
    return timezone.make_aware(
        dt.datetime.combine(dt.date.fromisoformat(tanggal), dt.time(jam, menit))
    )
