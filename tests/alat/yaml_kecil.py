"""A reader for the small part of YAML that the descriptions of this repository use."""

import re
from collections.abc import Iterator
from typing import Any


def baca(teks: str) -> Any:
    """Return mappings, lists and strings, as they are nested by two spaces.

    It knows comments on lines of their own, quoted strings and text folded by `>`. Raises
    ValueError for a line that it does not know.
    """
    baris = [b.rstrip() for b in teks.splitlines()]
    return _isi([b for b in baris if b and not b.lstrip().startswith("#")], 0)


def _isi(baris: list[str], dalam: int) -> Any:
    kelompok = list(_kelompok(baris, dalam))
    if all(kepala.startswith("- ") for kepala, _ in kelompok):
        return [_butir(kepala[2:], sisa, dalam) for kepala, sisa in kelompok]
    return dict(_pasangan(kepala, sisa, dalam) for kepala, sisa in kelompok)


def _kelompok(baris: list[str], dalam: int) -> Iterator[tuple[str, list[str]]]:
    """Return each line at this depth with the deeper lines below it."""
    mulai = [i for i, b in enumerate(baris) if len(b) - len(b.lstrip()) == dalam]
    if not mulai or mulai[0]:
        raise ValueError(f"wrong depth: {baris[0]!r}")
    for awal, akhir in zip(mulai, [*mulai[1:], len(baris)], strict=True):
        yield baris[awal][dalam:], baris[awal + 1 : akhir]


def _butir(kepala: str, sisa: list[str], dalam: int) -> Any:
    if re.match(r"[\w.-]+:(?: |$)", kepala):
        return _isi([" " * (dalam + 2) + kepala, *sisa], dalam + 2)
    return _untai(kepala)


def _pasangan(kepala: str, sisa: list[str], dalam: int) -> tuple[str, Any]:
    cocok = re.fullmatch(r"([\w.-]+):(?: (.+))?", kepala)
    if not cocok:
        raise ValueError(f"not read: {kepala!r}")
    if cocok[2] == ">":
        return cocok[1], " ".join(b.strip() for b in sisa)
    return cocok[1], _untai(cocok[2]) if cocok[2] else _isi(sisa, dalam + 2) if sisa else ""


def _untai(teks: str) -> str:
    return teks[1:-1] if teks[0] == teks[-1] == '"' else teks
