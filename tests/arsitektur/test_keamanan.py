"""The paper of promises: each stands on tests that are there."""

import ast
import re
from pathlib import Path

from tests.arsitektur.test_ukuran import AKAR

NASKAH = AKAR / "docs" / "keamanan.md"
SEBUTAN = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")
TERBUKA = "| not closed yet |"
TEMUAN = [
    "C1",
    *(f"H{n}" for n in range(1, 6)),
    *(f"M{n}" for n in range(1, 11)),
    *(f"L{n}" for n in range(1, 14)),
    *(f"F{n}" for n in range(1, 8)),
]


def _nama(berkas: Path) -> set[str]:
    """The classes and functions of a file of tests."""
    pohon = ast.parse(berkas.read_text())
    jenis = (ast.ClassDef, ast.FunctionDef)
    return {simpul.name for simpul in ast.walk(pohon) if isinstance(simpul, jenis)}


def _baris() -> list[str]:
    """The rows of all tables, without their heads."""
    baris = [b for b in NASKAH.read_text().splitlines() if b.startswith("| ")]
    return [b for b in baris if not b.startswith(("| promise", "| finding"))]


def test_every_test_that_is_named_is_there() -> None:
    disebut = SEBUTAN.findall(NASKAH.read_text())
    assert len(disebut) > 100
    for berkas, nama in disebut:
        jalur = AKAR / "tests" / berkas
        assert jalur.exists(), berkas
        assert not nama or nama in _nama(jalur), f"{berkas}::{nama}"


def test_every_promise_and_every_mend_names_one() -> None:
    tanpa = [b for b in _baris() if not SEBUTAN.search(b) and TERBUKA not in b]
    assert tanpa == []


def test_every_finding_is_spoken_of() -> None:
    awal = {b.split()[1] for b in _baris()}
    assert [temuan for temuan in TEMUAN if temuan not in awal] == []
