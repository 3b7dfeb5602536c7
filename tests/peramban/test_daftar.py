"""daftar.js by itself: keys move through a list, tick, search, and never disturb a field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

NASKAH = Path(__file__).resolve().parents[2] / "static" / "js" / "daftar.js"
BARIS = """<li data-baris><label><input type="checkbox" name="pilih" form="massal">Pilih</label>
  <h3><a href="/buka/{n}">Kiriman {n}</a></h3></li>"""
HALAMAN = f"""<!doctype html><html lang="id"><meta charset="utf-8"><title>Uji</title>
<form class="saringan"><input name="cari" aria-label="Cari"><textarea></textarea></form>
<ul data-daftar>{"".join(BARIS.format(n=n) for n in range(3))}</ul>
<form id="massal"><p data-pilih-semua hidden><button type="button" data-semua>Centang</button>
  <span data-terpilih></span></p></form>
<details data-tombol hidden><summary>Tombol papan tik</summary></details>
<script src="/daftar.js"></script>"""


@pytest.fixture
def page(peramban: Browser) -> Iterator[Page]:
    konteks = peramban.new_context()
    halaman = konteks.new_page()
    halaman.route("**/daftar.js", lambda r: r.fulfill(path=NASKAH))
    halaman.route(
        "https://uji.invalid/",
        lambda r: r.fulfill(body=HALAMAN, content_type="text/html; charset=utf-8"),
    )
    halaman.route("**/buka/*", lambda r: r.fulfill(body="Terbuka", content_type="text/html"))
    halaman.goto("https://uji.invalid/")
    yield halaman
    konteks.close()


def terfokus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_keys_move_tick_search_and_open(page: Page) -> None:
    page.keyboard.press("ArrowDown")  # scrolls, as long as no row is chosen
    assert terfokus(page) != "Kiriman 0"
    for tombol, judul in (("j", 0), ("j", 1), ("ArrowDown", 2), ("j", 2), ("k", 1), ("ArrowUp", 0)):
        page.keyboard.press(tombol)
        assert terfokus(page) == f"Kiriman {judul}"
    page.keyboard.press("x")
    expect(page.locator("[name=pilih]").first).to_be_checked()
    expect(page.locator("[data-terpilih]")).to_have_text("1 dicentang.")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/buka/1")


def test_what_is_typed_stays_with_its_field(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("xjk/?")
    expect(page.locator("[name=cari]")).to_have_value("xjk/?")
    page.locator("textarea").focus()
    page.keyboard.type("jalan? x")
    expect(page.locator("textarea")).to_have_value("jalan? x")
    page.locator("[name=pilih]").first.focus()
    page.keyboard.press("Control+j")
    assert not terfokus(page).startswith("Kiriman")


def test_the_whole_page_is_ticked_and_the_keys_can_be_switched_off(page: Page) -> None:
    page.get_by_role("button", name="Centang semua di halaman ini").click()
    expect(page.locator("[data-terpilih]")).to_have_text("3 dicentang.")
    page.get_by_role("button", name="Hapus semua centang").click()
    expect(page.locator("[name=pilih]:checked")).to_have_count(0)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    expect(page.locator("details")).to_have_attribute("open", "")
    page.get_by_label("Pakai tombol ini").uncheck()
    page.goto("https://uji.invalid/")
    page.keyboard.press("j")
    assert not terfokus(page).startswith("Kiriman")
