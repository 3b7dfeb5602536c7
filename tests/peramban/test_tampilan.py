"""Every kind of page in a real browser: fits the phone, axe finds nothing, policy holds."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import DEFAULT_OPTIONS
from playwright.sync_api import Browser, Page, Route

from tests.alat.aturan_css import seperti_krom80
from tests.alat.lembar import KOMENTAR
from tests.alat.peramban.jelajah import Halaman, nama_alamat, tanpa_masalah
from tests.alat.peramban.portal import PortalHidup
from tests.alat.peramban.ukuran import ukur_semua
from tests.peramban.conftest import LEBAR, PONSEL, SABAR

pytestmark = pytest.mark.jelajah

MEJA = ("/kerja/", "/kerja/aspirasi/", "/kerja/kode/", "/proyek/buka/", "/kabar/tulis/", "/akun/")
ADMIN = ("/admin/", "/admin/forum/topik/", "/admin/warga/pengguna/", "/admin/warga/kampung/")
# The desktop admin of Django has wide tables of its own; it is measured for policy, not width.


@pytest.fixture(scope="module")
def jalur_umum(halaman_umum: list[Halaman]) -> list[str]:
    """One example of each public kind of page."""
    semua: dict[str, Halaman] = {}
    for halaman in halaman_umum:
        if "text/html" in halaman.jawaban.header("Content-Type"):
            semua.setdefault(nama_alamat(halaman.jalur), halaman)
    return [h.jalur for h in semua.values()]


class Pengamat:
    """Notes the requests and complaints of a page."""

    def __init__(self, page: Page, portal: PortalHidup) -> None:
        self.page, self.portal = page, portal
        self.keluhan: list[str] = []
        page.on("console", lambda pesan: self._konsol(pesan))
        page.on("pageerror", lambda galat: self.keluhan.append(str(galat)))
        page.on("request", lambda minta: self._minta(minta.url))

    def _konsol(self, pesan: Any) -> None:
        if pesan.type in ("error", "warning"):
            self.keluhan.append(pesan.text)

    def _minta(self, url: str) -> None:
        if not url.startswith((self.portal.alamat, "data:")):
            self.keluhan.append(f"permintaan ke luar: {url}")

    def buka(self, jalur: str) -> list[str]:
        """Open a page and return its faults."""
        self.keluhan.clear()
        self.page.goto(jalur)
        return self.ukur(jalur)

    def ukur(self, jalur: str) -> list[str]:
        """Return what is wrong as the page stands, and was said since the last look."""
        lebih = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if lebih > 0 and not jalur.startswith("/admin/"):
            self.keluhan.append(f"bergeser {lebih}px ke samping")
        dikatakan, self.keluhan[:] = list(self.keluhan), []
        return dikatakan


SEMPIT = """() => {
  for (const satu of document.querySelectorAll(".pilihan--kartu")) satu.style.flexWrap = "nowrap";
  document.body.style.overflowWrap = "anywhere";
}"""
UKURAN_LAMA = """() => {
  const kotak = (apa) => [...document.querySelectorAll(apa)].map((s) => s.getBoundingClientRect());
  const [kiri, kanan] = kotak(".pilihan--kartu:first-child > *");
  return {
    lebih: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    gambar: Math.max(...kotak("svg").map((k) => k.width)),
    isian: kotak("main input:not([type=hidden])")[0].top,
    jarak: kanan.left - kiri.right,
  };
}"""
KERTAS = """() => {
  const sikap = (apa) => getComputedStyle(document.querySelector(apa)).display;
  const semua = (apa) => [...document.querySelectorAll(apa)];
  const tampak = (apa) => semua(apa).filter((s) => s.getClientRects().length);
  return {
    kaki: sikap(".tabel-susun tfoot"),
    baris: sikap(".tabel-susun tbody tr"),
    lipat: tampak("main details:not([open]) > :not(summary)").length,
    tombol: tampak("main .tombol, main form, nav").map((s) => s.textContent.trim()),
    alamat: tampak(".alamat-kertas svg").length,
  };
}"""
WARNA = {"runOnly": {"type": "tag", "values": ["cat.color"]}} | DEFAULT_OPTIONS
PELANGGARAN = "(pilihan) => axe.run(pilihan).then((hasil) => hasil.violations)"


def axe(page: Page, pilihan: dict[str, Any] = DEFAULT_OPTIONS) -> list[str]:
    """Return what axe finds; a page reads it once, however often it is asked."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [
        f"{p['id']}: {p['help']} ({p['nodes'][0]['html'][:120]})"
        for p in page.evaluate(PELANGGARAN, pilihan)
    ]


