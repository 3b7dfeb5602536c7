"""One paper as a page shows it: sums by source and by bidang, out of its rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from anggaran.bacaan.cocok import sisa
from anggaran.enums import Kelompok
from anggaran.models import AnggaranKampung, BarisAnggaran
from proyek.bacaan.uang import persen_dari
from proyek.enums import SumberDana


@dataclass
class Pos:
    """One line: a source or a bidang, with what stands in it. `proyek` is the rupiah of projects
    that the portal knows, a part of `jumlah` and never added to it."""

    kata: str
    jumlah: int
    dari: int = 0
    rincian: list[BarisAnggaran] = field(default_factory=list)
    proyek: int = 0

    @property
    def persen(self) -> Decimal | None:
        """Return its part of all."""
        return persen_dari(self.jumlah, self.dari)

    @property
    def lain(self) -> int:
        """Return the rupiah that no project of the portal is part of."""
        return max(self.jumlah - self.proyek, 0)

    @property
    def berlebih(self) -> bool:
        """Return whether the projects say more than the budget: somebody has to look."""
        return self.proyek > self.jumlah


@dataclass
class Susunan:
    """A paper with the sums of its rows. A group without a row is None: unknown is not zero."""

    anggaran: AnggaranKampung
    per_kelompok: dict[str, int]
    sumber: list[Pos]
    bidang: list[Pos]
    pembiayaan: list[Pos]

    @property
    def pendapatan(self) -> int | None:
        return self.per_kelompok.get(Kelompok.PENDAPATAN)

    @property
    def belanja(self) -> int | None:
        return self.per_kelompok.get(Kelompok.BELANJA)

    @property
    def penerimaan(self) -> int | None:
        return self.per_kelompok.get(Kelompok.PENERIMAAN)

    @property
    def pengeluaran(self) -> int | None:
        return self.per_kelompok.get(Kelompok.PENGELUARAN)

    @property
    def sisa(self) -> int | None:
        """Return what is left over; None while income or spending is unknown."""
        if self.pendapatan is None or self.belanja is None:
            return None
        return sisa(self.per_kelompok)

    def menurut_bidang(self) -> dict[str, int]:
        """Return the rupiah of each bidang by its word."""
        return {pos.kata: pos.jumlah for pos in self.bidang}

    def menurut_sumber(self) -> dict[str, int]:
        """Return the rupiah of each source by its word."""
        return {pos.kata: pos.jumlah for pos in self.sumber}


def susun(anggaran: AnggaranKampung, baris: Iterable[BarisAnggaran]) -> Susunan:
    """Return the sums of these rows, which are those of the paper."""
    kelompok: dict[str, list[BarisAnggaran]] = defaultdict(list)
    for satu in baris:
        kelompok[satu.kelompok].append(satu)
    biaya = [*kelompok[Kelompok.PENERIMAAN], *kelompok[Kelompok.PENGELUARAN]]
    return Susunan(
        anggaran,
        {nama: sum(b.jumlah for b in isi) for nama, isi in kelompok.items() if isi},
        _pos(kelompok[Kelompok.PENDAPATAN], kata_sumber),
        _pos(kelompok[Kelompok.BELANJA], lambda satu: f"Bidang {satu.bidang}"),
        _pos(biaya, kata_biaya),
    )


def kata_sumber(satu: BarisAnggaran) -> str:
    return str(SumberDana(satu.sumber).label)


def kata_biaya(satu: BarisAnggaran) -> str:
    """Return what a row of financing is called."""
    kata = satu.uraian or (kata_sumber(satu) if satu.sumber else "")
    return f"{satu.get_kelompok_display()}: {kata}" if kata else satu.get_kelompok_display()


def _pos(baris: list[BarisAnggaran], kata: Callable[[BarisAnggaran], str]) -> list[Pos]:
    urut: dict[str, Pos] = {}
    total = sum(satu.jumlah for satu in baris)
    for satu in baris:
        nama = kata(satu)
        pos = urut.setdefault(nama, Pos(nama, 0, total))
        pos.jumlah += satu.jumlah
        pos.rincian.append(satu)
    return list(urut.values())
