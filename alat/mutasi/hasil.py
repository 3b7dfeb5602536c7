"""The results of mutants, kept as they come, so that a run goes on where it stopped."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from alat.mutasi.mutan import AKAR, Mutan
from alat.mutasi.peta import sidik
from alat.mutasi.pilih import Pemilih

Semua = dict[str, list[Mutan]]
MATI = ("mati", "macet")  # a test failed, or no test came to its end in time


class Catatan:
    """The results of an app, one JSON line each; the last one of a mutant counts."""

    def __init__(self, tempat: Path, pemilih: Pemilih) -> None:
        self.tempat, self.pemilih = tempat, pemilih
        self.isi: dict[str, dict[str, Any]] = {}
        self.baca()

    def baca(self) -> None:
        """Read what other processes wrote."""
        if self.tempat.exists():
            semua = [json.loads(baris) for baris in self.tempat.read_text().splitlines()]
            self.isi = {satu["kunci"]: satu for satu in semua}

    def tambah(self, hasil: dict[str, Any]) -> None:
        """Keep one result."""
        self.isi[hasil["kunci"]] = hasil
        with self.tempat.open("a") as file:
            file.write(json.dumps(hasil) + "\n")

    def nasib(self, mutan: Mutan) -> str:
        """Return "mati", "macet", "hidup", "galat" (could not be swapped in) or "belum"."""
        return str(self.isi.get(mutan.kunci, {}).get("nasib", "belum"))

    def tandai(self, mutan: Mutan) -> None:
        """Note against which tests a mutant survived."""
        if self.nasib(mutan) == "hidup":
            self.tambah(self.isi[mutan.kunci] | {"dengan": self._sidik_uji(mutan)})

    def selesai(self, mutan: Mutan) -> bool:
        """Return whether it need not run again: killed, or survived these very tests."""
        if self.nasib(mutan) == "hidup":
            return bool(self.isi[mutan.kunci].get("dengan") == self._sidik_uji(mutan))
        return self.nasib(mutan) in MATI

    def keterangan(self, mutan: Mutan) -> str:
        """Return how many of the tests chosen for it ran."""
        hasil = self.isi.get(mutan.kunci, {})
        return f"{self.nasib(mutan)}, {hasil.get('uji', 0)} dari {hasil.get('dari', 0)} uji"

    def _sidik_uji(self, mutan: Mutan) -> str:
        pilihan = self.pemilih.untuk(mutan)
        isi = [*sorted(pilihan), *(_sidik(b) for b in sorted({n.split("::")[0] for n in pilihan}))]
        return hashlib.sha256("\n".join(isi).encode()).hexdigest()[:16]


@cache
def _sidik(berkas: str) -> str:
    return sidik(AKAR / berkas)


def laporan(semua: Semua, catatan: Catatan, tempat: Path) -> int:
    """Print the survivors with their diffs and the figures; keep it all; return the exit code."""
    lolos = [m for daftar in semua.values() for m in daftar if catatan.nasib(m) not in MATI]
    isi = "\n".join([*_lolos(lolos, catatan), "", *_jumlah(semua, catatan)])
    tempat.write_text(isi + "\n")
    print(isi)
    return 1 if lolos else 0


def _lolos(lolos: list[Mutan], catatan: Catatan) -> Iterator[str]:
    for satu in lolos:
        yield f"\n{satu.tempat} {satu.fungsi} ({satu.jenis}; {catatan.keterangan(satu)})"
        yield satu.beda((AKAR / satu.berkas).read_text())


def _jumlah(semua: Semua, catatan: Catatan) -> Iterator[str]:
    jumlah: Counter[str] = Counter()
    for berkas, daftar in semua.items():
        satu = Counter(map(catatan.nasib, daftar))
        jumlah += satu
        yield f"{berkas}: {_angka(satu)}"
    yield f"Jumlah: {_angka(jumlah)}"


def _angka(jumlah: Counter[str]) -> str:
    return ", ".join(f"{n} {nasib}" for nasib, n in jumlah.most_common())
