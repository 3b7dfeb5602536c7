"""dasar.css by itself: words and act stand side by side where there is room, or in order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
HALAMAN = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Uji</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/dasar.css"><link rel="stylesheet" href="/bagian.css">
<main class="wadah"><div class="sanding"><div class="sanding__baca"><h2>Tulisan asli</h2>
<p style="height:30rem">Lampu mati.</p></div><div class="sanding__laku"><h2>Periksa</h2>
<p style="height:90rem">Isian.</p></div><aside class="sanding__lain"><h2>Perjalanan</h2></aside>
</div></main>"""
LETAK = """() => Object.fromEntries([...document.querySelector(".sanding").children].map(
  (satu) => [satu.className.slice(9), satu.getBoundingClientRect().toJSON()]))"""


@pytest.fixture
def page(peramban: Browser) -> Iterator[Page]:
    konteks = peramban.new_context()
    halaman = konteks.new_page()
    halaman.route(
        "https://uji.invalid/",
        lambda r: r.fulfill(body=HALAMAN, content_type="text/html; charset=utf-8"),
    )
    for nama in ("dasar.css", "bagian.css"):
        halaman.route(f"**/{nama}", lambda r: r.fulfill(path=CSS / r.request.url.split("/")[-1]))
    yield halaman
    konteks.close()


def test_the_official_reads_while_writing(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("https://uji.invalid/")
    letak = page.evaluate(LETAK)
    assert letak["baca"]["top"] == letak["laku"]["top"]
    assert letak["laku"]["left"] > letak["baca"]["right"]
    assert min(letak["baca"]["width"], letak["laku"]["width"]) > 450
    jarak = letak["lain"]["top"] - letak["baca"]["bottom"]
    assert 0 < jarak < 80
    assert letak["lain"]["left"] == letak["baca"]["left"]


@pytest.mark.parametrize("lebar", [320, 360, 640])
def test_elsewhere_words_come_first_then_the_act(page: Page, lebar: int) -> None:
    """320 is what 1280 leaves at 400 % zoom, 640 what it leaves at 200 %."""
    page.set_viewport_size({"width": lebar, "height": 640})
    page.goto("https://uji.invalid/")
    letak = page.evaluate(LETAK)
    assert letak["baca"]["bottom"] <= letak["laku"]["top"]
    assert letak["laku"]["bottom"] <= letak["lain"]["top"]
    assert page.evaluate("document.documentElement.scrollWidth") == lebar
