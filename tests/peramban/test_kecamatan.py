"""The camat before a meeting: opens the page from the desk, reads it, prints one sheet of A4."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.conftest import LEBAR, PONSEL

LEMBAR = re.compile(rb"/Type\s*/Page\b(?!s)")
# The longest that may stand there: long names, hundreds late, money in billions, all changed.
TERPANJANG = """() => {
  document.querySelectorAll(".kertas tbody th").forEach(
    (satu) => { satu.textContent = "Sumber Agung Timur Baru Selatan"; });
  document.querySelectorAll(".kertas tbody td:not([colspan])").forEach((satu) => {
    const uang = satu.cellIndex > 7 && satu.cellIndex < 11;
    satu.innerHTML = uang ? "12.345,6 <small>▲1.234,5</small>" : "123 <small>▲123</small>";
  });
  document.querySelectorAll(".kertas ol li").forEach(
    (satu) => { satu.textContent = "Pembangunan jalan usaha tani ".repeat(9); });
}"""


@pytest.mark.parametrize("ukuran", [PONSEL, LEBAR], ids=["ponsel", "lebar"])
def test_the_camat_reads_and_prints_one_sheet(
    halaman_baru: Callable[..., Page], masuk: Callable[[Page, str], Page], ukuran: dict[str, int]
) -> None:
    page = masuk(halaman_baru(ukuran=ukuran), "camat")
    page.goto("/kerja/")
    page.get_by_role("link", name="Ringkasan kecamatan").first.click()
    expect(page.get_by_role("heading", name="Yang menonjol")).to_be_visible()
    kampung = page.locator(".hanya-luas tbody th, .hanya-sempit summary")
    assert kampung.locator("visible=true").count() >= 17
    assert page.evaluate("document.documentElement.scrollWidth") <= ukuran["width"]
    page.get_by_role("link", name="Lembar rapat").click()
    expect(page.get_by_role("heading", name="Ringkasan kampung untuk rapat")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= ukuran["width"]
    assert len(LEMBAR.findall(page.pdf(prefer_css_page_size=True))) == 1
    page.evaluate(TERPANJANG)
    assert len(LEMBAR.findall(page.pdf(prefer_css_page_size=True))) == 1
