"""A visitor checks a report with a photo on a small phone, and corrects it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.alat.peramban.langkah import di_halaman, foto_ponsel, pilih_foto, tampil


@pytest.mark.parametrize("js", [False, True], ids=["tanpa-skrip", "dengan-skrip"])
def test_a_visitor_checks_with_a_photo(halaman_baru: Callable[..., Page], js: bool) -> None:
    page = halaman_baru(js=js)
    page.goto("/laporan/")
    page.get_by_role("main").locator(".baris__judul a").first.click()
    page.get_by_role("link", name="Cek laporan ini").first.click()
    di_halaman(page, "Cek laporan ini")
    page.get_by_role("radio", name="Tidak sesuai").check()
    page.get_by_role("button", name="Kirim cek").click()
    tampil(page, "Tulis apa yang Anda lihat atau tanyakan")
    page.get_by_label("Yang Anda lihat").fill("Talud baru 3 meter.")
    pilih_foto(page, "Foto", foto_ponsel("a.jpg"), js=js)
    page.get_by_role("button", name="Kirim cek").click()
    tampil(page, "menunggu dibaca petugas kecamatan")
    expect(page.locator(".pilihan__foto")).to_have_count(1)
    page.get_by_label("Yang Anda lihat").fill("Talud baru 4 meter.")
    page.get_by_role("button", name="Perbaiki cek saya").click()
    expect(page.get_by_label("Yang Anda lihat")).to_have_value("Talud baru 4 meter.")
    page.get_by_text("Saya mau menarik cek ini").click()
    page.get_by_role("button", name="Ya, tarik cek saya").click()
    tampil(page, "Cek Anda sudah ditarik")
