"""The days as on which the tests load the demonstration.

Two by default, and all of `SAPUAN` with `SAPU_HARI=1` (`make hari`): some two minutes more.
"""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from bangunrejo.contoh import cerita_cek, cerita_laporan, cerita_suara
from core.berkas.simpan import simpan_jadi
from core.gambar.olah import FotoJadi
from core.models import Berkas
from core.waktu import pada

HARI_UJI = "hari uji"  # the day that the tests stand on
WIB = dt.timezone(dt.timedelta(hours=7))
# The last day of the story's week, with Lebaran (10 and 11 March, and days off around it)
# before it. The photos are drawn on the first day alone.
SELALU = (HARI_UJI, "2027-03-15")
SAPUAN = (
    *SELALU,
    *(f"2026-12-{hari:02}" for hari in range(1, 8)),  # each day of the week
    *(f"2027-03-{hari:02}" for hari in range(5, 23)),  # Lebaran
    *("2026-11-30", "2026-12-31", "2027-01-01", "2027-01-31", "2027-02-28", "2027-03-31"),
    *(
        "2027-04-30",
        "2027-05-31",
        "2027-12-31",
        "2028-01-01",
        "2028-02-29",
        "2028-03-01",
        "2029-02-28",
    ),
)
SETIAP = [dt.date(2026, 11, 1) + dt.timedelta(days=n) for n in range(3 * 366)]
SEKITAR_LEBARAN = [dt.date(2027, 3, 1) + dt.timedelta(days=n) for n in range(35)]


def _satu_bita(*_: object) -> Berkas:
    return simpan_jadi(FotoJadi(besar=b"x", kecil=b"x", lebar=4, tinggi=3))


TANPA_FOTO = {"foto_contoh": lambda *_: None, "simpan_foto": _satu_bita}


def dimuat() -> list[str]:
    """Return the days of this run, each once."""
    return list(dict.fromkeys(SAPUAN if os.environ.get("SAPU_HARI") else SELALU))


@contextmanager
def dimuat_pada(hari: str) -> Iterator[None]:
    """Stand on the morning of that day; photos are one byte but on the day of the tests."""
    if hari == HARI_UJI:
        yield
        return
    pagi = dt.datetime.combine(dt.date.fromisoformat(hari), dt.time(8), WIB)
    with ExitStack() as semua:
        for modul in (cerita_cek, cerita_laporan, cerita_suara):
            semua.enter_context(patch.multiple(modul, **TANPA_FOTO))
        semua.enter_context(pada(pagi))
        yield
