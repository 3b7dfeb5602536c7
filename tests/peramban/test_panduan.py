"""The steps of the manuals, walked on a phone: the pictures show what the pages show now."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django import Settings

from bangunrejo.halaman.panduan import LEMBAR
from core.waktu import pada
from tests.alat.jam import saat
from tests.alat.peramban import langkah_panduan, langkah_panduan_petugas
from tests.alat.peramban.gambar import Album, ponsel
from tests.alat.peramban.langkah_panduan import Panggung
from tests.pabrik.pemeran import Pemeran

TUGAS = langkah_panduan.TUGAS | langkah_panduan_petugas.TUGAS


@pytest.fixture
def panggung(
    peramban: Browser, pemeran: Pemeran, klien: Callable[..., Client]
) -> Iterator[Panggung]:
    """The cast on a Tuesday at nine, with a phone for each."""
    konteks: list[BrowserContext] = []

    def hp(siapa: str) -> Page:
        page = ponsel(peramban, klien(siapa))
        konteks.append(page.context)
        return page

    with pada(saat("2026-11-24")):
        yield Panggung(pemeran, Album(), hp)
    for satu in konteks:
        satu.close()


@pytest.mark.parametrize("tugas", TUGAS)
def test_the_steps_and_pictures_of_a_task_are_as_the_pages_are(
    panggung: Panggung, tugas: str
) -> None:
    TUGAS[tugas](panggung)


@pytest.mark.parametrize("nama", LEMBAR)
def test_a_sheet_fills_one_page_of_paper(panggung: Panggung, nama: str, settings: Settings) -> None:
    """Chromium makes the PDF as a reader's browser would; A4 comes from the style sheet.

    The address of a portal may be longer than that of the tests.
    """
    settings.ALAMAT_PORTAL = "https://portal.bangunrejo.lampungtengahkab.go.id"
    page = panggung.hp("pengunjung")
    page.goto(reverse("panduan_lembar", args=[nama]))
    page.wait_for_load_state("load")
    kertas = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", kertas)) == 1
    assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12]", kertas)
