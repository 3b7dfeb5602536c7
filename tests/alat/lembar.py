"""Reads the style sheet and the templates for the tests of the look."""

import re
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
CSS = AKAR / "static" / "css"
KOMENTAR = re.compile(r"/\*.*?\*/", re.S)
# A class that a template puts together from a variable: `lencana--{{ nada }}`.
RAKITAN = "\0"


def css(nama: str = "portal.css") -> str:
    """Return a style sheet without its comments."""
    return KOMENTAR.sub("", (CSS / nama).read_text())


def lapisan(nama: str) -> str:
    """Return the body of one cascade layer of portal.css."""
    isi = css()
    awal = isi.index(f"@layer {nama} {{")
    akhir = isi.find("\n@layer", awal + 1)
    return isi[awal : akhir if akhir > 0 else None]


def token() -> tuple[dict[str, str], dict[str, str]]:
    """Return the custom properties of the light and of the dark scheme."""
    terang, gelap = re.split(r"@media screen and \(prefers-color-scheme: dark\)", lapisan("token"))
    gelap = gelap.split("@media print")[0]
    milik = re.compile(r"(--[\w-]+):\s*([^;]+);")
    dasar = dict(milik.findall(terang))
    return dasar, dasar | dict(milik.findall(gelap))


def kelas_css() -> set[str]:
    """Return every class that portal.css knows."""
    pemilih = re.sub(r"url\([^)]*\)|\{[^{}]*\}", " ", css())
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", pemilih))


def kelas_dipakai() -> Iterator[tuple[str, str]]:
    """Yield (file, class) for every class written in a template, a form or the script."""
    for path in sorted((AKAR / "templates").rglob("*.html")):
        if "admin" not in path.parts:
            for kelas in _kelas(path.read_text()):
                yield path.name, kelas
    for path in AKAR.glob("*/**/*.py"):
        if "tests" not in path.parts and ".venv" not in path.parts:
            for nilai in re.findall(r'"class": "([a-z][a-z0-9 _-]*)"', path.read_text()):
                yield from ((path.name, kelas) for kelas in nilai.split())
    naskah = (AKAR / "static" / "js" / "portal.js").read_text()
    for nilai in re.findall(r'className = "([^"]+)"', naskah):
        yield from (("portal.js", kelas) for kelas in nilai.split())


def _kelas(templat: str) -> Iterator[str]:
    templat = re.sub(r"\{%\s*(if|elif|else|endif|for|endfor)\b.*?%\}", " ", templat)
    templat = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", RAKITAN, templat)
    for nilai in re.findall(r'\bclass="([^"]*)"', templat):
        yield from (kelas for kelas in nilai.split() if RAKITAN not in kelas)
