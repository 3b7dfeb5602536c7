"""Likely duplicates in a real browser: found while typing or on the page between, and joined."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.conftest import LEBAR, PONSEL
from tests.peramban.test_naskah import foto


def aspirasi_terbuka(page: Page) -> tuple[str, str, str]:
    """An open public complaint: its text, its number, and the form for its kampung."""
    for keadaan in ("menunggu", "dijawab", "direncanakan"):
        page.goto(f"/aspirasi/?keadaan={keadaan}&jenis=keluhan")
        if page.locator("#hasil .baris__judul a").count():
            break
    page.locator("#hasil .baris__judul a").first.click()
    nomor = page.locator(".judul-halaman__atas .angka").inner_text()
    formulir = page.get_by_role("link", name="Sampaikan hal lain").get_attribute("href")
    return page.locator(".kutipan p").first.inner_text(), nomor, str(formulir)


def isi_formulir(page: Page, formulir: str, isi: str) -> None:
    page.goto(formulir)
    page.locator("input[name=jenis][value=keluhan]").check()
    page.fill("textarea[name=isi]", isi)
    page.locator("input[name=tentang][value=tidak]").check()


def kirim(page: Page) -> None:
    page.locator("input[name=setuju]").check()
    page.locator("form.formulir > .aksi button").click()
    page.wait_for_load_state()


@pytest.mark.parametrize("ukuran", [PONSEL, LEBAR], ids=["ponsel", "lebar"])
def test_page_between_without_javascript(halaman_baru: Any, ukuran: dict[str, int]) -> None:
    page = halaman_baru(js=False, ukuran=ukuran)
    isi, nomor, formulir = aspirasi_terbuka(page)
    isi_formulir(page, formulir, isi)
    kirim(page)
    assert page.locator("#serupa-judul").is_visible()
    assert page.input_value("textarea[name=isi]") == isi
    baris = page.locator(".baris", has_text=nomor)
    baris.get_by_role("button", name="Saya juga mengalami").click()
    page.wait_for_load_state()
    assert page.get_by_role("heading", name="Sudah kami terima").is_visible()
    assert nomor in page.locator("#bergabung").inner_text()
    page.goto(f"/aspirasi/{nomor}/")
    assert re.search(r"\d kiriman serupa", page.locator("main").inner_text())


def test_shown_while_typing_and_sent_all_the_same(halaman_baru: Any) -> None:
    page = halaman_baru()
    isi, nomor, formulir = aspirasi_terbuka(page)
    isi_formulir(page, formulir, "")
    page.locator("textarea[name=isi]").press_sequentially(isi[:120])
    page.locator(".baris", has_text=nomor).wait_for()
    kirim(page)
    page.get_by_role("button", name="Tetap kirim kiriman saya").click()
    expect(page.get_by_role("heading", name="Sudah kami terima")).to_be_visible()


def test_without_javascript_a_photo_waits_for_the_page_between(halaman_baru: Any) -> None:
    page = halaman_baru(js=False)
    isi, nomor, formulir = aspirasi_terbuka(page)
    isi_formulir(page, formulir, isi)
    page.get_by_label("Foto").first.set_input_files([foto(300, 200)])
    kirim(page)
    expect(page.locator(".baris", has_text=nomor)).to_be_visible()
    expect(page.get_by_text("1 foto sudah kami simpan.")).to_be_visible()
    page.get_by_role("button", name="Tetap kirim kiriman saya").click()
    expect(page.get_by_role("heading", name="Sudah kami terima")).to_be_visible()
    expect(page.get_by_text("1 foto tersimpan.")).to_be_visible()
