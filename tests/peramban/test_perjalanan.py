"""The whole loop on a small phone, once without JavaScript and once with it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.alat.peramban import langkah as warga
from tests.alat.peramban import langkah_petugas as petugas
from tests.alat.peramban import langkah_rembuk as rembuk
from tests.alat.peramban.langkah import Cerita, buka_menu, di_halaman
from tests.alat.peramban.portal import PortalHidup

Orang = Callable[[str], Page]
KAKAM = "kakam.sido-rejo"


@pytest.fixture(params=[False, True], ids=["tanpa-skrip", "dengan-skrip"])
def js(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def orang(
    js: bool, halaman_baru: Callable[..., Page], portal: PortalHidup
) -> Iterator[Callable[[str], Page]]:
    """Make the phone of a person: `orang("staf")` is signed in, `orang("")` a visitor."""
    rusak: list[str] = []

    def buat(kunci: str) -> Page:
        page = halaman_baru(js=js)
        page.on("response", lambda j: rusak.append(j.url) if j.status >= 500 else None)
        page.on("pageerror", lambda galat: rusak.append(str(galat)))
        if kunci:
            masuk(page, kunci, portal)
        return page

    yield buat
    assert rusak == []


def masuk(page: Page, kunci: str, portal: PortalHidup) -> None:
    """Sign in by the menu."""
    page.goto("/")
    buka_menu(page, "Masuk")
    di_halaman(page, "Masuk")
    email = f"{kunci}@contoh.invalid"
    page.get_by_label("Nomor HP atau e-mail").fill(email)
    page.get_by_label("Kata sandi", exact=True).fill(portal.sandi[email])
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", name="Masuk", exact=True)).to_have_count(0)


def test_the_whole_loop(orang: Orang, js: bool) -> None:
    """From a voice to the money spent on it, and back to the one who spoke."""
    cerita = Cerita()
    pengirim, pengunjung = orang(""), orang("")
    warga.kirim_usulan(pengirim, cerita, js=js)
    warga.simpan_kode(pengirim, cerita, js=js)

    petugas.periksa_dan_teruskan(orang("staf"), cerita)

    kakam = orang(KAKAM)
    petugas.tangani_dan_jawab(kakam, cerita)
    petugas.buka_proyek(kakam, cerita)
    petugas.mulai_pekerjaan(kakam, cerita)
    petugas.tulis_laporan(kakam, cerita)
    petugas.terbitkan_laporan(kakam, cerita, js=js)

    warga.lihat_beranda(pengunjung, cerita)
    warga.lihat_proyek(pengunjung, cerita)
    warga.lacak(pengunjung, cerita)
    rembukkan(orang, cerita)
    warga.baca_kabar(pengunjung, cerita)


def rembukkan(orang: Orang, cerita: Cerita) -> None:
    """The project is discussed, a bad reply is hidden, and a Kabar tells what follows."""
    penulis, pembalas, staf = orang("warga"), orang("fasilitator"), orang("staf")
    topik = rembuk.tulis_topik(penulis, cerita)
    rembuk.balas(pembalas, cerita)
    rembuk.sembunyikan(staf, cerita, topik)
    rembuk.lihat_tersembunyi(orang(""), cerita)
    rembuk.baca_alasan(pembalas, cerita, topik)
    petugas.terbitkan_kabar(staf, cerita)
