"""Pictures of the manuals: a phone whose pages the tests themselves answer, on a fixed day.

No server runs: each request of the browser goes to the client of a test, inside its transaction,
so a walk costs little and always shows the same. A picture is kept with the fingerprint of what it
shows, text and structure, not pixels: fonts differ between machines.
"""

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from contextvars import copy_context
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, Route

AKAR = Path(__file__).resolve().parents[3]
FOLDER = AKAR / "static" / "panduan"
CATATAN = AKAR / "docs" / "panduan" / "gambar.json"
TULIS = "GAMBAR_PANDUAN"  # set by alat/gambar-panduan: pictures are made anew
ASAL = "http://portal.contoh"
PONSEL = {"width": 360, "height": 640}
SKALA, WARNA = 1.5, 24
TERTINGGI = 330  # px of the phone
SABAR = 10_000
TAK_DIBANDINGKAN = ("image", "font", "manifest")  # a fingerprint does not see them
# Codes are drawn by lot at each run; pictures and fingerprints show one instead.
ACAK = {
    r"BR-\w{4}-\w{4}-\w\w": "BR-7K4M-92QX-T3",
    r"^\d{6}$": "123456",
    r"^\w{4}-\w{4}-\w\w$": "K7MX-92QX-T3",
}

# Text and structure of a part, without what is hidden, without classes and addresses.
SUSUNAN = """(unsur) => {
  const baca = (n) => {
    if (n.nodeType === Node.TEXT_NODE) return n.data.replace(/\\s+/g, " ").trim() || null;
    if (n.nodeType !== Node.ELEMENT_NODE || n.matches("script, style, svg, .tersembunyi"))
      return null;
    if (n.type === "hidden" || !n.checkVisibility()) return null;
    const nama = n.tagName.toLowerCase();
    if (nama === "select") return [nama, n.selectedOptions[0]?.text.trim() ?? ""];
    if (nama === "textarea") return [nama, n.value];
    if (nama === "input")
      return [nama, n.type, /radio|checkbox/.test(n.type) ? n.checked : n.value];
    return [nama, ...[...n.childNodes].map(baca).filter((satu) => satu !== null)];
  };
  return baca(unsur);
}"""
# A ring around what is pressed, or none any more.
LINGKARI = """([tekan, nyala]) => Object.assign(tekan.style, nyala
  ? { outline: "3px solid #000", outlineOffset: "4px", boxShadow: "0 0 0 4px #ffd21f",
      position: "relative", zIndex: "2" }
  : { outline: "", outlineOffset: "", boxShadow: "", position: "", zIndex: "" })"""
# The first and last line of a part, from the top of the page, with room for a ring.
LETAK = """([bagian, tekan]) => {
  const kotak = bagian.getBoundingClientRect(), tepi = tekan && bagian.contains(tekan) ? 9 : 4;
  return [kotak.top + scrollY - tepi, kotak.bottom + scrollY + tepi];
}"""
PITA = """<body style=margin:0><p style="margin:0;font:700 16px/26px sans-serif;
text-align:center;background:#fbebc6;color:#6f4100">DATA CONTOH</p>"""
SAMAR = """([dari, ke]) => {
  const jalan = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pola = new RegExp(dari, "g");
  while (jalan.nextNode()) jalan.currentNode.data = jalan.currentNode.data.replace(pola, ke);
  for (const satu of document.querySelectorAll("input[type=text]"))
    satu.value = satu.value.replace(pola, ke);
}"""
# Boxes for long texts are shown three lines high.
RENDAH = """(unsur) => { if (unsur.matches("textarea"))
  Object.assign(unsur.style, { minHeight: "0", height: "7rem" }); }"""


class Album:
    """The pictures of the manuals as they are kept; `potret` compares with one, or makes it."""

    def __init__(self) -> None:
        self.tulis = TULIS in os.environ
        self.terlihat: set[str] = set()

    def potret(self, nama: str, *bagian: Locator, tekan: Locator | None = None) -> None:
        """Take the picture `nama` of some parts of a page, with a ring around what is pressed.

        Fails when the kept one shows other words or another structure.
        """
        self.terlihat.add(nama)
        for dari, ke in ACAK.items():
            bagian[0].page.evaluate(SAMAR, [dari, ke])
        susunan = json.dumps([satu.evaluate(SUSUNAN) for satu in bagian], ensure_ascii=False)
        sidik = hashlib.sha256(susunan.encode()).hexdigest()[:16]
        if self.tulis:
            FOLDER.mkdir(exist_ok=True)
            gambar = _hemat(_foto(bagian, tekan))
            (FOLDER / f"{nama}.webp").write_bytes(gambar)
            _catat(nama, gambar, sidik)
        lama = baca_catatan().get(nama, {}).get("sidik")
        assert lama == sidik, f"Picture {nama} has grown old: run alat/gambar-panduan. {susunan}"


