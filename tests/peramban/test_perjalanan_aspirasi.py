"""Journeys on a phone: a complaint to its end, one about officials, guessing, sending twice."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.alat.peramban.portal import PortalHidup
from tests.peramban.test_kirim import DIKIRIM, TERKIRIM, isi, kirim
from tests.peramban.test_naskah import foto

# Two complaints that are not alike: the second journey finds no likely duplicate.
# Like nothing that other journeys send: likely duplicates would stand between.
KELUHAN = {
    False: "Ambulans kampung mogok, akinya soak.",
    True: "Mesin perontok jagung dipinjam, belum kembali.",
}


def buka_di_meja(page: Page, antrean: str, judul: str) -> None:
    """Open it from a queue: the earliest due come first, so others may fill a page of 20."""
    page.goto(f"/kerja/aspirasi/?keadaan={antrean}&per=100")
    page.locator("#hasil").get_by_role("link", name=judul.rstrip(".")).click()


def langkah(page: Page, nama: str) -> Any:
    """The form of one act: on the page, or on a page of its own."""
    form = page.locator(f"form[action*='/{nama}/']")
    tautan = page.locator(f"main a[href*='/{nama}/']")
    form.or_(tautan).wait_for()
    if tautan.is_visible():
        tautan.click()
    return form


def jawab(page: Page, judul: str, kalimat: str) -> None:
    buka_di_meja(page, "jawab", judul)
    form = langkah(page, "tanggapi")
    form.locator("input[value=selesai]").check()
    form.locator("textarea[name=isi]").fill(kalimat)
    form.get_by_role("button", name="Kirim jawaban").click()
    expect(page.get_by_text("Jawaban sudah terkirim")).to_be_visible()


def buka_kiriman(page: Page, kode: str, pin: str) -> None:
    page.goto("/aspirasi/lacak/")
    page.locator("input[name=kode]").fill(kode.lower())
    page.locator("input[name=pin]").fill(pin)
    page.get_by_role("button", name="Lacak", exact=True).click()
    expect(page.get_by_role("heading", name="Kiriman Anda")).to_be_visible()


def terkirim(page: Page) -> tuple[str, str]:
    """Send the form as it is filled in. Return code and PIN."""
    kirim(page)
    expect(page).to_have_url(TERKIRIM)
    kode, pin = (page.locator("[data-salin]").nth(i).inner_text() for i in (0, 1))
    return kode, pin


@pytest.mark.parametrize("js", [False, True])
def test_a_complaint_reaches_its_end(
    halaman_baru: Callable[..., Page], masuk: Callable[[Page, str], Page], js: bool
) -> None:
    warga, keluhan = halaman_baru(js=js), KELUHAN[js]
    warga.goto("/aspirasi/kirim/")
    isi(warga, keluhan)
    warga.set_input_files("input[name=foto]", [foto(300, 200)])
    kode, pin = terkirim(warga)

    staf = masuk(halaman_baru(js=js), "staf")
    buka_di_meja(staf, "baru", keluhan)
    staf.get_by_label("Tetap di kecamatan dulu").check()
    langkah(staf, "periksa").get_by_role("button", name="Nyatakan sudah diperiksa").click()
    expect(staf.get_by_text("Kiriman sudah diperiksa.")).to_be_visible()
    langkah(staf, "teruskan").get_by_role("button", name="Teruskan", exact=True).click()
    expect(staf.get_by_text("Kiriman sudah diteruskan.")).to_be_visible()

    aparat = masuk(halaman_baru(js=js), "aparat")
    jawab(aparat, keluhan, "Sudah diperbaiki hari Senin.")
    buka_kiriman(warga, kode, pin)
    expect(warga.get_by_text("Sudah diperbaiki hari Senin.")).to_be_visible()
    warga.locator("summary", has_text="Belum beres").click()
    warga.locator("textarea[name=alasan]").fill("Masih rusak juga.")
    warga.get_by_role("button", name="Buka kembali").click()
    expect(warga.get_by_text("Kiriman dibuka kembali")).to_be_visible()

    buka_di_meja(staf, "dibuka", keluhan)
    expect(staf.get_by_text("Masih rusak juga.")).to_be_visible()
    langkah(staf, "teruskan").get_by_role("button", name="Teruskan", exact=True).click()
    expect(staf.get_by_text("Kiriman sudah diteruskan.")).to_be_visible()
    jawab(aparat, keluhan, "Sudah diganti yang baru hari Kamis.")
    buka_kiriman(warga, kode, pin)
    warga.locator("summary", has_text="Sudah beres").click()
    didengar = warga.get_by_role("group", name="Apakah Anda merasa didengar?")
    didengar.get_by_role("radio", name="Sebagian").check()
    warga.get_by_role("button", name="Ya, sudah beres").click()
    expect(warga.get_by_text("kami catat: sudah beres")).to_be_visible()
    expect(warga.get_by_role("link", name="SP4N-LAPOR!").first).to_be_visible()


# Where an official of the kampung would see that something came in.
TEMPAT_KAMPUNG = (
    "/kerja/",
    "/kerja/aspirasi/",
    "/kerja/aspirasi/?keadaan=semua",
    "/aspirasi/",
    "/kampung/sido-rejo/",
    "/",
)


def yang_terlihat(page: Page) -> list[str]:
    """All that stands on these pages: words, sums and badges."""
    isi = []
    for alamat in TEMPAT_KAMPUNG:
        page.goto(alamat)
        isi.append(page.locator("body").inner_text())
    return isi


@pytest.mark.parametrize("js", [False, True])
def test_what_is_about_officials_reaches_the_kecamatan_and_nobody_of_the_kampung(
    halaman_baru: Callable[..., Page],
    masuk: Callable[[Page, str], Page],
    portal: PortalHidup,
    js: bool,
) -> None:
    teks = f"Meja pelayanan {'pagi' if js else 'sore'} kosong, cap disimpan di rumah."
    kampung = [masuk(halaman_baru(js=js), siapa) for siapa in ("aparat", "kakam.sido-rejo", "bpk")]
    portal.tunggu_pekerja()  # what the tests before have queued
    sebelum = [yang_terlihat(page) for page in kampung]
    warga = halaman_baru(js=js)
    warga.goto("/aspirasi/kirim/")
    isi(warga, teks)
    warga.locator("input[name=tentang][value=aparat_kampung]").check()
    kode, pin = terkirim(warga)
    expect(warga.get_by_text("Tidak seorang pun di kampung")).to_be_visible()

    portal.tunggu_pekerja()
    assert [yang_terlihat(page) for page in kampung] == sebelum
    kampung[0].goto(f"/kerja/aspirasi/?cari={teks.split(',')[0]}")
    expect(kampung[0].locator("#hasil .baris")).to_have_count(0)

    camat = masuk(halaman_baru(js=js), "rahasia")
    jawab_rahasia(camat, teks)
    buka_kiriman(warga, kode, pin)
    expect(warga.get_by_text("Sudah kami tegur dan kami catat.")).to_be_visible()
    portal.tunggu_pekerja()
    assert [yang_terlihat(page) for page in kampung] == sebelum


def jawab_rahasia(page: Page, teks: str) -> None:
    """The petugas of the kecamatan checks it and answers it without the kampung."""
    buka_di_meja(page, "baru", teks)
    langkah(page, "periksa").get_by_role("button", name="Nyatakan sudah diperiksa").click()
    form = langkah(page, "tanggapi")
    form.locator("input[value=selesai]").check()
    form.locator("textarea[name=isi]").fill("Sudah kami tegur dan kami catat.")
    form.get_by_role("button", name="Kirim jawaban").click()
    expect(page.get_by_text("Jawaban sudah terkirim")).to_be_visible()


@pytest.mark.parametrize("js", [False, True])
def test_five_wrong_pins_slow_down_and_say_no_more_than_that(
    halaman_baru: Callable[..., Page], js: bool
) -> None:
    page = halaman_baru(js=js)
    page.goto("/aspirasi/kirim/")
    isi(page, f"Tali bendera balai {'utara' if js else 'selatan'} putus tertiup angin.")
    kode, pin = terkirim(page)
    page.context.clear_cookies()
    salah = "111111" if pin != "111111" else "222222"
    for _ in range(5):
        masukkan(page, kode, salah)
        expect(page.get_by_text("Kode dan PIN ini tidak cocok.")).to_be_visible()
        expect(page.locator("main")).not_to_contain_text("bendera")
    masukkan(page, kode, pin)
    expect(page.get_by_text("Kode dan PIN Anda tetap berlaku.")).to_be_visible()
    masukkan(page, kode, "")
    expect(page.get_by_role("heading", name="Keadaan kiriman")).to_be_visible()


def masukkan(page: Page, kode: str, pin: str) -> None:
    page.goto("/aspirasi/lacak/")
    page.get_by_label("Kode lacak").fill(kode)
    page.get_by_label("PIN kiriman").fill(pin)
    page.get_by_role("button", name="Lacak", exact=True).click()


def satu_di_meja(page: Page, benda: str) -> None:
    """The desk knows exactly one kiriman of these words."""
    page.goto(f"/kerja/aspirasi/?cari={benda}")
    expect(page.locator("#hasil .baris")).to_have_count(1)


@pytest.mark.parametrize("js", [False, True])
def test_two_presses_make_one_row(
    halaman_baru: Callable[..., Page], masuk: Callable[[Page, str], Page], js: bool
) -> None:
    benda = "Ember sumur umum" if js else "Timba sumur umum"
    page = halaman_baru(js=js)
    page.goto("/aspirasi/kirim/")
    isi(page, f"{benda} pecah dasarnya, air tumpah semua.")
    page.get_by_role("button", name="Kirim", exact=True).dblclick()
    expect(page).to_have_url(TERKIRIM)
    satu_di_meja(masuk(halaman_baru(js=js), "staf"), benda)


def test_without_script_reloading_after_a_lost_answer_gives_the_same_kiriman(
    halaman_baru: Callable[..., Page], masuk: Callable[[Page, str], Page]
) -> None:
    """The server took it in, the line broke, the browser sends the same form once more."""
    page = halaman_baru(js=False)
    page.goto("/aspirasi/kirim/")
    isi(page, "Gayung mandi umum hilang, warga berebut gelas.")
    terima: list[int] = []

    def putus(route: Route) -> None:
        terima.append(route.fetch(max_redirects=0).status)
        route.abort()

    page.route(DIKIRIM, putus, times=1)
    kirim(page)
    page.wait_for_url("chrome-error://**")
    page.reload()
    expect(page).to_have_url(TERKIRIM)
    assert terima == [302]
    satu_di_meja(masuk(halaman_baru(js=False), "staf"), "Gayung mandi umum")
