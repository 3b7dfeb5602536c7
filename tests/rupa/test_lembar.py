"""The style sheets: their colours, their sizes, their weight, and the classes they promise."""

import re
from collections import Counter
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

from core.kertas import qr
from tests.alat.aturan_css import aturan
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
    [("css", 15 * KB), ("js", 27 * KB)],
)
def test_weight_stays_small(berkas: str, batas: int) -> None:
    """With htmx, which django-htmx ships; Brotli is what WhiteNoise sends. No page loads every
    script: the form of a kiriman is held by `test_muatan`."""
    lain = ("admin.css", *DIMINTA)
    isi = [p.read_bytes() for p in (AKAR / "static" / berkas).glob("*.*") if p.name not in lain]
    if berkas == "js":
        isi.append(Path(str(finders.find("django_htmx/htmx-2.min.js"))).read_bytes())
    assert 0 < sum(len(brotli.compress(b)) for b in isi) <= batas


@pytest.mark.parametrize("naskah", DIMINTA)
def test_what_is_loaded_on_demand_stays_small(naskah: str) -> None:
    isi = (AKAR / "static" / "js" / naskah).read_bytes()
    assert 0 < len(brotli.compress(isi)) <= DIMINTA[naskah]


def test_what_is_hidden_stays_hidden() -> None:
    """A button that needs the script has a rule of its own for `display`, and must not win."""
    (satu,) = [a for a in aturan(css()) if a.pemilih == ("[hidden]",)]
    assert satu.isi == ("display: none !important",)


def test_titles_in_lists_look_like_what_they_are() -> None:
    gaya = [a.isi for a in aturan(css()) if ".baris__judul a" in a.pemilih and not a.di_dalam]
    assert {"color: var(--tautan)", "text-decoration: underline"} <= {
        n for isi in gaya for n in isi
    }
    (seluruhnya,) = [a.isi for a in aturan(css()) if ".baris__judul a::after" in a.pemilih]
    assert {"position: absolute", "top: 0", "right: 0", "bottom: 0", "left: 0"} <= set(seluruhnya)


def test_the_admin_says_its_dark_values_once() -> None:
    """Its colours are those of the portal; only the second red of a pressed button is its own."""
    admin = css("admin.css")
    assert admin.count("prefers-color-scheme: dark") == 1
    assert "data-theme" not in admin
    kali = Counter(re.findall(r"^\s*(--[\w-]+):", admin, re.M))
    assert max(kali.values()) == 2
    milik = {nilai for skema in SKEMA.values() for nilai in skema.values()}
    assert set(re.findall(r"#[0-9a-f]{6}", admin)) - milik == {"#7c0f0a"}


def test_every_drawing_has_a_size_of_its_own() -> None:
    """Without the style sheet, or with a browser that drops it, an icon fills the screen."""
    for path in (AKAR / "templates").rglob("*.html"):
        for satu in re.findall(r"<svg[^>]*>", path.read_text()):
            assert re.search(r' width="[^"]+" height=', satu), f"{path}: {satu}"
    assert ' width="180" height="180"' in qr("x")


def test_a_link_on_a_line_of_its_own_is_high_enough_for_a_finger() -> None:
    """WCAG 2.5.8: 24 px. A line of text is 20 px high; the padding moves nothing."""
    (tautan,) = [a for a in aturan(css("dasar.css")) if a.pemilih == ("a",)]
    assert {"padding-top: 0.15rem", "padding-bottom: 0.15rem"} <= set(tautan.isi)


def test_a_long_contact_may_break() -> None:
    """A number never breaks, and an e-mail of 64 letters would push the page aside."""
    isi = (AKAR / "templates" / "aspirasi" / "_kontak_pengirim.html").read_text()
    assert '<strong class="pecah">{{ k }}</strong>' in isi
