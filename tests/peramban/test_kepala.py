"""The head of a page in a real browser: low on a phone, one line of menu on a wide screen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.conftest import LEBAR

SIAPA = ("", "warga", "fasilitator", "staf")
TINGGI = "document.querySelector('body > header').getBoundingClientRect().height"
BARIS = """new Set([...document.querySelectorAll('.menu__isi > ul > li')]
  .map((satu) => Math.round(satu.getBoundingClientRect().top))).size"""


@pytest.fixture
def di_proyek(halaman_baru: Callable[..., Page], masuk: Callable[[Page, str], Page]) -> Any:
    def buka(siapa: str, **ukuran: Any) -> Page:
        page = halaman_baru(**ukuran)
        if siapa:
            masuk(page, siapa)
        page.goto("/proyek/")
        return page

    return buka


@pytest.mark.parametrize("siapa", SIAPA)
def test_it_leaves_the_phone_to_the_page(di_proyek: Any, siapa: str) -> None:
    """At most 190 of 640 px, with the ribbon of the demonstration."""
    page = di_proyek(siapa)
    assert page.locator(".pita-contoh").is_visible()
    assert page.evaluate(TINGGI) <= 190


@pytest.mark.parametrize("siapa", SIAPA)
def test_its_menu_is_one_line_on_a_wide_screen(di_proyek: Any, siapa: str) -> None:
    """960 px is where the folded menu opens; the account of a resident stood on a second line."""
    page = di_proyek(siapa, ukuran=LEBAR)
    for lebar in (LEBAR["width"], 1024, 960):
        page.set_viewport_size({"width": lebar, "height": 800})
        assert page.evaluate(BARIS) == 1, lebar


@pytest.mark.parametrize(
    ("siapa", "tempat", "kata"),
    [("warga", ".menu__lencana", "belum dibaca"), ("staf", ".kepala__aksi", "menunggu Anda")],
)
def test_what_waits_is_seen_without_opening_the_menu(
    di_proyek: Any, siapa: str, tempat: str, kata: str
) -> None:
    expect(di_proyek(siapa).locator(tempat)).to_contain_text(kata)


def test_a_group_opens_by_keyboard_and_folds_by_escape(di_proyek: Any) -> None:
    page = di_proyek("", ukuran=LEBAR)
    kelompok = page.locator(".menu summary", has_text="Suara warga")
    tujuan = page.locator(".menu").get_by_role("link", name="Diskusi warga")
    expect(tujuan).to_be_hidden()
    kelompok.press("Enter")
    expect(tujuan).to_be_visible()
    tujuan.press("Escape")
    expect(tujuan).to_be_hidden()
    expect(kelompok).to_be_focused()


@pytest.mark.parametrize("ukuran", [{}, {"ukuran": LEBAR}])
def test_the_menu_leads_on_without_scripts(di_proyek: Any, ukuran: dict[str, Any]) -> None:
    page = di_proyek("", js=False, **ukuran)
    if ukuran:
        page.locator(".menu summary", has_text="Suara warga").click()
    else:
        page.locator(".menu > summary").click()
    page.locator(".menu").get_by_role("link", name="Diskusi warga").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Diskusi warga")
