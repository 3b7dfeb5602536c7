"""Reads the style sheet and the templates for the tests of the look."""

import re
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
CSS = AKAR / "static" / "css"
KHUSUS = tuple(f"khusus/{satu.name}" for satu in sorted((CSS / "khusus").glob("*.css")))
LEMBAR = ("dasar.css", "bagian.css", *KHUSUS)
JUDUL = re.compile(r"/\* ===== (.+?) ===== \*/")
KOMENTAR = re.compile(r"/\*.*?\*/", re.S)
# A class that a template puts together from a variable: `lencana--{{ nada }}`.
RAKITAN = "\0"


def css(*nama: str) -> str:
    """Return these style sheets of the portal, or all of them, without their comments."""
    return KOMENTAR.sub("", "".join((CSS / satu).read_text() for satu in nama or LEMBAR))


def seksi(nama: str) -> dict[str, str]:
    """Return the sections of a sheet, by the title above each: `/* ===== Formulir ===== */`."""
    _, *isi = JUDUL.split((CSS / nama).read_text())
    return {judul: KOMENTAR.sub("", teks) for judul, teks in zip(isi[::2], isi[1::2], strict=True)}


def token() -> tuple[dict[str, str], dict[str, str]]:
    """Return the custom properties of the light and of the dark scheme."""
    semua = seksi("dasar.css")["Tokens"]
    terang, gelap = re.split(r"@media screen and \(prefers-color-scheme: dark\)", semua)
    gelap = gelap.split("@media print")[0]
    milik = re.compile(r"(--[\w-]+):\s*([^;]+);")
    dasar = dict(milik.findall(terang))
    return dasar, dasar | dict(milik.findall(gelap))


def kelas_css(*nama: str) -> set[str]:
    """Return every class that these style sheets, or all of them, know."""
    pemilih = re.sub(r"url\([^)]*\)|\{[^{}]*\}", " ", css(*nama))
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", pemilih))


def khusus_diminta(html: str) -> set[str]:
    """Return the special sheets that a page asks for."""
    return set(re.findall(r'href="[^"]*css/(khusus/\w+)\.', html))


def khusus_perlu(html: str) -> set[str]:
    """Return the special sheets whose classes stand on a page; a variant of one (papan-a3) is asked
    for by what the page was asked for, not by its classes."""
    dipakai = {kelas for nilai in re.findall(r'\bclass="([^"]*)"', html) for kelas in nilai.split()}
    umum = kelas_css("dasar.css", "bagian.css")
    sendiri = (k for k in KHUSUS if "-" not in k)
    return {k.removesuffix(".css") for k in sendiri if dipakai & (kelas_css(k) - umum)}


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
