"""What the first page of a full portal costs a new visitor, counted by the browser itself."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

KB = 1024
TERBANYAK = 8
TERBERAT = 60 * KB


def test_first_load_of_the_first_page(halaman_baru: Callable[..., Page]) -> None:
    """Page, style, script and signs as sent over the wire; photos come after, when scrolled to."""
    page = halaman_baru()
    jaringan = page.context.new_cdp_session(page)
    jaringan.send("Network.enable")
    alamat: dict[str, str] = {}
    bobot: dict[str, int] = {}

    def diminta(peristiwa: dict[str, Any]) -> None:
        alamat[peristiwa["requestId"]] = peristiwa["request"]["url"]

    def selesai(peristiwa: dict[str, Any]) -> None:
        bobot[alamat[peristiwa["requestId"]]] = peristiwa["encodedDataLength"]

    jaringan.on("Network.requestWillBeSent", diminta)
    jaringan.on("Network.loadingFinished", selesai)
    page.goto("/", wait_until="networkidle")
    tanpa_foto = {a: b for a, b in bobot.items() if "/berkas/" not in a and a.startswith("http")}
    assert any(a.endswith("/") for a in tanpa_foto)
    assert any(a.endswith(".css") for a in tanpa_foto)
    assert len(tanpa_foto) <= TERBANYAK, tanpa_foto
    assert sum(tanpa_foto.values()) <= TERBERAT, tanpa_foto
