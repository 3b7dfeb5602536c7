"""The line where the money ends, per source of money.

Rows are counted in their order. Nothing here is a budget: it is the money that is expected, against
estimates of costs.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.templatetags.bentuk import rupiah
from proyek.enums import SumberDana
from rencana.models import BarisRencana


@dataclass(frozen=True)
class Sumber:
    """One source: its expected money (None while unknown), and what the rows ask of it."""

    nama: str
    uang: int | None
    diminta: int
    banyak: int

    @property
    def kata(self) -> str:
        """Return whether it is enough, in a sentence."""
        if self.uang is None:
            return "Belum diketahui berapa, jadi batasnya belum dapat digambar."
        if self.diminta <= self.uang:
            return f"Cukup untuk semua barisnya; sisa {rupiah(self.uang - self.diminta)}."
        return f"Kurang {rupiah(self.diminta - self.uang)} untuk semua barisnya."


def per_sumber(baris: Sequence[BarisRencana], uang: Mapping[str, int | None]) -> list[Sumber]:
    """Return each source that has expected money, or rows."""
    diminta: dict[str, int] = defaultdict(int)
    banyak: dict[str, int] = defaultdict(int)
    for satu in baris:
        diminta[satu.sumber] += satu.perkiraan
        banyak[satu.sumber] += 1
    return [
        Sumber(str(sumber.label), uang.get(sumber), diminta[sumber], banyak[sumber])
        for sumber in SumberDana
        if sumber in uang or banyak[sumber]
    ]


def batas(baris: Sequence[BarisRencana], uang: Mapping[str, int | None]) -> dict[int, str]:
    """Return, by the key of the row before which it stands, the sentence of each line: from there
    on the money of its source is no longer enough. A source whose money nobody knows has none."""
    dipakai: dict[str, int] = defaultdict(int)
    garis: dict[int, str] = {}
    habis: set[str] = set()
    for satu in baris:
        dipakai[satu.sumber] += satu.perkiraan
        ada = uang.get(satu.sumber)
        if ada is None or satu.sumber in habis or dipakai[satu.sumber] <= ada:
            continue
        habis.add(satu.sumber)
        nama = SumberDana(satu.sumber).label
        garis[satu.pk] = f"Sampai di sini uang {nama} yang diperkirakan: {rupiah(ada)}."
    return garis


def di_bawah(baris: Sequence[BarisRencana], garis: Mapping[int, str]) -> set[int]:
    """Return the keys of the rows under the line of their source."""
    lewat: set[str] = set()
    bawah: set[int] = set()
    for satu in baris:
        if satu.pk in garis:
            lewat.add(satu.sumber)
        if satu.sumber in lewat:
            bawah.add(satu.pk)
    return bawah
