"""Rooms stay small: ceilings that fail before a file becomes everybody's drawer."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

AKAR = Path(__file__).resolve().parents[2]
PAKET = (
    "bangunrejo",
    "core",
    "warga",
    "proyek",
    "aspirasi",
    "rencana",
    "mitra",
    "musrenbang",
    "laporan",
    "anggaran",
    "forum",
    "kabar",
    "meja",
    "transparansi",
)
BATAS_MODUL, BATAS_MODUL_BIASA = 350, 220
BATAS_FUNGSI, BATAS_FUNGSI_BIASA = 40, 6
BATAS_TEMPLATE = 150
BATAS_SETTINGS = 250


def modul() -> Iterator[Path]:
    for paket in (*PAKET, "tests"):
        for path in sorted((AKAR / paket).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def panjang(path: Path) -> int:
    return len(path.read_text().splitlines())


def panjang_fungsi(path: Path) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def nama(path: Path) -> str:
    return str(path.relative_to(AKAR))


def test_modules_stay_small() -> None:
    assert {nama(p): panjang(p) for p in modul() if panjang(p) > BATAS_MODUL} == {}


def test_functions_stay_small() -> None:
    terlalu_panjang = {nama(p): n for p in modul() for n in panjang_fungsi(p) if n > BATAS_FUNGSI}
    assert terlalu_panjang == {}


def test_most_modules_and_functions_are_short() -> None:
    """Nine of ten modules, and every second function: the ceilings above are for the rest."""
    milik = [p for p in modul() if "tests" not in p.parts[len(AKAR.parts) :]]
    baris = sorted(n for p in milik if (n := panjang(p)))
    assert baris[len(baris) * 9 // 10] <= BATAS_MODUL_BIASA
    assert median(fungsi for p in milik for fungsi in panjang_fungsi(p)) <= BATAS_FUNGSI_BIASA


def test_templates_stay_small() -> None:
    templates = sorted((AKAR / "templates").rglob("*.*"))
    assert templates
    assert {nama(p): panjang(p) for p in templates if panjang(p) > BATAS_TEMPLATE} == {}


def test_settings_stay_small() -> None:
    assert panjang(AKAR / "bangunrejo" / "settings.py") <= BATAS_SETTINGS


@pytest.mark.parametrize("paket", PAKET)
def test_no_signals_and_no_generic_relations(paket: str) -> None:
    """Our own logic runs in services, where a reader finds it."""
    terlarang = ("django.db.models.signals", "django.dispatch", "contenttypes.fields")
    for path in (AKAR / paket).rglob("*.py"):
        isi = path.read_text()
        assert not [kata for kata in terlarang if kata in isi], nama(path)
