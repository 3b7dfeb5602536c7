"""The place of a kiriman on a phone: on the map in place, and by picture buttons without it."""

import re
import secrets
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from aspirasi.bacaan.letak import uraian
from tests.alat.peramban.langkah import di_halaman
from tests.alat.peramban.portal import PortalHidup
from tests.peramban.test_kirim import DRAF, isi, kirim, tambahan, tunggu_draf
from tests.peramban.test_tampilan import Pengamat, axe

KIRIM = "/aspirasi/kirim/"
TERKIRIM = re.compile(r"/aspirasi/terkirim/(#letak)?$")
BukaHalaman = Callable[..., Page]
SUDUT = {"x": 210, "y": 110}


def kata(page: Page) -> Locator:
    return page.locator("[data-peta-kata]")


def gambar(page: Page) -> Locator:
    return page.locator("[data-hidup] [data-peta-gambar]")


def angka(page: Page) -> tuple[str, str]:
    return tuple(page.locator(f"[name={n}]").input_value() for n in ("lintang", "bujur"))


def buka_peta(page: Page, kampung: str = "sido-rejo") -> None:
    """Open the map inside "Tambah keterangan" of an empty form."""
    page.goto(KIRIM)
    page.locator("select[name=kampung]").select_option(kampung)
    tambahan(page)
    page.get_by_role("button", name="Pilih di peta").click()
    expect(gambar(page)).to_be_visible()


def teks_unik() -> str:
    return f"Tutup bak kontrol {secrets.token_hex(4)} hilang, anak-anak bisa terperosok."


def kirim_sampai_selesai(page: Page) -> None:
    kirim(page)
    tetap = page.get_by_role("button", name="Kirim kiriman saya")
    expect(page.locator("[data-terima]").or_(tetap)).to_be_visible()
    if tetap.is_visible():  # something alike was said before
        tetap.click()
    expect(page).to_have_url(TERKIRIM)


def test_without_script_the_place_is_added_after_sending(halaman_baru: BukaHalaman) -> None:
    page = halaman_baru(js=False)
    page.goto(KIRIM)
    isi(page, teks_unik())
    tambahan(page)
    expect(page.get_by_role("button", name="Pilih di peta")).to_be_hidden()
    expect(page.get_by_text("sesudah terkirim, tekan “Tambahkan lokasi”")).to_be_visible()
    kirim_sampai_selesai(page)
    page.get_by_role("link", name="Tambahkan lokasi").click()
    di_halaman(page, "Di mana tempatnya?")
    page.get_by_role("button", name="Ganti kampung").click()
    page.get_by_role("button", name="Cimarias").click()
    page.get_by_role("button", name="← Barat").click()
    page.get_by_role("button", name="Peta: taruh penanda").click(position=SUDUT)
    expect(page.locator(".peta__penanda")).to_be_visible()
    expect(kata(page)).to_contain_text("barat laut titik tengah Kampung Cimarias")
    # The page stands at its map, and the pin where the finger was.
    page.wait_for_load_state()
    expect(page.locator("form#peta .peta")).to_be_in_viewport(ratio=1)
    x, y = re.findall(r"\d+", page.locator(".peta__penanda").get_attribute("transform"))
    assert abs(int(x) - SUDUT["x"]) <= 1
    assert abs(int(y) - SUDUT["y"]) <= 1
    page.get_by_role("button", name="Simpan lokasi ini").click()
    expect(page).to_have_url(TERKIRIM)
    di_halaman(page, "Sudah kami terima")
    tempat = page.get_by_role("region", name="Lokasi")
    expect(tempat.get_by_role("img", name="Peta: sekitar")).to_be_visible()
    expect(tempat).to_contain_text("Hanya Anda dan petugas yang melihat lokasi tepat ini.")


def test_the_map_opens_in_the_form_and_asks_nobody_else(
    halaman_baru: BukaHalaman, portal: PortalHidup
) -> None:
    page = halaman_baru()
    pengamat = Pengamat(page, portal)
    diminta: list[str] = []
    page.on("request", lambda r: diminta.append(r.url))
    page.goto(KIRIM)
    assert not [u for u in diminta if "peta" in u]
    buka_peta(page)
    gambar(page).click(position=SUDUT)
    expect(kata(page)).to_contain_text("Lokasi dipilih, sekitar")
    assert pengamat.keluhan == []
    alamat = [u for u in diminta if "/aspirasi/peta/" in u]
    assert [u.partition("?")[2] for u in alamat] == ["lihat=sido-rejo"]
    isi(page, teks_unik())
    lintang, bujur = angka(page)
    kirim_sampai_selesai(page)
    di_halaman(page, "Sudah kami terima")
    expect(page.get_by_role("region", name="Lokasi")).to_contain_text(
        f"{lintang}, {bujur}".replace("-", "−")
    )


