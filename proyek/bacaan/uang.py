"""The known money of one project, added up without inventing zeros."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Jumlah:
    """A sum in rupiah; None when nothing is known. `lengkap`: every source is known."""

    rupiah: int | None
    lengkap: bool


@dataclass(frozen=True)
class Uang:
    """Pagu, received and spent: three different things."""

    anggaran: int | None
    diterima: Jumlah
    dibelanjakan: Jumlah

    @property
    def persen_diterima(self) -> Decimal | None:
        return persen_dari(self.diterima.rupiah, self.anggaran)

    @property
    def persen_dibelanjakan(self) -> Decimal | None:
        return persen_dari(self.dibelanjakan.rupiah, self.anggaran)


def ringkas(dana: Iterable[Any]) -> Uang:
    """Add up sources that carry `pagu`, `diterima` and `dibelanjakan` (see `with_uang`)."""
    baris = list(dana)
    return Uang(
        anggaran=sum(b.pagu for b in baris) if baris else None,
        diterima=_jumlah([b.diterima for b in baris]),
        dibelanjakan=_jumlah([b.dibelanjakan for b in baris]),
    )


def _jumlah(nilai: list[Any]) -> Jumlah:
    diketahui = [n for n in nilai if n is not None]
    return Jumlah(sum(diketahui) if diketahui else None, len(diketahui) == len(nilai))


def persen_dari(bagian: int | None, seluruh: int | None) -> Decimal | None:
    """Return how many percent of `seluruh` this is, with one decimal. None when unknown."""
    if bagian is None or not seluruh:
        return None
    return round(Decimal(bagian) * 100 / seluruh, 1)
