"""Rooms stay small: ceilings that fail before a file becomes everybody's drawer."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[2]
PAKET = (
    "bangunrejo",
    "core",
    "warga",
    "proyek",
    "aspirasi",
    "laporan",
    "forum",
    "kabar",
    "meja",
    "transparansi",
)
BATAS_MODUL = 350
BATAS_FUNGSI = 40
BATAS_TEMPLATE = 150
BATAS_SETTINGS = 250


def modul() -> Iterator[Path]:
    for paket in (*PAKET, "tests"):
        for path in sorted((AKAR / paket).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def panjang(path: Path) -> int:
    return len(path.read_text().splitlines())


def nama(path: Path) -> str:
    return str(path.relative_to(AKAR))


def test_modules_stay_small() -> None:
    assert {nama(p): panjang(p) for p in modul() if panjang(p) > BATAS_MODUL} == {}


def test_functions_stay_small() -> None:
    terlalu_panjang = {}
    for path in modul():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                baris = (node.end_lineno or node.lineno) - node.lineno + 1
                if baris > BATAS_FUNGSI:
                    terlalu_panjang[f"{nama(path)}:{node.name}"] = baris
    assert terlalu_panjang == {}


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
