"""The words that stand on pages: of the templates between their tags, and of the strings of Python
and of the scripts."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.arsitektur.test_ukuran import AKAR, PAKET

KOMENTAR = re.compile(r"\{% comment.*?endcomment %\}|\{#.*?#\}|<script.*?</script>", re.S)
UNSUR, PERINTAH = re.compile(r"<[^>]*>", re.S), re.compile(r"\{%.*?%\}", re.S)
TANDA = re.compile(r"\{[%{].*?[%}]\}|<[^>]*>", re.S)
AKHIR = ".:;,!…· "
SISIPAN_TERPENDEK = 8  # letters around a value that is filled in


@cache
def kata_antarmuka() -> frozenset[str]:
    """Return every run of words between two tags, and every string, each in one line."""
    return frozenset(_rapi(satu) for satu in _semua() if satu.strip())


def seperti_tertulis(kata: str) -> bool:
    """Return whether `kata` stands so on a page, but for capitals and the mark at its end."""
    rapi = _rapi(kata)
    return rapi in kata_antarmuka() or any(pola.fullmatch(rapi) for pola in _berisi())


def _rapi(teks: str) -> str:
    return " ".join(teks.split()).strip(AKHIR).lower()


@cache
def _berisi() -> tuple[re.Pattern[str], ...]:
    """Return the sentences of Python into which a value is filled."""
    pola = set()
    for pohon in _pohon():
        for simpul in ast.walk(pohon):
            if isinstance(simpul, ast.JoinedStr):
                tetap = [s.value if isinstance(s, ast.Constant) else None for s in simpul.values]
                if sum(len(str(satu)) for satu in tetap if satu) >= SISIPAN_TERPENDEK:
                    isi = "".join(re.escape(str(s).lower()) if s else r"[\w ]+" for s in tetap)
                    pola.add(isi)
    return tuple(map(re.compile, sorted(pola)))


def _semua() -> Iterator[str]:
    for akhiran in ("*.html", "*.txt"):
        for jalur in (AKAR / "templates").rglob(akhiran):
            isi = KOMENTAR.sub(" ", jalur.read_text())
            yield from TANDA.split(isi)
            yield from UNSUR.split(PERINTAH.sub("", isi))
            for perintah in PERINTAH.findall(isi):
                yield from re.findall(r'"([^"\n]+)"', perintah)
    for pohon in _pohon():
        yield from (
            s.value
            for s in ast.walk(pohon)
            if isinstance(s, ast.Constant) and isinstance(s.value, str)
        )
    for jalur in (AKAR / "static" / "js").glob("*.js"):
        yield from re.findall(r'"([^"\n]+)"', jalur.read_text())


@cache
def _pohon() -> tuple[ast.AST, ...]:
    jalur = (j for paket in PAKET for j in (AKAR / paket).rglob("*.py"))
    return tuple(ast.parse(j.read_text()) for j in jalur if "migrations" not in j.parts)
