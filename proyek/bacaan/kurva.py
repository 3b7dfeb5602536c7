"""Plan and work as a drawn curve (kurva S): numbers for an SVG without any style."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import date_format

Titik = tuple[dt.date, Decimal]
LEBAR, TINGGI = 340, 230  # px of the drawing: one to one on the smallest phone
KIRI, KANAN, ATAS, BAWAH = 52, 12, 28, 32
KISI = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Kurva:
    """Everything that the template draws, in px. `kini` is the x of today, None outside the
    drawing."""

    lebar: int
    tinggi: int
    rencana: str
    nyata: str
    bulatan: list[tuple[int, int]]
    kisi: list[tuple[int, int]]
    kiri: int
    kanan: int
    dasar: int
    atas: int
    kini: int | None
    kini_di: str
    awal: str
    akhir: str


def lukis(rencana: Sequence[Titik], nyata: Sequence[Titik], hari: dt.date) -> Kurva:
    """Return the drawing of a plan of at least two points, and of the reports."""
    awal = min(h for h, _ in (*rencana, *nyata))
    akhir = max(h for h, _ in (*rencana, *nyata))
    skala = Skala(awal, akhir)
    kini = skala.x(hari) if awal <= hari <= akhir else None
    return Kurva(
        lebar=LEBAR,
        tinggi=TINGGI,
        rencana=_garis(skala, rencana),
        nyata=_garis(skala, _sejak_awal(rencana, nyata)),
        bulatan=[(skala.x(h), skala.y(p)) for h, p in nyata],
        kisi=[(n, skala.y(Decimal(n))) for n in KISI],
        kiri=KIRI,
        kanan=LEBAR - KANAN,
        dasar=TINGGI - BAWAH,
        atas=ATAS,
        kini=kini,
        kini_di=_jangkar(kini),
        awal=date_format(awal, "j M Y"),
        akhir=date_format(akhir, "j M Y"),
    )


@dataclass(frozen=True)
class Skala:
    """Days and percent to whole px."""

    awal: dt.date
    akhir: dt.date

    def x(self, hari: dt.date) -> int:
        seluruh = max((self.akhir - self.awal).days, 1)
        return KIRI + round((LEBAR - KIRI - KANAN) * (hari - self.awal).days / seluruh)

    def y(self, persen: Decimal) -> int:
        return ATAS + round((TINGGI - ATAS - BAWAH) * (100 - float(persen)) / 100)


def _sejak_awal(rencana: Sequence[Titik], nyata: Sequence[Titik]) -> list[Titik]:
    """Return the reports with the empty beginning before them, where it lies before the first."""
    if nyata and rencana[0][0] < nyata[0][0]:
        return [(rencana[0][0], Decimal(0)), *nyata]
    return list(nyata)


def _garis(skala: Skala, titik: Sequence[Titik]) -> str:
    return " ".join(f"{skala.x(h)} {skala.y(p)}" for h, p in titik)


def _jangkar(x: int | None) -> str:
    """Return how the words at a line are anchored, so that they stay inside the drawing."""
    if x is None or KIRI + 36 <= x <= LEBAR - KANAN - 36:
        return "middle"
    return "start" if x < KIRI + 36 else "end"
