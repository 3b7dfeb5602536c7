"""The cost of the first page of a full portal for a new visitor, as the browser asks for it."""

import gzip
from collections.abc import Callable

from playwright.sync_api import Page, Response

KB = 1024
TERBANYAK = 8
TERBERAT = 60 * KB


def test_first_load_of_the_first_page(halaman_baru: Callable[..., Page]) -> None:
    """Page, style, script and signs, compressed; photos come when they are scrolled to."""
    page = halaman_baru()
    jawaban: list[Response] = []
    page.on("response", lambda r: jawaban.append(r))
    page.goto("/", wait_until="networkidle")
    bobot = {r.url: len(gzip.compress(r.body())) for r in jawaban if "/berkas/" not in r.url}
    assert any(".css" in alamat for alamat in bobot)
    assert page.get_by_role("heading", name="Menurut kampung").count() == 1
    assert len(bobot) <= TERBANYAK, bobot
    assert sum(bobot.values()) <= TERBERAT, bobot


def test_photos_wait_until_they_are_seen(halaman_baru: Callable[..., Page]) -> None:
    page = halaman_baru()
    page.goto("/", wait_until="networkidle")
    assert page.locator("main img").count() > 0
    assert page.locator("main img:not([loading=lazy])").count() == 0