def baca_catatan() -> dict[str, dict[str, Any]]:
    """Return what is kept of each picture: its size and the fingerprint of what it shows."""
    isi: dict[str, dict[str, Any]] = json.loads(CATATAN.read_text()) if CATATAN.exists() else {}
    return isi


def _catat(nama: str, gambar: bytes, sidik: str) -> None:
    lebar, tinggi = Image.open(BytesIO(gambar)).size
    semua = baca_catatan() | {nama: {"lebar": lebar, "tinggi": tinggi, "sidik": sidik}}
    CATATAN.write_text(json.dumps(dict(sorted(semua.items())), indent=1) + "\n")


def _foto(bagian: Sequence[Locator], tekan: Locator | None) -> Image.Image:
    """Return the ribbon of a demonstration and the parts below it, as wide as the phone."""
    page, unsur = bagian[0].page, tekan.element_handle() if tekan else None
    page.evaluate("document.activeElement.blur()")
    potongan = [_pita(page), *(_sepotong(satu, unsur) for satu in bagian)]
    tinggi = sum(satu.height for satu in potongan)
    assert tinggi <= TERTINGGI * SKALA, f"{tinggi / SKALA} px are too high: frame less."
    hasil, atas = Image.new("RGB", (int(PONSEL["width"] * SKALA), tinggi)), 0
    for satu in potongan:
        hasil.paste(satu, (0, atas))
        atas += satu.height
    return hasil


def _sepotong(bagian: Locator, tekan: Any) -> Image.Image:
    page = bagian.page
    bagian.evaluate(RENDAH)
    dilingkari = tekan and bagian.evaluate("(unsur, lain) => unsur.contains(lain)", tekan)
    if dilingkari:
        page.evaluate(LINGKARI, [tekan, True])
    atas, bawah = page.evaluate(LETAK, [bagian.element_handle(), tekan])
    kotak: Any = {"x": 0, "y": atas, "width": PONSEL["width"], "height": bawah - atas}
    isi = page.screenshot(clip=kotak, full_page=True, animations="disabled")
    if dilingkari:
        page.evaluate(LINGKARI, [tekan, False])
    return _buka(isi)


@cache
def _pita(page: Page) -> Image.Image:
    """Return the ribbon, taken on an empty page."""
    kosong = page.context.new_page()
    kosong.set_content(PITA)
    isi = kosong.locator("p").screenshot()
    kosong.close()
    pita = _buka(isi)
    return pita.resize((int(PONSEL["width"] * SKALA), pita.height))


def _buka(isi: bytes) -> Image.Image:
    return Image.open(BytesIO(isi)).convert("RGB")


def _hemat(gambar: Image.Image) -> bytes:
    """Return it as WebP of few colours."""
    hasil = BytesIO()
    sedikit = gambar.quantize(WARNA, dither=Image.Dither.NONE).convert("RGB")
    sedikit.save(hasil, "WEBP", lossless=True, quality=100, method=6)
    return hasil.getvalue()


def ponsel(peramban: Browser, klien: Client) -> Page:
    """Return a page of a phone whose requests `klien` answers; it signs in as that client is."""
    konteks = peramban.new_context(
        base_url=ASAL,
        viewport=PONSEL,
        device_scale_factor=SKALA,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        reduced_motion="reduce",
    )
    konteks.set_default_timeout(SABAR)
    # Playwright calls back in a context of its own, which would open another connection there.
    milik = copy_context()
    konteks.route("**/*", lambda rute: _jawab(rute, partial(milik.run, klien.generic)))
    return konteks.new_page()


def _jawab(rute: Route, minta_ke: Callable[..., Any]) -> None:
    minta = rute.request
    if minta.resource_type in TAK_DIBANDINGKAN and TULIS not in os.environ:
        return rute.abort()
    bagian = urlsplit(minta.url)
    if bagian.path.startswith("/static/"):
        berkas = finders.find(bagian.path.removeprefix("/static/"))
        return rute.fulfill(path=str(berkas)) if berkas else rute.abort()
    jenis = minta.headers.get("content-type", "application/octet-stream")
    jawaban = minta_ke(
        minta.method,
        f"{bagian.path}?{bagian.query}" if bagian.query else bagian.path,
        minta.post_data_buffer or b"",
        content_type=jenis,
        HTTP_HOST="testserver",
    )
    if jawaban.status_code in (301, 302, 303):
        pindah = f"<meta http-equiv=refresh content='0;url={jawaban['Location']}'>"
        return rute.fulfill(body=pindah, content_type="text/html")
    isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    return rute.fulfill(status=jawaban.status_code, body=isi, content_type=jawaban["Content-Type"])
