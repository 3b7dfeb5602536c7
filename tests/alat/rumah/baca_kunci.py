"""Order in which the code itself takes one-time keys and locks rows, read without running it.

Each function is a line of `KUNCI` and `BARIS`, with those of the functions that it calls in their
places. Names are followed through imports; methods of objects are not.
"""

import ast
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from tests.alat.lapis import AKAR, terpasang

KUNCI, BARIS = "key", "row"
# These two take a key (`core.formulir.sekali`); the first runs what it was given under it.
SATU_KALI, GILIRAN = "satu_kali", "tunggu_giliran"
Langkah = list[str]


class Modul:
    """A module: its functions, and where its other names come from."""

    def __init__(self, nama: str, teks: str) -> None:
        self.nama, self.teks = nama, teks
        self.bagian = nama.rpartition(".")[2]

    @cached_property
    def pohon(self) -> ast.Module:
        return ast.parse(self.teks)

    @cached_property
    def fungsi(self) -> dict[str, ast.FunctionDef]:
        return {n.name: n for n in self.pohon.body if isinstance(n, ast.FunctionDef)}

    @cached_property
    def dalam(self) -> dict[str, ast.FunctionDef]:
        """Return the functions that stand inside of others."""
        semua = [n for n in ast.walk(self.pohon) if isinstance(n, ast.FunctionDef)]
        return {n.name: n for n in semua if n.name not in self.fungsi}

    @cached_property
    def impor(self) -> dict[str, str]:
        return {
            satu.asname or satu.name: f"{n.module}.{satu.name}"
            for n in ast.walk(self.pohon)
            if isinstance(n, ast.ImportFrom)
            for satu in n.names
        }

    def asal(self, n: ast.expr) -> str:
        """Return the full name of what is called, "" for a method."""
        match n:
            case ast.Name(id=nama) if nama in self.fungsi:
                return f"{self.nama}.{nama}"
            case ast.Name(id=nama):
                return self.impor.get(nama, "")
            case ast.Attribute(value=ast.Name(id=nama), attr=attr) if nama in self.impor:
                return f"{self.impor[nama]}.{attr}"
        return ""


class Kode:
    """Modules by their names, and what each function of theirs takes."""

    def __init__(self, teks: dict[str, str]) -> None:
        self.modul = {nama: Modul(nama, isi) for nama, isi in teks.items()}
        self._langkah: dict[str, Langkah] = {}

    def langkah(self, nama: str) -> Langkah:
        """Return what a function takes, one after the other."""
        if nama not in self._langkah:
            self._langkah[nama] = []  # one that calls itself adds nothing
            modul, _, fungsi = nama.rpartition(".")
            milik = self.modul.get(modul)
            if milik and fungsi in milik.fungsi:
                self._langkah[nama] = list(Pembaca(self, milik).tubuh(milik.fungsi[fungsi]))
        return self._langkah[nama]

    def perbuatan(self, modul: str) -> Iterator[str]:
        """Yield the public functions of a module that lock rows."""
        for nama in self.modul[modul].fungsi:
            if not nama.startswith("_") and BARIS in self.langkah(f"{modul}.{nama}"):
                yield nama

    def terbalik(self) -> list[str]:
        """Return the transactions that take a key after a row."""
        return sorted(
            f"{modul.nama}.{nama}"
            for modul in self.modul.values()
            if "atomic" in modul.teks or SATU_KALI in modul.teks
            for nama, langkah in Pembaca(self, modul).transaksi()
            if BARIS in langkah and KUNCI in langkah[langkah.index(BARIS) :]
        )


class Pembaca:
    """Reads one module of `kode`."""

    def __init__(self, kode: Kode, modul: Modul) -> None:
        self.kode, self.modul = kode, modul
        self._sedang: set[str] = set()

    def transaksi(self) -> Iterator[tuple[str, Langkah]]:
        """Yield what each transaction takes: a function that is atomic, a block, or what runs under
        a key."""
        for n in ast.walk(self.modul.pohon):
            nama = getattr(n, "name", f"line {getattr(n, 'lineno', 0)}")
            if isinstance(n, ast.FunctionDef) and any(map(_atomik, n.decorator_list)):
                yield nama, list(self.tubuh(n))
            elif isinstance(n, ast.With) and any(_atomik(i.context_expr) for i in n.items):
                yield nama, [satu for isi in n.body for satu in self.baca(isi)]
            elif isinstance(n, ast.Call) and self._nama(n) == SATU_KALI:
                yield nama, list(self.baca(n))

    def tubuh(self, n: ast.FunctionDef | ast.Lambda) -> Iterator[str]:
        for satu in n.body if isinstance(n.body, list) else [n.body]:
            yield from self.baca(satu)

    def baca(self, n: ast.AST) -> Iterator[str]:
        """Yield what is taken here. Functions inside are read where they are called or given."""
        if isinstance(n, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            return
        for anak in ast.iter_child_nodes(n):
            yield from self.baca(anak)
        if isinstance(n, ast.Call):
            yield from self._panggilan(n)

    def _nama(self, n: ast.Call) -> str:
        return self.modul.asal(n.func).rpartition(".")[2]

    def _panggilan(self, n: ast.Call) -> Iterator[str]:
        if isinstance(n.func, ast.Attribute) and n.func.attr == "select_for_update":
            yield BARIS
        elif self._nama(n) in (SATU_KALI, GILIRAN):
            yield KUNCI
        else:
            yield from self.kode.langkah(self.modul.asal(n.func))
        for satu in (n.func, *n.args, *(k.value for k in n.keywords)):
            yield from self._diberi(satu)

    def _diberi(self, n: ast.expr) -> Iterator[str]:
        """Yield what a function takes that stands inside, and is called or given here."""
        if isinstance(n, ast.Lambda):
            yield from self.tubuh(n)
        elif isinstance(n, ast.Name) and n.id in self.modul.dalam and n.id not in self._sedang:
            self._sedang.add(n.id)
            yield from self.tubuh(self.modul.dalam[n.id])
            self._sedang.remove(n.id)


def _atomik(n: ast.expr) -> bool:
    return ast.unparse(n).partition("(")[0] == "transaction.atomic"


@cache
def kode_portal() -> Kode:
    """Read the modules of all apps but the demonstration, which tells its story in one go."""
    semua = [b for app in terpasang() - {"bangunrejo"} for b in (AKAR / app).rglob("*.py")]
    return Kode({_modul(b): b.read_text() for b in semua if b.parent.name != "migrations"})


def _modul(berkas: Path) -> str:
    bagian = berkas.relative_to(AKAR).with_suffix("").parts
    return ".".join(bagian).removesuffix(".__init__")
