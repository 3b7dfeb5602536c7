"""The papers: printed parts are as the code is, decisions are complete, and no link is dead."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from aspirasi.laku import PINDAH
from tests.alat.lapis import AKAR, terpasang
from tests.dokumen import hak, keputusan
from tests.dokumen.cetak import BAGIAN, TANDA, berkas, isi

PANAH = re.compile(r"^ +(\w+) --> (\w+): (\w+)$", re.M)
TAUT = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
# A path in backticks, as seen from the root or from one of its folders.
JALUR = re.compile(r"`((?:[\w.-]+/)+[\w.*-]*\.(?:py|md|sql|html|js|txt|json|svg|yaml|css|sh))`")
HALAMAN = re.compile(r"\bdocs/[\w/-]+\.(?:md|svg)\b")
# Made when the portal runs, or named because it is not so.
TANPA_BERKAS = ("DATA_DIR/", ".data/", "core/jejak/laku.py", "docs/keputusan/NNNN-name.md")
# References to papers that are not in the repository. A page in docs/ may be named by its path.
TAK_ADA = re.compile(
    r"\b(?:design|domain|rumah|anchors|keandalan)(?:\.md)? ?§|(?<!docs/)\bkeamanan(?:\.md)? ?§"
    r"|(?<![-\w/])(?:rumah|anchors|keandalan|temuan|domain|design)\.md\b"
    r"|\b[Ii]ssue #?\d|\b[Ff]inding #?\d|\btemuan \d|\b(?:the|our|first) design (?:says|said|asks)"
)
AKHIRAN = (*(".py", ".md", ".html", ".txt", ".css", ".js", ".toml", ".yaml"), ".template")
FOLDER = ("alat", "bangunrejo", "templates", "static", "tests", "docs", "deploy")


def papers() -> list[Path]:
    return [*sorted(AKAR.glob("*.md")), *sorted((AKAR / "docs").rglob("*.md"))]


def texts() -> Iterator[Path]:
    """Return everything that people write: code, templates, tests, pages and tools."""
    for folder in (*sorted(terpasang()), *FOLDER):
        yield from (p for p in sorted((AKAR / folder).rglob("*")) if p.suffix in AKHIRAN)
    yield from (p for p in sorted(AKAR.iterdir()) if p.suffix in AKHIRAN or p.name == "Makefile")
    yield from (p for p in sorted((AKAR / "alat").iterdir()) if p.is_file() and not p.suffix)


@pytest.mark.parametrize("jalur", berkas(), ids=lambda p: p.name)
def test_printed_parts_are_as_the_code_is(jalur: Path) -> None:
    assert jalur.read_text() == isi(jalur), "Run alat/cetak."


def test_every_printed_part_stands_on_one_page() -> None:
    nama = [n for jalur in berkas() for n in TANDA.findall(jalur.read_text())]
    assert sorted(nama) == sorted(BAGIAN)


def test_every_right_has_its_words_on_the_page() -> None:
    assert hak.tanpa_kata() == [], "Add them to tests/dokumen/hak.py."


def test_every_arrow_of_the_diagram_is_in_the_table_of_acts() -> None:
    panah = PANAH.findall((AKAR / "docs" / "hidup-kiriman.md").read_text())
    assert panah
    for dari, ke, aksi in panah:
        assert dari in PINDAH[aksi].dari, aksi
        assert ke == PINDAH[aksi].ke, aksi


@pytest.mark.parametrize("satu", keputusan.semua(), ids=lambda k: k.berkas)
def test_a_decision_says_since_when_and_when_to_look_again(satu: keputusan.Keputusan) -> None:
    """Below its title: "Status: accepted, <day>." and "Look again when …", a paragraph each."""
    assert satu.nomor == satu.berkas[:4]
    assert satu.judul
    assert satu.status, "Status: accepted, 29 November 2026. (or: replaced by [NNNN](…), <day>.)"
    assert satu.lihat_lagi, "Look again when <a condition that somebody can notice>."


@pytest.mark.parametrize("jalur", papers(), ids=lambda p: str(p.relative_to(AKAR)))
def test_links_between_papers_lead_somewhere(jalur: Path) -> None:
    tujuan = TAUT.findall(jalur.read_text())
    mati = [t for t in tujuan if not t.startswith("/") and not (jalur.parent / t).exists()]
    assert mati == []


@pytest.mark.parametrize("jalur", papers(), ids=lambda p: str(p.relative_to(AKAR)))
def test_paths_that_papers_name_are_there(jalur: Path) -> None:
    """The changelog alone may speak of what was."""
    if jalur.name == "CHANGELOG.md":
        return
    akar = [AKAR, *(p for p in AKAR.iterdir() if p.is_dir() and p.name != ".venv")]
    nama = (n for n in JALUR.findall(jalur.read_text()) if not n.startswith(TANPA_BERKAS))
    assert [n for n in nama if not any(any(folder.glob(n)) for folder in akar)] == []


def test_nothing_points_to_papers_that_are_not_here() -> None:
    salah = [
        f"{jalur.relative_to(AKAR)}: {temuan[0]}"
        for jalur in texts()
        if jalur != Path(__file__)
        for temuan in TAK_ADA.finditer(jalur.read_text())
    ]
    assert salah == [], "Say the sentence, or name a page in docs/."


def test_pages_that_code_names_are_there() -> None:
    nama = {
        (str(jalur.relative_to(AKAR)), temuan)
        for jalur in texts()
        if jalur.suffix != ".md" and jalur != Path(__file__)
        for temuan in HALAMAN.findall(jalur.read_text())
    }
    assert [satu for satu in sorted(nama) if not (AKAR / satu[1]).exists()] == []


def test_the_changelog_is_dated_newest_first() -> None:
    kepala = re.findall(r"^## (.+)$", (AKAR / "CHANGELOG.md").read_text(), re.M)
    tanggal = [datetime.strptime(f"{k} +0000", "%d %B %Y %z") for k in kepala]
    assert tanggal == sorted(set(tanggal), reverse=True)