def kampung_di(page: Page) -> list[Any]:
    """The kampung as the map tells them to the script."""
    semua = page.locator("[data-hidup] [data-kampung]").evaluate_all(
        "semua => semua.map(({ dataset: d }) => [d.kampung, d.lintang, d.bujur])"
    )
    return [SimpleNamespace(nama=n, lintang=a, bujur=b) for n, a, b in semua]


def seperti_server(page: Page) -> str:
    """Return the words of the server on the place in the form."""
    lintang, bujur = (float(a.replace(",", ".")) for a in angka(page))
    return f"Lokasi dipilih, {uraian(lintang, bujur, kampung_di(page))}."


def test_both_sides_say_the_same_of_a_place(halaman_baru: BukaHalaman) -> None:
    page = halaman_baru()
    buka_peta(page)
    terucap = set()
    for x, y in ((20, 30), (150, 190), (163, 163), (300, 250), (40, 300), (160, 20)):
        gambar(page).click(position={"x": x, "y": y})
        expect(kata(page)).to_have_text(seperti_server(page))
        terucap.add(kata(page).inner_text())
    assert len(terucap) > 4


def test_the_pin_is_dragged_and_moved_by_arrows(halaman_baru: BukaHalaman) -> None:
    page = halaman_baru()
    buka_peta(page)
    gambar(page).focus()
    page.keyboard.press("ArrowUp")  # the first press puts it into the middle
    expect(kata(page)).to_have_text("Lokasi dipilih, di titik tengah Kampung Sido Rejo.")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(kata(page)).to_have_text(
        "Lokasi dipilih, sekitar 200 m di timur titik tengah Kampung Sido Rejo."
    )
    page.keyboard.press("Shift+ArrowUp")
    expect(kata(page)).to_contain_text("sekitar 500 m di utara")
    penanda = page.locator("[data-penanda] path")
    kotak = penanda.bounding_box()
    page.mouse.move(kotak["x"] + kotak["width"] / 2, kotak["y"] + 12)
    page.mouse.down()
    page.mouse.move(kotak["x"] - 40, kotak["y"] + 12, steps=5)
    page.mouse.up()
    expect(kata(page)).to_contain_text("sekitar 700 m di barat laut")
    sesudah = penanda.bounding_box()
    assert abs(sesudah["y"] - kotak["y"]) < 2  # it did not jump under the finger
    assert kotak["x"] - sesudah["x"] > 30


def test_the_pieces_follow_the_buttons_and_the_pin(halaman_baru: BukaHalaman) -> None:
    page = halaman_baru()
    buka_peta(page)
    gambar(page).click(position=SUDUT)
    sebelum = angka(page)
    timur = page.get_by_role("button", name="→ Timur")
    timur.press("Enter")
    expect(page.locator("[data-hidup] [name=pusat]")).to_have_value("-5.1651,105.0339")
    expect(timur).to_be_focused()
    assert angka(page) == sebelum
    gambar(page).focus()
    for _ in range(6):
        page.keyboard.press("Shift+ArrowDown")
    expect(page.locator("[data-penanda]")).to_be_visible()
    expect(page.locator("[data-hidup] [name=pusat]")).not_to_have_value("-5.1651,105.0339")
    page.get_by_role("button", name="Ganti kampung").click()
    expect(page.locator("[data-seluruhnya]")).to_be_visible()
    assert angka(page) != sebelum
    page.get_by_role("button", name="Tanjung Pandan").click()
    expect(page.locator("[data-hidup] [name=pusat]")).to_have_value("-5.1386,105.1089")


def test_a_tap_on_the_whole_chooses_a_kampung(halaman_baru: BukaHalaman) -> None:
    page = halaman_baru()
    page.goto(KIRIM)
    page.locator("select[name=kampung]").select_option("tidak-tahu")
    tambahan(page)
    page.get_by_role("button", name="Pilih di peta").click()
    satu = page.locator("[data-seluruhnya] .peta__nomor", has_text="16")
    satu.click()
    expect(page.locator("[data-hidup] [name=pusat]")).to_have_value("-5.1386,105.1089")
    assert angka(page) == ("", "")