def periksa(page: Page, portal: PortalHidup, jalur: list[str]) -> dict[str, list[str]]:
    pengamat, salah = Pengamat(page, portal), {}
    for satu in jalur:
        temuan = pengamat.buka(satu) + axe(page) + ukur_semua(page)
        if temuan:
            salah[satu] = temuan
    return salah


TAMPILAN = ("ponsel terang", "ponsel gelap", "lebar", "huruf dan ukuran lain")


@pytest.fixture(scope="module")
def temuan_umum(
    peramban: Browser, portal: PortalHidup, jalur_umum: list[str]
) -> dict[str, dict[str, list[str]]]:
    """Return the faults of each public page, by how it is looked at; each is opened once.

    In the dark the markup is the same, so axe is asked about colours alone.
    """
    page = halaman_umum_baru(peramban, portal)
    pengamat, salah = Pengamat(page, portal), {tampilan: {} for tampilan in TAMPILAN}
    for jalur in jalur_umum:
        temuan = {"ponsel terang": pengamat.buka(jalur) + axe(page)}
        page.emulate_media(color_scheme="dark")
        temuan["ponsel gelap"] = pengamat.ukur(jalur) + axe(page, WARNA)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(LEBAR)
        temuan["lebar"] = pengamat.ukur(jalur) + axe(page)
        temuan["huruf dan ukuran lain"] = ukur_semua(page)
        page.set_viewport_size(PONSEL)
        for tampilan, apa in temuan.items():
            if apa:
                salah[tampilan][jalur] = apa
    page.context.close()
    return salah


def halaman_umum_baru(peramban: Browser, portal: PortalHidup) -> Page:
    konteks = peramban.new_context(base_url=portal.alamat, viewport=PONSEL, locale="id-ID")
    konteks.set_default_timeout(SABAR)
    return konteks.new_page()


@pytest.mark.parametrize("tampilan", TAMPILAN)
def test_public_pages(
    tampilan: str, jalur_umum: list[str], temuan_umum: dict[str, dict[str, list[str]]]
) -> None:
    assert len(jalur_umum) > 20
    tanpa_masalah(temuan_umum[tampilan])


def test_a_column_of_letters_is_seen(halaman_baru: Callable[..., Page]) -> None:
    """The measure itself: what shrank words to letters before is found, and only then."""
    page = halaman_baru(ukuran=PONSEL)
    page.goto("/aspirasi/kirim/")
    assert ukur_semua(page) == []
    page.evaluate(SEMPIT)
    assert [salah for salah in ukur_semua(page) if "kata patah" in salah]


def test_a_browser_that_knows_nothing_newer_shows_the_form(
    halaman_baru: Callable[..., Page],
) -> None:
    """Chrome 80: its sheet is ours without what it drops (`tests.alat.aturan_css`)."""
    page = halaman_baru(ukuran=PONSEL)
    page.route("**/*.css", lama)
    page.goto("/aspirasi/kirim/")
    ukuran = page.evaluate(UKURAN_LAMA)
    assert ukuran["lebih"] <= 0
    assert ukuran["gambar"] <= 60
    assert ukuran["isian"] < 1.5 * PONSEL["height"]
    assert ukuran["jarak"] >= 4


def lama(rute: Route) -> None:
    jawaban = rute.fetch()
    rute.fulfill(response=jawaban, body=seperti_krom80(KOMENTAR.sub("", jawaban.text())))


def test_paper_has_one_total_and_shows_what_is_folded(halaman_baru: Callable[..., Page]) -> None:
    page = halaman_baru(ukuran={"width": 673, "height": 960})
    page.goto("/proyek/?cari=rabat+beton+dusun")  # one with money, folded parts and totals
    page.goto(str(page.locator("main .baris__judul a").first.get_attribute("href")))
    page.emulate_media(media="print")
    kertas = page.evaluate(KERTAS)
    assert kertas["kaki"] == "table-row-group"
    assert kertas["baris"] == "table-row"
    assert kertas["lipat"] > 0
    assert kertas["tombol"] == []
    assert kertas["alamat"] == 1


@pytest.mark.parametrize("peran", ["kakam.sido-rejo", "staf"])
def test_desk_pages_on_a_phone(
    peran: str,
    halaman_baru: Callable[..., Page],
    masuk: Callable[[Page, str], Page],
    portal: PortalHidup,
) -> None:
    page = masuk(halaman_baru(ukuran=PONSEL), peran)
    tanpa_masalah(periksa(page, portal, list(MEJA)))


def test_admin_keeps_the_policy(
    halaman_baru: Callable[..., Page], masuk: Callable[[Page, str], Page], portal: PortalHidup
) -> None:
    page = masuk(halaman_baru(ukuran=LEBAR), "admin")
    pengamat = Pengamat(page, portal)
    tanpa_masalah({j: p for j in ADMIN if (p := pengamat.buka(j))})
