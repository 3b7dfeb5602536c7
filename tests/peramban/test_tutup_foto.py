"""Black boxes by finger, by mouse and by keyboard: read in the pixels of the published photo."""

import io
import secrets
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.alat.peramban.langkah import di_halaman, tampil
from tests.pabrik import gambar as rupa
from tests.peramban.conftest import LEBAR, PONSEL

LEBAR_FOTO, TINGGI_FOTO = 800, 600
# Where boxes are drawn, in parts of the sides: (from, to).
WAJAH = ((0.2, 0.2), (0.4, 0.5))
PELAT = ((0.9, 0.9), (0.7, 0.7))  # from below on the right
KELIRU = ((0.05, 0.6), (0.3, 0.9))
ALASAN = "Memuat wajah dan pelat nomor."
BukaHalaman = Callable[..., Page]


def putih() -> dict[str, str | bytes]:
    data = rupa.tulis(rupa.gambar(LEBAR_FOTO, TINGGI_FOTO, warna="white"))
    return {"name": "rumah.jpg", "mimeType": "image/jpeg", "buffer": data}


def kirim_dengan_foto(page: Page) -> str:
    """Send a complaint with a white photo; return its words."""
    isi = f"Lampu jalan RT {secrets.randbelow(9000) + 1000} padam sejak Senin malam."
    page.goto("/aspirasi/kirim/")
    page.get_by_role("radio", name="Keluhan").check()
    page.get_by_label("Ceritakan").fill(isi)
    page.get_by_label("Kampung mana?").select_option(label="Sido Rejo")
    page.get_by_label("Foto", exact=False).first.set_input_files([putih()])
    page.get_by_role("radio", name="Bukan", exact=True).check()
    page.get_by_label("Saya setuju").check()
    page.get_by_role("button", name="Kirim").click()
    tetap = page.get_by_role("button", name="Tetap kirim kiriman saya")
    page.get_by_role("heading", name="Sudah kami terima").or_(tetap).first.wait_for()
    if tetap.count():
        tampil(page, "1 foto sudah kami simpan.")
        tetap.click()
    di_halaman(page, "Sudah kami terima")
    return isi


def tampilkan(page: Page, isi: str) -> str:
    """As staff: check it with its photo; return the address of its desk page."""
    page.goto("/kerja/aspirasi/")
    page.get_by_role("link", name=isi.rstrip(".")).click()
    page.get_by_label("Foto 1").check()
    page.get_by_label("Tetap di kecamatan dulu").check()
    page.get_by_role("button", name="Nyatakan sudah diperiksa").click()
    tampil(page, "Kiriman sudah diperiksa.")
    return page.url


def seret(page: Page, dari: tuple[float, float], ke: tuple[float, float], *, jari: bool) -> None:
    """Drag over the photo, with a finger (as the browser hears it) or with the mouse."""
    foto = page.get_by_role("img", name="Foto yang diperiksa")
    foto.scroll_into_view_if_needed()
    kotak = foto.bounding_box()
    assert kotak
    titik = [
        (kotak["x"] + x * kotak["width"], kotak["y"] + y * kotak["height"])
        for x, y in (dari, ((dari[0] + ke[0]) / 2, (dari[1] + ke[1]) / 2), ke)
    ]
    if not jari:
        page.mouse.move(*titik[0])
        page.mouse.down()
        for satu in titik[1:]:
            page.mouse.move(*satu)
        page.mouse.up()
        return
    alat = page.context.new_cdp_session(page)
    for jenis, satu in zip(("touchStart", "touchMove", "touchMove"), titik, strict=True):
        ujung = [{"x": satu[0], "y": satu[1]}]
        alat.send("Input.dispatchTouchEvent", {"type": jenis, "touchPoints": ujung})
    alat.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def gambar_umum(pengunjung: Page, page: Page) -> tuple[Any, str]:
    """The published photo as a visitor gets it, and its address."""
    alamat = page.get_by_role("link", name="ASP-").first.get_attribute("href")
    pengunjung.goto(str(alamat))
    foto = pengunjung.get_by_role("img", name="Foto 1").locator("xpath=..").get_attribute("href")
    jawab = pengunjung.request.get(str(foto))
    assert jawab.status == 200
    return Image.open(io.BytesIO(jawab.body())).convert("L"), str(foto)


def terang(gambar: Any, titik: tuple[float, float]) -> int:
    lebar, tinggi = gambar.size
    return int(gambar.getpixel((int(titik[0] * lebar), int(titik[1] * tinggi))))


@pytest.mark.parametrize(("ukuran", "jari"), [(PONSEL, True), (LEBAR, False)])
def test_boxes_drawn_over_a_photo_are_black_for_everyone(
    halaman_baru: BukaHalaman, masuk: Any, ukuran: dict[str, int], jari: bool
) -> None:
    pengunjung = halaman_baru(js=False)
    isi = kirim_dengan_foto(pengunjung)
    page = masuk(halaman_baru(ukuran=ukuran, sentuh=jari), "staf")
    meja = tampilkan(page, isi)
    _, lama = gambar_umum(pengunjung, page)
    page.get_by_role("link", name="Tutup bagian foto 1").click()
    di_halaman(page, "Tutup bagian foto")
    page.wait_for_load_state("load")  # a photo that comes later moves what lies below it
    for satu in (WAJAH, KELIRU, PELAT):
        seret(page, *satu, jari=jari)
    tampil(page, "3 kotak digambar.")
    page.get_by_role("button", name="Buka lagi yang terakhir").click()
    page.get_by_role("button", name="Buka lagi yang terakhir").click()
    seret(page, *PELAT, jari=jari)
    seret(page, (0.5, 0.1), (0.5, 0.1), jari=jari)  # a tap is no box
    tampil(page, "2 kotak digambar.")
    page.get_by_role("button", name="Hitamkan").click()
    tampil(page, "Bagian ini harus diisi.", "2 kotak digambar.")
    page.get_by_label("Mengapa ditutup").fill(ALASAN)
    page.get_by_role("button", name="Hitamkan").click()
    tampil(page, "Bagian itu sekarang hitam.")
    page.goto(meja)
    gambar, baru = gambar_umum(pengunjung, page)
    for titik in ((0.21, 0.21), (0.3, 0.35), (0.39, 0.49), (0.71, 0.71), (0.8, 0.8), (0.89, 0.89)):
        assert terang(gambar, titik) < 40, titik
    for titik in ((0.18, 0.35), (0.42, 0.35), (0.3, 0.53), (0.15, 0.75), (0.5, 0.1), (0.92, 0.92)):
        assert terang(gambar, titik) > 215, titik
    assert baru != lama
    for satu in (pengunjung, page):
        assert satu.request.get(lama).status == 404


def test_the_keyboard_keeps_the_grid(halaman_baru: BukaHalaman, masuk: Any) -> None:
    pengunjung = halaman_baru(js=False)
    isi = kirim_dengan_foto(pengunjung)
    page = masuk(halaman_baru(ukuran=LEBAR), "staf")
    meja = tampilkan(page, isi)
    page.get_by_role("link", name="Tutup bagian foto 1").click()
    page.get_by_role("checkbox", name="Baris 1 kolom 1", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="Baris 1 kolom 2", exact=True)).to_be_checked()
    page.get_by_label("Mengapa ditutup").fill(ALASAN)
    page.get_by_role("button", name="Hitamkan").press("Enter")
    tampil(page, "Bagian itu sekarang hitam.")
    page.goto(meja)
    gambar, _ = gambar_umum(pengunjung, page)
    assert terang(gambar, (0.14, 0.05)) < 40
    assert terang(gambar, (0.2, 0.05)) > 215
