"""The scripts of sending come after the page; what was typed and chosen before is theirs, too."""

import pytest
from playwright.sync_api import Route, expect

from tests.peramban.conftest import BukaHalaman
from tests.peramban.test_kirim import DRAF, KIRIM, isi, kirim, tunggu_draf
from tests.peramban.test_naskah import foto

NASKAH = ("kirim", "foto")


def test_what_was_typed_and_chosen_before_is_kept(halaman_baru: BukaHalaman) -> None:
    page = halaman_baru()
    ditahan: list[Route] = []
    for nama in NASKAH:
        page.route(f"**/js/{nama}*.js", lambda r: ditahan.append(r))
    page.goto(KIRIM, wait_until="load")
    expect(page.locator("textarea[name=isi]")).to_be_visible()
    isi(page, "Talang air balai dusun bocor di sudut timur.")
    tempat = page.locator("input[type=file][name=foto]").first
    tempat.set_input_files(foto(400, 300))
    assert page.evaluate(DRAF) is None
    assert len(ditahan) == len(NASKAH)
    for satu in ditahan:
        satu.continue_()
    tunggu_draf(page)
    expect(page.locator("[data-foto-terpilih] li")).to_have_count(1)
    assert tempat.evaluate("e => e.files.length") == 1
    assert "Talang air" in page.evaluate(DRAF)


@pytest.mark.parametrize("js", [True, False])
def test_sent_before_they_came_it_arrives_whole(halaman_baru: BukaHalaman, js: bool) -> None:
    page = halaman_baru(js=js)
    for nama in NASKAH:
        page.route(f"**/js/{nama}*.js", lambda r: r.abort())
    page.goto(KIRIM, wait_until="load")
    isi(page, f"Pintu gerbang makam {'lepas' if js else 'miring'} engselnya satu.")
    kirim(page)
    expect(page.locator("main")).to_contain_text("PIN")
