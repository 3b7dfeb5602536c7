"""Words: plural names, forbidden synonyms, and numbers that would mislead."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.arsitektur.test_arah import TINGKAT
from tests.arsitektur.test_ukuran import AKAR, PAKET

# Word → what we say instead (docs/glosarium.md).
TERLARANG = {
    r"\bpelaku\b": "oleh",
    r"\bpelapor\b": "pengirim",
    r"\btiket\b": "kiriman",
    r"\bnotifikasi\b": "pemberitahuan",
    r"\bcek fakta\b": "cek warga",
    r"(?<!belum )(?<!sudah )\bdiverifikasi\b": "sudah diperiksa",
    r"\bpagu\b": "anggaran",
    r"\brealisasi\b": "sudah dibelanjakan",
    r"\bkurva s\b": "rencana dan kenyataan",
    r"\bjuru isyarat\b": "juru bahasa isyarat",
    r"\bpenyandang cacat\b": "penyandang disabilitas",
    r"\bsubmit\b": "kirim",
    r"\blogin\b": "masuk",
    r"\blog ?out\b": "keluar",
    r"\bupload\b": "unggah",
    r"\bdashboard\b": "beranda",
    r"\bpassword\b": "kata sandi",
    r"\bemail\b": "e-mail",
}
# These stand in templates, and also in what Python, the scripts and the manuals say.
DI_MANA_PUN = {
    r"\bletak(nya)?\b": "lokasi",
    r"(?<!tuduhan yang )\bbelum terbukti\b": "belum diverifikasi",
    r"(?<!keamanan )\bpengaman kedua\b": "kode keamanan kedua",
    r"\bkenyataan\b": "pelaksanaan",
    r"\bsaring(an)?\b": "pilih",
    r"\blacak kiriman\b|\bmelacak\b|halaman lacak\b": "cek jawaban",
    r"\bsampaikan aspirasi\b": "lapor atau usul",
    r"\bforum\b": "diskusi warga",
}
BUKAN_UNTUK_ORANG = {"ukur.py"}  # a table of measures, by the names of apps
KUTIPAN = re.compile(r"[\"`][A-Z][^\"`]* [^\"`]*[\"`]")
TAG = re.compile(r"\{[%#{].*?[%#}]\}|<script.*?</script>|<[^>]*>", re.S)


def templates() -> Iterator[Path]:
    yield from sorted((AKAR / "templates").rglob("*.html"))
    yield from sorted((AKAR / "templates").rglob("*.txt"))


def teks_terlihat(path: Path) -> str:
    """The words between the tags of a template."""
    isi = re.sub(r"\{% comment.*?endcomment %\}", " ", path.read_text(), flags=re.S)
    return TAG.sub(" ", isi).lower()


@pytest.mark.parametrize("kata", TERLARANG | DI_MANA_PUN)
def test_templates_avoid_words_that_mislead(kata: str) -> None:
    """The official word may stand once in small print: in a <small> of its own."""
    salah = []
    for path in templates():
        isi = re.sub(r"<small.*?</small>", " ", path.read_text(), flags=re.S)
        bersih = TAG.sub(" ", re.sub(r"\{% comment.*?endcomment %\}", " ", isi, flags=re.S))
        if re.search(kata, bersih.lower()):
            salah.append(str(path.relative_to(AKAR)))
    assert salah == [], f"Gunakan “{(TERLARANG | DI_MANA_PUN)[kata]}”"


def kalimat(path: Path) -> Iterator[str]:
    """The sentences among the strings of a module: they have a blank; docstrings say nothing."""
    pohon = ast.parse(path.read_text())
    naskah = {
        id(simpul.body[0].value)
        for simpul in ast.walk(pohon)
        if isinstance(simpul, ast.Module | ast.ClassDef | ast.FunctionDef)
        and simpul.body
        and isinstance(simpul.body[0], ast.Expr)
    }
    for simpul in ast.walk(pohon):
        teks = simpul.value if isinstance(simpul, ast.Constant) and id(simpul) not in naskah else ""
        if isinstance(teks, str) and " " in teks.strip():
            yield teks.lower()


def yang_dikatakan() -> Iterator[tuple[Path, str]]:
    """Sentences of Python, the strings of the scripts, and the manuals, each with its file."""
    for paket in PAKET:
        for path in (AKAR / paket).rglob("*.py"):
            if "migrations" not in path.parts and path.name not in BUKAN_UNTUK_ORANG:
                yield from ((path, teks) for teks in kalimat(path))
    for path in (AKAR / "static" / "js").glob("*.js"):
        yield from ((path, satu.lower()) for satu in KUTIPAN.findall(path.read_text()))
    for path in (AKAR / "docs" / "panduan").glob("*.md"):
        yield path, path.read_text().lower()


def test_sentences_outside_the_templates_avoid_them_too() -> None:
    salah = [
        f"{path.relative_to(AKAR)}: {kata}: {teks[:80]}"
        for path, teks in yang_dikatakan()
        for kata in DI_MANA_PUN
        if re.search(kata, teks)
    ]
    assert salah == []


def test_every_model_of_ours_has_a_plural_name() -> None:
    """Django would add an English s: "proyeks"."""
    tanpa = [
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in TINGKAT
        and "verbose_name_plural" not in model._meta.original_attrs
    ]
    assert tanpa == []


def test_money_and_years_in_templates_are_not_typed_by_hand() -> None:
    """A figure belongs to the data; "2.026" is a year that was formatted as a number."""
    for path in templates():
        if "gaya" not in path.parts:
            assert not re.search(r"\b(1\.9|2\.0)\d\d\b|Rp ?\d", teks_terlihat(path)), path


def test_no_mixed_in_gettext() -> None:
    """Text is written directly in Indonesian."""
    for paket in PAKET:
        for path in (AKAR / paket).rglob("*.py"):
            assert "gettext" not in path.read_text(), path
