"""The words that stand on pages: of the templates between their tags, and of the strings of Python
and of the scripts."""

import re
from collections.abc import Iterator
from functools import cache

from tests.arsitektur.test_ukuran import AKAR, PAKET

KOMENTAR = re.compile(r"\{% comment.*?endcomment %\}|\{#.*?#\}|<script.*?</script>", re.S)
UNSUR, PERINTAH = re.compile(r"<[^>]*>", re.S), re.compile(r"\{%.*?%\}", re.S)
TANDA = re.compile(r"\{[%{].*?[%}]\}|<[^>]*>", re.S)
STRING, NILAI = re.compile(r'"([^"\n]*)"'), re.compile(r"\{[^}]*\}")
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
    isian = (NILAI.split(teks.lower()) for teks in _string() if "{" in teks)
    cukup = {tuple(satu) for satu in isian if sum(map(len, satu)) >= SISIPAN_TERPENDEK}
    return tuple(re.compile(r"[\w ]+".join(map(re.escape, satu))) for satu in sorted(cukup))


def _semua() -> Iterator[str]:
    for akhiran in ("*.html", "*.txt"):
        for jalur in (AKAR / "templates").rglob(akhiran):
            isi = KOMENTAR.sub(" ", jalur.read_text())
            yield from TANDA.split(isi)
            yield from UNSUR.split(PERINTAH.sub("", isi))
            for perintah in PERINTAH.findall(isi):
                yield from STRING.findall(perintah)
    yield from _string()
    for jalur in (AKAR / "static" / "js").glob("*.js"):
        yield from STRING.findall(jalur.read_text())


@cache
def _string() -> tuple[str, ...]:
    """Return the strings of Python, each line of a long one by itself; docstrings are in it."""
    jalur = (j for paket in PAKET for j in (AKAR / paket).rglob("*.py"))
    isi = (j.read_text() for j in jalur if "migrations" not in j.parts)
    return tuple(satu for teks in isi for satu in STRING.findall(teks))
