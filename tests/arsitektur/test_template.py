"""Templates choose no words by a stored value: they ask a property, or a sentence of `bacaan`."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from django.db.models import TextChoices
from django.template.base import Lexer, TokenType

from tests.alat.lapis import terpasang

AKAR = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(p for p in (AKAR / "templates").rglob("*.*") if p.suffix in {".html", ".txt"})
KATA = re.compile(r"""(?P<tanda>["'])(?P<isi>.*?)(?P=tanda)""")
# A literal after these is text to show or a format, and is compared with nothing.
TAMPILAN = re.compile(
    r"""\|\s*(?:add|date|default|default_if_none|join|time|yesno)\s*:\s*(["']).*?\1"""
)
SYARAT = ("if", "elif", "ifequal", "ifnotequal", "ifchanged")


def nilai_pilihan() -> set[str]:
    """Return every value of our own TextChoices and StrEnums."""
    for app in sorted(terpasang()):
        for modul in pkgutil.walk_packages([str(AKAR / app)], f"{app}."):
            if modul.name.rpartition(".")[2] in {"enums", "models"} or ".models." in modul.name:
                importlib.import_module(modul.name)
    return {anggota.value for kelas in _turunan(TextChoices, StrEnum) for anggota in kelas}


def _turunan(*kelas: type) -> Iterator[type]:
    for satu in kelas:
        for turun in satu.__subclasses__():
            if turun.__module__.partition(".")[0] in terpasang():
                yield turun
            yield from _turunan(turun)


def perbandingan(isi: str, nilai: set[str]) -> list[str]:
    """Return the tags of a template that compare with one of the values: in a condition, or as
    the argument of a filter."""
    return [
        token.contents
        for token in Lexer(isi).tokenize()
        if any(kata in nilai for kata in _dibandingkan(token.token_type, token.contents))
    ]


def _dibandingkan(jenis: TokenType, isi: str) -> Iterator[str]:
    """Yield each word that a tag compares with; `in "a b"` compares with both."""
    if jenis is TokenType.BLOCK and isi.split(maxsplit=1)[0] in SYARAT:
        cari = KATA.finditer(TAMPILAN.sub("", isi))
    elif jenis in (TokenType.BLOCK, TokenType.VAR):
        cari = re.finditer(r"\|\s*\w+\s*:\s*" + KATA.pattern, TAMPILAN.sub("", isi))
    else:
        return
    for cocok in cari:
        yield from re.split(r"[\s,|]+", cocok["isi"])


@pytest.mark.parametrize(
    "isi",
    [
        '{% if a.status == "selesai" %}',
        "{% if a.status != 'selesai' %}",
        '{% elif "selesai" == a.status %}',
        '{% if b and a.status in "ditolak selesai" %}',
        '{% if "nyatakan_beres" in boleh %}',
        '{{ a.status|cocok:"selesai" }}',
        '{% with beres=a.status|cocok:"selesai" %}',
    ],
)
def test_a_comparison_with_a_choice_is_found(isi: str) -> None:
    assert perbandingan(isi, nilai_pilihan())


@pytest.mark.parametrize(
    "isi",
    [
        "{% if a.selesai %}",
        '{% if field.widget_type == "checkbox" %}',
        '{{ a.tempat|default:"tidak" }}',
        '{% include "bagian/lencana.html" with kata="selesai" %}',
        "{# a.status == 'selesai' #}",
    ],
)
def test_words_that_are_compared_with_nothing_pass(isi: str) -> None:
    assert not perbandingan(isi, nilai_pilihan())


def test_no_template_compares_with_a_stored_choice() -> None:
    nilai = nilai_pilihan()
    assert {"selesai", "petugas_kecamatan", "nyatakan_beres", "swakelola", "camat"} <= nilai
    temuan = {
        str(path.relative_to(AKAR)): salah
        for path in TEMPLATES
        if (salah := perbandingan(path.read_text(), nilai))
    }
    assert len(TEMPLATES) > 200
    assert temuan == {}, "ask a property of the model or a sentence of `bacaan` instead"


def test_htmx_is_asked_for_in_valid_html() -> None:
    """`hx-…` is no attribute of HTML; htmx reads `data-hx-…` as well."""
    polos = re.compile(r"(?<![\w-])hx-[a-z]+")
    berkas = [*TEMPLATES, *sorted((AKAR / "static" / "js").glob("*.js"))]
    for paket in terpasang():
        berkas += sorted((AKAR / paket).rglob("*.py"))
    assert [str(p.relative_to(AKAR)) for p in berkas if polos.search(p.read_text())] == []


def test_a_page_that_says_print_has_the_button() -> None:
    """Not everybody knows the menu of the browser. The button is one part (without JavaScript it
    is not there)."""
    suruh = re.compile(r"\bCetak (?:halaman ini|atau salin|di kertas)")
    semua = [p for p in TEMPLATES if suruh.search(p.read_text())]
    assert len(semua) >= 3
    tanpa = [p.name for p in semua if '"bagian/tombol_cetak.html"' not in p.read_text()]
    assert tanpa == []
    tiruan = [p.name for p in TEMPLATES if "data-cetak" in p.read_text()]
    assert tiruan == ["tombol_cetak.html"]


def test_no_form_is_sent_to_the_address_of_its_own_page() -> None:
    """A browser puts the page of a broken connection in place of one with the same address, and its
    back button then leads past everything typed (`core.templatetags.draf.alamat_kirim`)."""
    formulir = re.compile(r"<form\b[^>]*\bdata-jaga\b[^>]*>")
    semua = [(p, satu) for p in TEMPLATES for satu in formulir.findall(p.read_text())]
    assert len(semua) > 50
    lain = re.compile(
        r"action=\"(?:{% alamat_kirim|{% url 'aspirasi:kiriman_)|{% alamat_kirim %}\""
    )
    assert [f"{p.name}: {satu}" for p, satu in semua if not lain.search(satu)] == []


def test_a_form_that_gives_a_file_may_be_sent_again() -> None:
    """Its page stays when the file comes, so the guard against a second press would never fall."""
    formulir = re.compile(r"<form\b[^>]*\bmethod=\"post\"[^>]*'[a-z_]+:[a-z_]*unduh[a-z_]*'[^>]*>")
    semua = [satu for p in TEMPLATES for satu in formulir.findall(p.read_text())]
    assert semua
    assert [satu for satu in semua if "data-unduh" not in satu] == []
