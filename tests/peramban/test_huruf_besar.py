"""A reader with large text on a phone: what appears while one works stays on the screen, too."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from tests.alat.kerahasiaan import ramaikan
from tests.alat.peramban.gambar import ponsel
from tests.alat.peramban.ukuran import LEBIH
from tests.pabrik.pemeran import Pemeran
from tests.peramban.test_kirim import BukaHalaman, isi, kirim, mulai
from tests.peramban.test_naskah import foto

BESAR = {"standard": 32, "fixed": 26}  # pixels: 200 %
MEJA = ("bpk", "fasilitator", "aparat", "staf")
UKURAN_HURUF = "e => parseFloat(getComputedStyle(e).fontSize)"


def besarkan(page: Page) -> Page:
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": BESAR})
    return page


def huruf(page: Page, pemilih: str) -> float:
    """Return the size of the letters of the first such thing, in pixels."""
    return page.locator(pemilih).first.evaluate(UKURAN_HURUF)


def test_photos_and_the_code_stay_on_the_screen(halaman_baru: BukaHalaman) -> None:
    page = besarkan(mulai(halaman_baru))
    isi(page, "Engsel pintu gudang arsip patah sebelah kiri, daunnya miring.")
    page.set_input_files("input[name=foto]", [foto(300, 200), foto(320, 200)])
    expect(page.get_by_text("2 foto siap dikirim")).to_be_visible()
    assert page.evaluate(LEBIH) == 0
    nama = page.locator("[data-foto-terpilih] span").first.bounding_box()
    assert nama is not None
    assert nama["width"] > 200, "a column of letters"
    kirim(page)
    expect(page.get_by_text("2 foto tersimpan.")).to_be_visible()
    page.get_by_role("link", name="Buka kiriman saya").click()
    expect(page.locator("aside strong.angka")).to_be_visible()
    assert page.evaluate(LEBIH) == 0


def test_a_message_stays_on_the_screen(
    halaman_baru: BukaHalaman, masuk: Callable[[Page, str], Page]
) -> None:
    page = besarkan(masuk(halaman_baru(), "warga"))
    page.goto("/proyek/PRJ-2026-0010/")
    page.get_by_role("button", name="Ikuti proyek ini").click()
    expect(page.locator(".pesan-tempat")).to_contain_text("Pemberitahuan")
    assert page.evaluate(LEBIH) == 0
    page.get_by_role("button", name="Berhenti mengikuti").click()


def test_desks_stay_on_the_screen(
    peramban: Browser, klien: Callable[..., Client], pemeran: Pemeran
) -> None:
    """On a phone and a tablet, with large text; the foot of the page, too, where the letters alone
    grow and the columns do not know."""
    ramaikan(pemeran)
    for siapa in MEJA:
        page = besarkan(ponsel(peramban, klien(siapa)))
        page.goto(reverse("meja:beranda"))
        assert page.evaluate(LEBIH) == 0, siapa
        page.set_viewport_size({"width": 768, "height": 900})
        assert page.evaluate(LEBIH) == 0, siapa
        page.context.close()
    tablet = ponsel(peramban, klien("bpk"))
    tablet.set_viewport_size({"width": 768, "height": 900})
    tablet.goto(reverse("meja:beranda"))
    tablet.evaluate("document.documentElement.style.fontSize = '200%'")
    assert tablet.evaluate(LEBIH) == 0
    tablet.context.close()


def test_no_heading_is_larger_than_the_one_above_it(halaman_baru: Callable[..., Any]) -> None:
    page = besarkan(halaman_baru())
    page.goto("/aspirasi/")
    assert huruf(page, "h1") >= huruf(page, ".baris__judul")
    assert huruf(page, "h1") >= huruf(page, ".pengantar")
    page.goto("/")
    assert huruf(page, "main h2") >= huruf(page, ".tabel-susun caption")
