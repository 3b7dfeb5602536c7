"""Three residents say "tidak sesuai": the kecamatan looks, everyone reads it, the kampung answers.

The pages are answered by the clients of the test, as those of the manuals are.
"""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from core.waktu import pada
from tests.alat.jam import saat
from tests.alat.peramban.gambar import ponsel
from tests.alat.peramban.langkah import di_halaman, tampil
from tests.pabrik.cek import buat_tentang, terbukti, tulis
from tests.pabrik.lapangan import buat_warga
from tests.pabrik.pemeran import Pemeran

TERLIHAT = "Talud 3 meter dari 10 meter. Batunya belum disemen."


@pytest.fixture
def hp(peramban: Browser, klien: Callable[..., Client]) -> Iterator[Callable[[str], Page]]:
    """The phone of anyone of the cast, on a Tuesday at nine."""
    konteks: list[BrowserContext] = []

    def buka(siapa: str) -> Page:
        page = ponsel(peramban, klien(siapa))
        konteks.append(page.context)
        return page

    with pada(saat("2026-11-24")):
        yield buka
    for satu in konteks:
        satu.close()


def catat_hasil(staf: Page) -> None:
    """Record what was seen and agreed; without the day of it, nothing typed is lost."""
    staf.goto("/kerja/lapangan/")
    staf.get_by_role("link", name="Catat hasil pemeriksaan").click()
    staf.get_by_label("Banyaknya warga yang hadir").fill("5")
    staf.get_by_label("Kantor yang hadir").fill("Kasi PMK, Kepala Kampung")
    staf.get_by_label("Yang terlihat").fill(TERLIHAT)
    staf.get_by_label("Yang disepakati").fill("Sisanya dikerjakan.")
    staf.get_by_role("button", name="Terbitkan hasil").click()
    tampil(staf, "bersama harinya")
    staf.get_by_label("Disepakati sampai").fill("2026-12-04")
    staf.get_by_role("button", name="Terbitkan hasil").click()
    tampil(staf, "Hasilnya sudah terbit.")


def jawab_sepakat(aparat: Page) -> None:
    """Say that what was agreed is done."""
    aparat.goto("/kerja/lapangan/")
    aparat.get_by_role("link", name="Jawab", exact=True).click()
    aparat.get_by_role("radio", name="Sudah").check()
    aparat.get_by_label("Penjelasan").fill("Talud 10 meter selesai dan disemen.")
    aparat.get_by_role("button", name="Jawab").click()


def test_from_three_checks_to_an_agreement_that_was_kept(
    pemeran: Pemeran, hp: Callable[[str], Page]
) -> None:
    tentang = buat_tentang(pemeran)
    proyek = tentang.proyek.get_absolute_url()
    for ke in range(2):
        tulis(tentang, buat_warga(pemeran, ke))
    terbukti(pemeran)

    warga = hp("warga")
    warga.goto(proyek)
    assert warga.get_by_text("sedang memeriksa").count() == 0
    warga.get_by_role("link", name="Cek pekerjaan ini").first.click()
    warga.get_by_role("radio", name="Tidak sesuai").check()
    warga.get_by_label("Yang Anda lihat").fill("Talud baru 3 meter.")
    warga.get_by_role("button", name="Kirim cek").click()

    umum = hp("pengunjung")
    umum.goto(proyek)
    umum.get_by_role("link", name="Kecamatan sedang memeriksa di lapangan").first.click()
    di_halaman(umum, "Pemeriksaan lapangan")
    tampil(umum, "Tiga warga menilai tidak sesuai, minggu 23–29 November 2026.")

    catat_hasil(hp("staf"))

    umum.goto(proyek)
    umum.get_by_role("link", name="Kecamatan memeriksa di lapangan 24 November").first.click()
    tampil(umum, TERLIHAT)
    tampil(umum, "Sampai 4 Desember 2026.")
    tampil(umum, "Belum dijawab aparat kampung.")

    jawab_sepakat(hp("aparat"))
    umum.goto(proyek)
    tampil(umum, "Sudah ditepati, kata aparat kampung (24 November 2026).")
