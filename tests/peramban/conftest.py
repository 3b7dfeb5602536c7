"""A portal and a browser for the whole run. These tests need the system's Chromium."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.alat.peramban import portal as rumah
from tests.alat.peramban.jelajah import Halaman, jelajahi
from tests.alat.peramban.portal import PortalHidup

# Without windows Chromium takes a fifth of the processor time; both are the system's own.
CHROMIUM = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
PONSEL = {"width": 360, "height": 640}
LEBAR = {"width": 1280, "height": 800}
SABAR = 15_000  # milliseconds; the machine may be busy with other tests
PILIHAN = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
# Each window would load pages of Chromium's own bar; nobody looks at it here. Chromium heeds only
# the last list, so what Playwright switches off stands in it, too.
TANPA = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch", "Translate"),
    *("PreloadTopChromeWebUI", "PreloadTopChromeWebUILessNavigations", "InitialWebUI"),
    *("WebUIReloadButton", "WebUIOmniboxPopup", "WebUILocationBar", "WebUITabStrip"),
)
PILIHAN.append(f"--disable-features={','.join(TANPA)}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One portal serves them all, so they run on one worker."""
    for item in items:
        if "peramban" in item.path.parts:
            item.add_marker(pytest.mark.peramban)
            item.add_marker(pytest.mark.xdist_group("peramban"))


@pytest.fixture(scope="session")
def portal() -> Iterator[PortalHidup]:
    folder = Path(mkdtemp(prefix="bangunrejo-uji-"))
    folder.chmod(0o755)
    hidup = rumah.mulai(folder)
    yield hidup
    hidup.henti()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    ada = next((satu for satu in CHROMIUM if Path(satu).exists()), None)
    if ada is None:
        pytest.fail("Chromium belum terpasang. Jalankan `make siap` sebagai root.")
    expect.set_options(timeout=SABAR)
    with sync_playwright() as alat:
        browser = alat.chromium.launch(executable_path=ada, args=PILIHAN)
        yield browser
        browser.close()


BukaHalaman = Callable[..., Page]


NASKAH_NANTI = """async (sabar) => {
  const akhir = Date.now() + sabar;
  while (document.querySelector("[data-nanti]") && Date.now() < akhir)
    await new Promise((r) => setTimeout(r, 10));
}"""


def _tunggu_naskah(page: Page) -> None:
    """Let `goto` wait, too, for the scripts that come after the page; not where a test says itself
    what it waits for."""
    buka = page.goto

    def goto(*args: Any, **lain: Any) -> Any:
        jawaban = buka(*args, **lain)
        if "wait_until" not in lain:
            page.evaluate(NASKAH_NANTI, SABAR)
        return jawaban

    setattr(page, "goto", goto)  # noqa: B010  # a method of its class


@pytest.fixture
def halaman_baru(peramban: Browser, portal: PortalHidup) -> Iterator[BukaHalaman]:
    """Make a page of a new visitor: `halaman_baru(js=False, ukuran=PONSEL, gelap=True)`.

    `sentuh`: the screen feels fingers.
    """
    konteks = []

    def buka(
        *,
        js: bool = True,
        ukuran: dict[str, int] = PONSEL,
        gelap: bool = False,
        sentuh: bool = False,
    ) -> Page:
        satu = peramban.new_context(
            base_url=portal.alamat,
            viewport=ukuran,
            java_script_enabled=js,
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            color_scheme="dark" if gelap else "light",
            has_touch=sentuh,
        )
        satu.set_default_timeout(SABAR)
        if js:
            satu.on("page", _tunggu_naskah)
        konteks.append(satu)
        return satu.new_page()

    yield buka
    for satu in konteks:
        satu.close()


@pytest.fixture(scope="session")
def halaman_umum(portal: PortalHidup) -> list[Halaman]:
    """Every page that a visitor reaches by links."""
    return jelajahi(portal)


@pytest.fixture(scope="session")
def kue() -> dict[str, list[Any]]:
    """The cookies of each account that has signed in; no test signs out."""
    return {}


@pytest.fixture
def masuk(portal: PortalHidup, kue: dict[str, list[Any]]) -> Callable[[Page, str], Page]:
    """Sign a page in as an account of the demonstration: `masuk(page, "staf")`.

    Each account fills in the form once; test_perjalanan does so every time.
    """

    def sebagai(page: Page, kunci: str) -> Page:
        if kunci in kue:
            page.context.add_cookies(kue[kunci])
        else:
            _isi_formulir(page, f"{kunci}@contoh.invalid", portal)
            kue[kunci] = [dict(satu) for satu in page.context.cookies()]
        return page

    return sebagai


def _isi_formulir(page: Page, email: str, portal: PortalHidup) -> None:
    page.goto("/akun/masuk/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(portal.sandi[email])
    page.locator("main").get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(lambda url: "/akun/masuk/" not in url)
