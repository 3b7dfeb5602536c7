"""One mutant: where it is, what stands there instead, and which functions it changes."""

import ast
import difflib
import hashlib
import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import CodeType

from poodle.data_types import FileMutation

from alat.mutasi.mutator import mutasi

AKAR = Path(os.environ.get("MUTASI_AKAR") or Path(__file__).resolve().parents[2])
FUNGSI = 0x1  # CO_OPTIMIZED: a function's code; that of modules and classes runs at import
LANGSUNG = ("<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>")
Jalur = tuple[str, int]  # qualified name and first line


@dataclass(frozen=True)
class Mutan:
    """A mutant of one file; `kunci` stays the same while its function does."""

    berkas: str
    baris: int
    fungsi: str
    jenis: str
    awal: int
    akhir: int
    teks: str
    kunci: str
    saat_impor: bool

    @property
    def tempat(self) -> str:
        """Return file and line."""
        return f"{self.berkas}:{self.baris}"

    @property
    def tempat_fungsi(self) -> str:
        """Return file and function."""
        return f"{self.berkas}::{self.fungsi}"

    def sumber(self, asal: str) -> str:
        """Return the source with the mutation in it; the places are bytes, as in `ast`."""
        byte = asal.encode()
        return (byte[: self.awal] + self.teks.encode() + byte[self.akhir :]).decode()

    def beda(self, asal: str) -> str:
        """Return the changed lines as a diff, without its head."""
        baris = difflib.unified_diff(
            asal.splitlines(), self.sumber(asal).splitlines(), lineterm="", n=1
        )
        return "\n".join(list(baris)[3:])


def mutan(berkas: str, asal: str) -> list[Mutan]:
    """Return the mutants of a file, each once, in the order of its lines."""
    pembaca = _Pembaca(berkas, asal)
    hasil = {m.kunci: m for satu in mutasi(asal) if (m := pembaca.mutan(satu))}
    return sorted(hasil.values(), key=lambda m: (m.baris, m.awal, m.teks))


class _Pembaca:
    """Turn mutations of one file into mutants."""

    def __init__(self, berkas: str, asal: str) -> None:
        self.berkas, self.asal = berkas, asal
        self.pohon, self.kode = ast.parse(asal), kompilasi(asal, berkas)
        self.awal_baris = [0]
        for baris in asal.encode().splitlines(keepends=True):
            self.awal_baris.append(self.awal_baris[-1] + len(baris))

    def mutan(self, satu: FileMutation) -> Mutan | None:
        """Return the mutant; None when it is no Python or says what the original says."""
        awal = self.awal_baris[satu.lineno - 1] + satu.col_offset
        akhir = self.awal_baris[satu.end_lineno - 1] + satu.end_col_offset
        nama, isi, mulai = self._sekitar(satu.lineno)
        tanda = [self.berkas, nama, isi, awal - self.awal_baris[mulai - 1], akhir - awal, satu.text]
        kunci = hashlib.sha256("\0".join(map(str, tanda)).encode()).hexdigest()[:20]
        hasil = Mutan(
            self.berkas, satu.lineno, nama, satu.mutator_name, awal, akhir, satu.text, kunci, False
        )
        beda = self._beda(hasil)
        return replace(hasil, saat_impor=beda is None) if beda != {} else None

    def _beda(self, mutan: Mutan) -> dict[Jalur, CodeType] | None:
        try:
            return perubahan(self.kode, kompilasi(mutan.sumber(self.asal), self.berkas))
        except (SyntaxError, ValueError):
            return {}

    def _sekitar(self, baris: int) -> tuple[str, str, int]:
        """Return name, source and first line of the outermost statement around this line."""
        for node in self.pohon.body:
            hias = getattr(node, "decorator_list", [])
            mulai = min([node.lineno, *(h.lineno for h in hias)])
            if mulai <= baris <= (node.end_lineno or node.lineno):
                isi = "\n".join(self.asal.splitlines()[mulai - 1 : node.end_lineno])
                return getattr(node, "name", ""), isi, mulai
        return "", self.asal, 1


def kompilasi(sumber: str, berkas: str) -> CodeType:
    """Return its code; a mutant may well be what Python warns of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        return compile(sumber, berkas, "exec", dont_inherit=True)


def perubahan(lama: CodeType, baru: CodeType) -> dict[Jalur, CodeType] | None:
    """Return the functions that change, with their new code.

    None when something changes that runs at import, where swapping comes too late.
    """
    if _isi(lama) != _isi(baru):
        return None
    hasil: dict[Jalur, CodeType] = {}
    for satu, lain in zip(_anak(lama), _anak(baru), strict=True):
        dalam = {_jalur(satu): lain} if _fungsi(satu) and _beda(satu, lain) else {}
        jika_impor = perubahan(satu, lain) if not _fungsi(satu) else {}
        if jika_impor is None:
            return None
        hasil |= dalam | jika_impor
    return hasil


def _fungsi(kode: CodeType) -> bool:
    """Return whether it is called later; classes and comprehensions at this level run at once."""
    return bool(kode.co_flags & FUNGSI) and kode.co_name not in LANGSUNG


def _jalur(kode: CodeType) -> Jalur:
    return kode.co_qualname, kode.co_firstlineno


def _anak(kode: CodeType) -> Iterator[CodeType]:
    return (k for k in kode.co_consts if isinstance(k, CodeType))


def _beda(lama: CodeType, baru: CodeType) -> bool:
    anak = list(_anak(lama)), list(_anak(baru))
    if _isi(lama) != _isi(baru) or len(anak[0]) != len(anak[1]):
        return True
    return any(_beda(a, b) for a, b in zip(*anak, strict=True))


def _isi(kode: CodeType) -> tuple[object, ...]:
    """Return what a code does itself, without those inside it and without line numbers."""
    tetap = [k.co_name if isinstance(k, CodeType) else (type(k), repr(k)) for k in kode.co_consts]
    return kode.co_code, tetap, kode.co_names, kode.co_varnames, kode.co_freevars
