"""draf.js by itself: words of an official outlive the page, for the same account alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

NASKAH = Path(__file__).resolve().parents[2] / "static" / "js" / "draf.js"
HALAMAN = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Uji</title>
<form method="post" action="/jawab" data-draf-petugas="{tempat}"><input type="hidden"
  name="penulis" value="{penulis}"><input type="hidden" name="kunci" value="rahasia">
  <textarea name="isi"></textarea>
  <input name="kode" autocomplete="off"><input type="radio" name="hasil" value="janji">
  <button>Kirim</button></form><script src="/draf.js"></script>"""
TAWARAN = "Ada tulisan yang belum terkirim"
SIMPANAN = "JSON.stringify({ ...localStorage, ...sessionStorage })"
JAWABAN = "Sudah kami lihat ke lapangan, talutnya retak."


@pytest.fixture
def page(peramban: Browser) -> Iterator[Page]:
    konteks = peramban.new_context()
    halaman = konteks.new_page()
    halaman.route("**/draf.js", lambda r: r.fulfill(path=NASKAH))
    yield halaman
    konteks.close()


def buka(page: Page, penulis: str = "kakam", tempat: str = "perangkat") -> None:
    isi = HALAMAN.format(penulis=penulis, tempat=tempat)
    page.route(
        "https://uji.invalid/*",
        lambda r: r.fulfill(body=isi, content_type="text/html; charset=utf-8"),
    )
    page.route("**/draf.js", lambda r: r.fulfill(path=NASKAH))
    page.goto("https://uji.invalid/")


def ketik(page: Page) -> None:
    page.fill("[name=isi]", JAWABAN)
    page.fill("[name=kode]", "123456")
    page.check("[name=hasil]")
    page.evaluate(
        f"""async () => {{
          while (!{SIMPANAN}.includes("janji")) await new Promise((r) => setTimeout(r, 50));
        }}"""
    )


@pytest.mark.parametrize("tempat", ["perangkat", "tab"])
def test_words_are_offered_again_to_the_same_account_alone(page: Page, tempat: str) -> None:
    buka(page, tempat=tempat)
    ketik(page)
    simpanan = page.evaluate(SIMPANAN)
    assert "123456" not in simpanan
    assert "rahasia" not in simpanan
    assert bool(page.evaluate("localStorage.length")) == (tempat == "perangkat")
    buka(page, penulis="staf", tempat=tempat)
    expect(page.get_by_text(TAWARAN)).to_have_count(0)
    buka(page, tempat=tempat)
    expect(page.get_by_text(TAWARAN)).to_be_visible()
    expect(page.locator("[name=isi]")).to_have_value("")
    page.get_by_role("button", name="Lanjutkan tulisan itu").click()
    expect(page.locator("[name=isi]")).to_have_value(JAWABAN)
    expect(page.locator("[name=hasil]")).to_be_checked()


def test_nothing_stays_once_it_is_sent_or_thrown_away(page: Page) -> None:
    buka(page)
    ketik(page)
    buka(page)
    page.get_by_role("button", name="Buang").click()
    buka(page)
    expect(page.get_by_text(TAWARAN)).to_have_count(0)
    ketik(page)
    page.get_by_role("button", name="Kirim").click()
    page.wait_for_url("**/jawab")
    assert page.evaluate("localStorage.length") == 0


def test_what_the_page_says_already_is_not_offered(page: Page) -> None:
    """The portal gave the words back after a new sign-in: one place says that they are there."""
    buka(page)
    ketik(page)
    kembali = HALAMAN.replace("></textarea>", f">{JAWABAN}</textarea>").replace(
        'value="janji"', 'value="janji" checked'
    )
    isi = kembali.format(penulis="kakam", tempat="perangkat")
    page.unroute("https://uji.invalid/*")
    page.route("https://uji.invalid/*", lambda r: r.fulfill(body=isi, content_type="text/html"))
    page.route("**/draf.js", lambda r: r.fulfill(path=NASKAH))
    page.goto("https://uji.invalid/")
    expect(page.get_by_text(TAWARAN)).to_have_count(0)
    expect(page.locator("[name=isi]")).to_have_value(JAWABAN)
