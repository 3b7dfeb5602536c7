"""The money of each source as a bar: how much, how much was drawn, spent, and is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

PANJANG = 1000  # px of the drawing: the longest bar


@dataclass(frozen=True)
class Batang:
    """One source: its rupiah (None where unknown), and the length of each part in px."""

    nama: str
    anggaran: int
    dicairkan: int | None
    dibelanjakan: int | None
    lebar: int
    lebar_cair: int
    lebar_belanja: int

    @property
    def sisa(self) -> int | None:
        """Return what is not spent yet; None where spending is not known."""
        return None if self.dibelanjakan is None else self.anggaran - self.dibelanjakan


def batang(sumber: Iterable[Any]) -> list[Batang]:
    """Return a bar for each source, as long as its money beside the largest. Sources were read with
    their totals (`with_uang`)."""
    semua = [
        (str(s), s.pagu, s.jumlah.sudah_dicairkan, s.jumlah.sudah_dibelanjakan) for s in sumber
    ]
    terbesar = max((pagu for _, pagu, _, _ in semua), default=0) or 1

    def px(rupiah: int | None) -> int:
        return round(PANJANG * (rupiah or 0) / terbesar)

    return [
        Batang(nama, pagu, cair, belanja, px(pagu), px(cair), px(belanja))
        for nama, pagu, cair, belanja in semua
    ]