def test_the_map_that_could_not_be_loaded_comes_at_the_next_press(
    halaman_baru: BukaHalaman,
) -> None:
    page = halaman_baru()
    page.goto(KIRIM)
    tambahan(page)
    tombol = page.get_by_role("button", name="Pilih di peta")
    page.context.set_offline(True)
    tombol.click()
    expect(page.get_by_text("Peta belum dapat dimuat.")).to_be_visible()
    page.context.set_offline(False)
    tombol.click()
    expect(gambar(page)).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Mekar Jaya").click()
    expect(page.get_by_text("Peta belum dapat dimuat.")).to_be_visible()
    expect(gambar(page)).to_be_visible()
    page.context.set_offline(False)
    expect(tombol).to_have_attribute("aria-expanded", "true")
    tombol.click()
    expect(gambar(page)).to_be_hidden()


def test_a_phone_outside_the_kecamatan_fills_in_nothing(halaman_baru: BukaHalaman) -> None:
    page = halaman_baru()
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": -5.43, "longitude": 105.26, "accuracy": 20})
    page.goto(KIRIM)
    tambahan(page)
    page.get_by_role("button", name="Pakai lokasi HP saya").click()
    expect(page.get_by_text("di luar Kecamatan Bangunrejo")).to_be_visible()
    assert angka(page) == ("", "")


def test_the_page_of_the_sender_is_alive_too(halaman_baru: BukaHalaman) -> None:
    """The same page as without JavaScript; the position of the phone moves map and pin."""
    page = halaman_baru()
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": -5.0982, "longitude": 105.08, "accuracy": 9})
    page.goto(KIRIM)
    isi(page, teks_unik())
    kirim_sampai_selesai(page)
    page.get_by_role("link", name="Tambahkan lokasi").click()
    expect(gambar(page)).to_be_visible()
    expect(page.locator("input[type=image]")).to_have_count(0)
    page.get_by_role("button", name="Pakai lokasi HP saya").click()
    expect(kata(page)).to_contain_text("sekitar 600 m di barat titik tengah Kampung Mekar Jaya")
    expect(page.locator("[data-penanda]")).to_be_visible()
    page.get_by_role("button", name="Simpan lokasi ini").click()
    di_halaman(page, "Sudah kami terima")
    expect(page.get_by_text("Lokasi tersimpan, sekitar 600 m di barat")).to_be_visible()


@pytest.mark.parametrize("gelap", [False, True], ids=["terang", "gelap"])
def test_the_map_is_accessible(halaman_baru: BukaHalaman, gelap: bool) -> None:
    page = halaman_baru(gelap=gelap)
    buka_peta(page)
    gambar(page).click(position=SUDUT)
    assert axe(page) == []
    di_halaman(page, "Lapor atau usul")
    page.get_by_role("button", name="Ganti kampung").click()
    expect(page.locator("[data-seluruhnya]")).to_be_visible()
    assert axe(page) == []
    di_halaman(page, "Lapor atau usul")


def test_the_exact_place_is_not_kept_with_the_draft(halaman_baru: BukaHalaman) -> None:
    """A phone is shared; everybody may know the text, not the point."""
    page = halaman_baru()
    buka_peta(page)
    gambar(page).click(position=SUDUT)
    expect(kata(page)).to_contain_text("Lokasi dipilih")
    isi(page, teks_unik())
    tunggu_draf(page)
    draf = page.evaluate(DRAF)
    assert "Tutup bak kontrol" in draf
    for nama in ("lintang", "bujur", "pusat"):
        assert nama not in draf


def test_a_helper_finds_the_map_too(
    halaman_baru: BukaHalaman, masuk: Callable[[Page, str], Page]
) -> None:
    page = masuk(halaman_baru(), "fasilitator")
    page.goto("/aspirasi/titipan/")
    page.locator("select[name=kampung]").select_option("sido-rejo")
    tambahan(page)
    page.get_by_role("button", name="Pilih di peta").click()
    gambar(page).click(position=SUDUT)
    expect(kata(page)).to_contain_text("Kampung")
    page.locator("input[name=asal][value=lisan]").check()
    isi(page, teks_unik())
    kirim(page)
    expect(page).to_have_url(re.compile("/titipan/tanda-terima/$"))
