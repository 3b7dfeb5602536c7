"""English that is read once: docstrings and comments that hide their subject are refused.

CONTRIBUTING.md has the rules. Only a part of them can be checked by a machine: a clause without a
noun at the beginning ("Who reads it", "What was sent", "Of a child"), and one behind a semicolon.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alat.lapis import AKAR, terpasang

PAKET = (*sorted(terpasang()), "bangunrejo", "tests")
KEPALA = r"(?:Of|Who|Whoever|Whom|What)"
TANPA_SUBJEK = re.compile(rf"^{KEPALA} (?!.*\?)|; (?:who|whoever|whom|of who) ")


def modul() -> Iterator[Path]:
    for paket in PAKET:
        for jalur in sorted((AKAR / paket).rglob("*.py")):
            if "migrations" not in jalur.parts and jalur != Path(__file__):
                yield jalur


def docstring(isi: str) -> Iterator[tuple[int, str]]:
    bisa = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for simpul in ast.walk(ast.parse(isi)):
        if isinstance(simpul, bisa) and (kata := ast.get_docstring(simpul)):
            yield simpul.body[0].lineno, " ".join(kata.split())


def komentar(isi: str) -> Iterator[tuple[int, str]]:
    """Return comments, those that go over several lines as one."""
    blok, sebelum = "", 0
    for tanda in tokenize.generate_tokens(io.StringIO(isi).readline):
        if tanda.type == tokenize.COMMENT:
            baris, kata = tanda.start[0], tanda.string.lstrip("#: ").strip()
            sendiri = not tanda.line[: tanda.start[1]].strip()
            blok = f"{blok} {kata}" if sendiri and blok and baris == sebelum + 1 else kata
            yield baris, blok
            sebelum = baris if sendiri else 0


@pytest.mark.parametrize("paket", PAKET)
def test_no_docstring_and_no_comment_hides_its_subject(paket: str) -> None:
    salah = [
        f"{jalur.relative_to(AKAR)}:{baris} {kata[:60]}"
        for jalur in modul()
        if jalur.relative_to(AKAR).parts[0] == paket
        for baca in (docstring, komentar)
        for baris, kata in baca(jalur.read_text())
        if TANPA_SUBJEK.search(kata)
    ]
    assert salah == [], "Name the subject first (CONTRIBUTING.md, Words)."
