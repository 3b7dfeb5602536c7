"""From a complaint to its end on a phone: sent, checked, routed, answered, disputed, settled."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.test_kirim import TERKIRIM, isi, kirim
from tests.peramban.test_naskah import foto

# Two complaints that are not alike: the second journey finds no likely duplicate.
KELUHAN = {
    False: "Pintu air sawah macet karena karat.",
    True: "Tutup selokan depan puskesmas pembantu pecah tiga.",
}


def buka_di_meja(page: Page, antrean: str, judul: str) -> None:
    page.goto(f"/kerja/aspirasi/?keadaan={antrean}")
    page.locator("#hasil").get_by_role("link", name=judul.rstrip(".")).click()


def langkah(page: Page, nama: str) -> Any:
    """The form of one act, unfolded."""
    form = page.locator(f"form[action$='/{nama}/']")
    if not form.is_visible():
        page.locator("details", has=form).locator("> summary").click()
    return form


def jawab(page: Page, judul: str, kalimat: str) -> None:
    buka_di_meja(page, "jawab", judul)
    form = langkah(page, "tanggapi")
    form.locator("textarea").fill(kalimat)
    form.get_by_role("button", name="Kirim jawaban").click()
    expect(page.get_by_text("Jawaban sudah terkirim")).to_be_visible()


def buka_kiriman(page: Page, kode: str, pin: str) -> None:
    page.goto("/aspirasi/lacak/")
    page.locator("input[name=kode]").fill(kode.lower())
    page.locator("input[name=pin]").fill(pin)
    page.get_by_role("button", name="Lacak", exact=True).click()
    expect(page.get_by_role("heading", name="Kiriman Anda")).to_be_visible()


@pytest.mark.parametrize("js", [False, True])
def test_a_complaint_reaches_its_end(
    halaman_baru: Callable[..., Page], masuk: Callable[[Page, str], Page], js: bool
) -> None:
    warga, keluhan = halaman_baru(js=js), KELUHAN[js]
    warga.goto("/aspirasi/kirim/")
    isi(warga, keluhan)
    warga.set_input_files("input[name=foto]", [foto(300, 200)])
    kirim(warga)
    expect(warga).to_have_url(TERKIRIM)
    kode, pin = (warga.locator("[data-salin]").nth(i).inner_text() for i in (0, 1))

    staf = masuk(halaman_baru(js=js), "staf")
    buka_di_meja(staf, "baru", keluhan)
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
    jawab(aparat, keluhan, "Sudah diganti yang baru hari Kamis.")
    buka_kiriman(warga, kode, pin)
    warga.get_by_role("button", name="Sudah beres").click()
    expect(warga.get_by_text("kami catat sudah beres")).to_be_visible()
    expect(warga.get_by_role("link", name="SP4N-LAPOR!").first).to_be_visible()
