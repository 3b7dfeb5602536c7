"""Words: plural names, forbidden synonyms, and numbers that would mislead."""

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
    r"\bdiverifikasi\b": "sudah diperiksa",
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
TAG = re.compile(r"\{[%#{].*?[%#}]\}|<script.*?</script>|<[^>]*>", re.S)


def templates() -> Iterator[Path]:
    yield from sorted((AKAR / "templates").rglob("*.html"))
    yield from sorted((AKAR / "templates").rglob("*.txt"))


def teks_terlihat(path: Path) -> str:
    """The words between the tags of a template."""
    isi = re.sub(r"\{% comment.*?endcomment %\}", " ", path.read_text(), flags=re.S)
    return TAG.sub(" ", isi).lower()


@pytest.mark.parametrize("kata", TERLARANG)
def test_templates_avoid_words_that_mislead(kata: str) -> None:
    """The official word may stand once in small print: in a <small> of its own."""
    salah = []
    for path in templates():
        isi = re.sub(r"<small.*?</small>", " ", path.read_text(), flags=re.S)
        bersih = TAG.sub(" ", re.sub(r"\{% comment.*?endcomment %\}", " ", isi, flags=re.S))
        if re.search(kata, bersih.lower()):
            salah.append(str(path.relative_to(AKAR)))
    assert salah == [], f"Gunakan “{TERLARANG[kata]}”"


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
