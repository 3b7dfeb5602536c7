"""The clock of every thing that waits for a step (`Bertenggat`). Nothing else sets `tenggat`.

Days are working days in WIB (`core.tenggat.hari_kerja`). An app says which step is due and how many
days it has; what that means for the columns stands here. No function saves the row. `libur` are the
days off that count for the row, where the caller read them already or has more than others have.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import TypeVar

from django.db.models import QuerySet

from core.tenggat.bertenggat import Bertenggat
from core.tenggat.hari_kerja import hitung_hari_kerja, libur_antara, tambah_hari_kerja
from core.waktu import hari_ini

B = TypeVar("B", bound=Bertenggat)


def mulai(
    baris: Bertenggat,
    jatah: int | None,
    *,
    awal: dt.date | None = None,
    libur: Collection[dt.date] | None = None,
) -> None:
    """Begin a step that has `jatah` working days, counted from `awal` (today without one); for None
    nothing is due. A new step has no delay yet, and begins at the foot of the ladder."""
    baris.jatah_hari, baris.langkah_mulai, baris.janji = jatah, None, None
    if jatah is not None:
        baris.langkah_mulai = awal or hari_ini()
        baris.janji = tambah_hari_kerja(baris.langkah_mulai, jatah, libur)
    baris.tenggat = baris.janji
    _baru(baris)


def tetapkan(baris: Bertenggat, hari: dt.date) -> None:
    """Begin a step today that is due on a named day. Its days are those between; a caller whose day
    no holiday moves does not count it anew."""
    baris.langkah_mulai = hari_ini()
    baris.jatah_hari = hitung_hari_kerja(baris.langkah_mulai, hari)
    baris.janji = baris.tenggat = hari
    _baru(baris)


def alihkan(baris: Bertenggat, jatah: int | None) -> None:
    """Give the running step other days, from the same start.

    A day that was announced with its reason is a promise, and stays while it is the later one. With
    a new day the ladder begins anew.
    """
    lama, baris.jatah_hari = baris.tenggat, jatah
    hitung_ulang(baris)
    if baris.tenggat != lama:
        _baru(baris)


def geser(baris: Bertenggat, awal: dt.date, *, libur: Collection[dt.date] | None = None) -> None:
    """Let the running step have begun on another day, with the same days; as `alihkan`."""
    lama, baris.langkah_mulai = baris.tenggat, awal
    hitung_ulang(baris, libur=libur)
    if baris.tenggat != lama:
        _baru(baris)


def tunda(baris: Bertenggat, sampai: dt.date, alasan: str) -> None:
    """Announce that the step comes later, and why. The day by which it is measured stays."""
    baris.tenggat, baris.alasan_tertunda = sampai, alasan
    baris.penundaan += 1
    baris.eskalasi = 0


def hitung_ulang(baris: Bertenggat, *, libur: Collection[dt.date] | None = None) -> None:
    """Count the day of the running step anew from its own start. A day that was announced stays, as
    long as it is the later one."""
    if baris.langkah_mulai is None or baris.jatah_hari is None or baris.tenggat is None:
        return
    baris.janji = tambah_hari_kerja(baris.langkah_mulai, baris.jatah_hari, libur)
    dijanjikan = baris.tenggat if baris.alasan_tertunda else baris.janji
    baris.tenggat = max(baris.janji, dijanjikan)


def sisa(baris: Bertenggat) -> int:
    """Return how many working days are left until the due date; 0 when none are."""
    return max(0, hitung_hari_kerja(hari_ini(), baris.tenggat)) if baris.tenggat else 0


def keliru(baris: QuerySet[B], *, lepas: Collection[dt.date] = ()) -> Iterator[QuerySet[B]]:
    """Yield the rows whose day no longer follows from their days, because a holiday came or went;
    together those that share a clock. `lepas` are days that do not count for these rows beside the
    days off, which it reads once."""
    berjalan = baris.filter(jatah_hari__isnull=False)
    jam = list(berjalan.order_by().values_list("langkah_mulai", "jatah_hari", "janji").distinct())
    libur = libur_antara(min(awal for awal, _, _ in jam), None).union(lepas) if jam else frozenset()
    for awal, jatah, hari in jam:
        if tambah_hari_kerja(awal, jatah, libur) != hari:
            yield berjalan.filter(langkah_mulai=awal, jatah_hari=jatah, janji=hari)


def _baru(baris: Bertenggat) -> None:
    baris.alasan_tertunda, baris.eskalasi = "", 0
