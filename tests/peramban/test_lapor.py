"""A report from the desk to everyone's page: on a small phone, in at most eight taps."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.alat.peramban.jari import Jari
from tests.alat.peramban.langkah import di_halaman, tampil
from tests.alat.peramban.langkah_laporan import tarik

KETUK_TERBANYAK = 8


@pytest.mark.parametrize("js", [False, True], ids=["tanpa-skrip", "dengan-skrip"])
def test_from_the_desk_to_everyone_in_eight_taps(
    halaman_baru: Callable[..., Page],
    masuk: Callable[[Page, str], Page],
    js: bool,
) -> None:
    page, jari = masuk(halaman_baru(js=js), "kakam.contoh"), Jari()
    page.goto("/kerja/")
    tugas = page.locator(".urusan__satu", has_text="Laporan kemajuan").first
    judul = tugas.locator(".urusan__judul").inner_text()
    jari.tekan(tugas.get_by_role("link", name="Tulis laporan"))
    di_halaman(page, "Tulis laporan kemajuan")
    jari.isi(page.get_by_label("Pekerjaan selesai (%)"), "95")
    jari.foto(page, js=js)
    expect(page.get_by_label("Kendala", exact=True)).to_be_hidden()
    page.get_by_text("Ada kendala", exact=True).click()  # a slip: the box comes, and goes again
    page.get_by_label("Kendala", exact=True).fill("Hujan.")
    jari.tekan(page.get_by_text("Tidak ada kendala", exact=True))
    expect(page.get_by_label("Kendala", exact=True)).to_have_value("Hujan.")
    sumber = page.get_by_label("Dibelanjakan dari").all()
    assert len(sumber) == 3
    for satu in sumber[1:]:  # what stays empty beside them is zero
        jari.isi(satu, "1000")
    jari.tekan(page.get_by_role("button", name="Simpan, lalu lihat hasilnya"))
    di_halaman(page, judul)
    tampil(page, "Beginilah warga akan melihatnya", "95%")
    expect(page.get_by_role("main").locator("figure img")).to_have_count(2)
    jari.tekan(page.get_by_role("button", name="Terbitkan"))
    tampil(page, "sudah terbit dan terbuka untuk umum.")
    assert jari.ketuk <= KETUK_TERBANYAK, jari.ketuk
    tarik(page, page.url)  # so that its days are owed again
