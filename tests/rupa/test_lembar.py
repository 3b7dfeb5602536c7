"""The style sheets: their colours, their sizes, their weight, and the classes they promise."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

from tests.alat.lembar import AKAR, css, kelas_css, kelas_dipakai, seksi, token

KB = 1024
WARNA = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\("
    r"|:[^;{]*\b(?:white|black|red|green|blue|gold|silver|gray|grey|maroon)\b[^;{]*;"
)
# (text, ground): pairs that must be legible.
PASANGAN = [
    *((f"--{t}", f"--{d}") for t in ("tinta", "tinta-lembut", "tautan")
      for d in ("kertas", "permukaan", "redup")),
    *((f"--{nada}", f"--{nada}-latar") for nada in ("baik", "awas", "bahaya", "info", "netral")),
    ("--bahaya", "--kertas"),
    ("--di-aksen", "--aksen"),
    ("--di-aksen", "--aksen-kuat"),
    ("--di-marun", "--marun"),
    ("--di-marun-lembut", "--marun"),
    ("--di-emas", "--emas"),
    ("--di-emas", "--di-marun-lembut"),
]  # fmt: skip
# (line or area, ground): pairs that must be visible, not legible.
TERLIHAT = [
    ("--garis-kuat", "--kertas"),
    ("--sawah", "--sawah-latar"),
    ("--garis-kuat", "--sawah-latar"),
    ("--fokus", "--kertas"),
    ("--emas", "--marun"),
    ("--aksen", "--kertas"),
]
# Scripts of one act alone, which no first load carries: each with a ceiling of its own.
DIMINTA = {"peta.js": 3 * KB, "tutup.js": 2 * KB}
RAGAM = ("lencana", "pesan")  # their tones are put together from a variable
SKEMA = dict(zip(("terang", "gelap"), token(), strict=True))


def terang(warna: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    kanal = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def kontras(a: str, b: str) -> float:
    gelap, cerah = sorted((terang(a), terang(b)))
    return (cerah + 0.05) / (gelap + 0.05)


@pytest.mark.parametrize("skema", SKEMA)
@pytest.mark.parametrize(("depan", "latar"), PASANGAN)
def test_text_is_readable_in_both_schemes(skema: str, depan: str, latar: str) -> None:
    warna = SKEMA[skema]
    assert kontras(warna[depan], warna[latar]) >= 4.5


@pytest.mark.parametrize("skema", SKEMA)
@pytest.mark.parametrize(("depan", "latar"), TERLIHAT)
def test_lines_and_bars_are_seen_in_both_schemes(skema: str, depan: str, latar: str) -> None:
    warna = SKEMA[skema]
    assert kontras(warna[depan], warna[latar]) >= 3


def test_colours_are_named_among_the_tokens_only() -> None:
    semua = seksi("dasar.css")["Tokens"]
    assert WARNA.findall(css().replace(semua, "")) == []
    assert len(WARNA.findall(semua)) > 40


def test_parts_stand_in_the_order_of_their_page() -> None:
    """/gaya/ shows the parts one section after the other; bagian.css has them in that order."""
    bagian = list(seksi("bagian.css"))
    folder = AKAR / "templates"
    acuan = re.findall(r'include "(gaya/\w+\.html)"', (folder / "gaya" / "gaya.html").read_text())
    judul = [re.findall(r"<h2[^>]*>([^<]+)", (folder / satu).read_text())[0] for satu in acuan]
    assert [satu for satu in bagian if satu in judul] == judul


def test_every_named_token_exists_and_is_used() -> None:
    isi = css()
    dipakai = set(re.findall(r"var\((--[\w-]+)", isi))
    assert dipakai == set(SKEMA["terang"])


def test_no_text_is_smaller_than_17_pixels() -> None:
    """1rem is 106.25% of the browser's 16 px; paper has points instead."""
    ukuran = re.findall(r"font(?:-size)?:[^;]*?([\d.]+)(rem|em|px)\b", css())
    assert ukuran
    assert [u for u in ukuran if u[1] != "rem" or float(u[0]) < 1] == []
    assert "font-size: 106.25%" in css()


def test_every_class_used_stands_in_the_style_sheet() -> None:
    dikenal = kelas_css()
    assert sorted({f"{file}: {k}" for file, k in kelas_dipakai() if k not in dikenal}) == []


def test_every_class_of_the_style_sheet_is_used() -> None:
    """/gaya/ shows what no other page needs yet; the sheet carries nothing idle."""
    dipakai = {kelas for _, kelas in kelas_dipakai()}
    sisa = {k for k in kelas_css() - dipakai if not any(k.startswith(f"{n}--") for n in RAGAM)}
    assert sisa == set()


def test_no_template_styles_by_hand() -> None:
    """The policy of the portal blocks style attributes and inline scripts alike."""
    for path in (AKAR / "templates").rglob("*.html"):
        isi = path.read_text()
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=", isi), path
        assert not re.search(r"<script(?![^>]*\bsrc=)", isi), path


@pytest.mark.parametrize(
    ("berkas", "batas"),
    [("css", 15 * KB), ("js", 21 * KB)],
)
def test_weight_stays_small(berkas: str, batas: int) -> None:
    """With htmx, which django-htmx ships; Brotli is what WhiteNoise sends."""
    lain = ("admin.css", *DIMINTA)
    isi = [p.read_bytes() for p in (AKAR / "static" / berkas).glob("*.*") if p.name not in lain]
    if berkas == "js":
        isi.append(Path(str(finders.find("django_htmx/htmx-2.min.js"))).read_bytes())
    assert 0 < sum(len(brotli.compress(b)) for b in isi) <= batas


@pytest.mark.parametrize("naskah", DIMINTA)
def test_what_is_loaded_on_demand_stays_small(naskah: str) -> None:
    isi = (AKAR / "static" / "js" / naskah).read_bytes()
    assert 0 < len(brotli.compress(isi)) <= DIMINTA[naskah]
