"""No file imports itself by way of others: not inside a function, nor for a type alone."""

import ast
from pathlib import Path

from tests.arsitektur.test_ukuran import AKAR, PAKET


def nama_modul(path: Path) -> str:
    """Return the dotted name of a file of ours; a package stands for its `__init__`."""
    bagian = path.relative_to(AKAR).with_suffix("").parts
    return ".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian)


MODUL = {nama_modul(p): p for paket in PAKET for p in (AKAR / paket).rglob("*.py")}


def diimpor(isi: str) -> set[str]:
    """Return the modules of ours that a module imports; `isi` is its text."""
    ditemukan: set[str] = set()
    for simpul in ast.walk(ast.parse(isi)):
        if isinstance(simpul, ast.Import):
            ditemukan |= {satu.name for satu in simpul.names}
        elif isinstance(simpul, ast.ImportFrom):
            assert simpul.level == 0, f"tulis nama utuh: {ast.unparse(simpul)}"
            dalam = {f"{simpul.module}.{satu.name}" for satu in simpul.names}
            ditemukan |= {satu if satu in MODUL else str(simpul.module) for satu in dalam}
    return ditemukan & set(MODUL)


def lingkaran(panah: dict[str, set[str]]) -> list[set[str]]:
    """Return the groups of modules in which each reaches every other."""
    capaian = {nama: dicapai(nama, panah) for nama in panah}
    kelompok = {
        frozenset(lain for lain in capaian[nama] if nama in capaian[lain]) for nama in panah
    }
    return sorted((set(satu) for satu in kelompok if satu), key=sorted)


def dicapai(awal: str, panah: dict[str, set[str]]) -> set[str]:
    sudah: set[str] = set()
    antre = [awal]
    while antre:
        baru = panah[antre.pop()] - sudah
        sudah |= baru
        antre += baru
    return sudah


def test_no_file_imports_itself_by_way_of_others() -> None:
    panah = {nama: diimpor(path.read_text()) for nama, path in MODUL.items()}
    assert lingkaran(panah) == []


def test_the_walk_sees_every_way_to_import() -> None:
    isi = """
import core.waktu, os
from bangunrejo import lingkungan, APA_SAJA
if TYPE_CHECKING:
    from core.models import Jejak
def f():
    from warga import enums
"""
    dilihat = {"core.waktu", "bangunrejo.lingkungan", "bangunrejo", "core.models", "warga.enums"}
    assert diimpor(isi) == dilihat


def test_a_circle_of_three_is_found_and_a_dead_end_is_none() -> None:
    panah = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}
    assert lingkaran(panah) == [{"a", "b", "c"}]
