"""A plan on a phone: opened by the kakam, asked about and objected to by residents, and set."""

import datetime as dt
from collections.abc import Callable

from django.test import Client
from playwright.sync_api import Browser, Page

from core.waktu import pada, sekarang
from tests.alat.peramban.gambar import ponsel
from tests.alat.peramban.langkah import di_halaman, tampil
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import draf

JALUR = "/rencana/sido-rejo/2027/"
KATA = "Lebarnya dikurangi setengah meter agar pohon tetap berdiri."


def _buka(kakam: Page, sampai: str) -> None:
    kakam.goto("/kerja/")
    kakam.get_by_role("link", name="Buka rancangannya").first.click()
    kakam.get_by_role("link", name="Buka untuk warga").click()
    kakam.get_by_label("Warga dapat bertanya sampai").fill(sampai)
    kakam.get_by_role("button", name="Buka untuk warga").click()
    tampil(kakam, "Rancangan sudah dibuka.")


def _kirim(warga: Page, tombol: str, isi: str) -> None:
    """Ask or object from the page of the plan, without an account."""
    warga.goto(JALUR)
    warga.get_by_role("link", name=tombol).click()
    tampil(warga, "Tempat yang lebih rinci daripada kampungnya tidak ditanyakan.")
    warga.get_by_label("Ceritakan").fill(isi)
    warga.get_by_role("radio", name="Bukan").check()
    warga.get_by_label("Langsung ke kampung saya").check()
    warga.get_by_label("Saya setuju").check()
    warga.get_by_role("button", name="Kirim", exact=True).click()
    tampil(warga, "Simpan")


def _tetapkan(kakam: Page, hari: str) -> None:
    kakam.goto("/kerja/")
    kakam.get_by_role("link", name="Tetapkan").first.click()
    di_halaman(kakam, "Tetapkan RKP 2027")
    kakam.get_by_label("Nomor berita acara").fill("BA/4/2026")
    kakam.get_by_label("Tanggal berita acara").fill(hari)
    kakam.get_by_label("Nomor Peraturan Kampung").fill("4 Tahun 2026")
    kakam.get_by_label("Tanggal Peraturan Kampung").fill(hari)
    kakam.get_by_label("Bagaimana keberatan warga dipertimbangkan").fill(KATA)
    dua = kakam.get_by_role("group", name="2. Talud Dusun 2")
    dua.get_by_label("Hasilnya").select_option("Belum masuk rencana")
    dua.get_by_label("mengapa").fill("Uang Dana Desa tidak cukup untuk keduanya tahun depan.")
    kakam.get_by_role("button", name="Tetapkan").click()
    tampil(kakam, "Rencana sudah ditetapkan.")


def test_a_plan_is_opened_answered_and_set_on_a_phone(
    pemeran: Pemeran, peramban: Browser, klien: Callable[..., Client]
) -> None:
    draf(pemeran.aparat, 60_000_000, 50_000_000)
    kini = sekarang()
    sampai = (kini + dt.timedelta(days=7)).date().isoformat()
    kakam, warga = ponsel(peramban, klien("kakam")), ponsel(peramban, klien("pengunjung"))
    _buka(kakam, sampai)
    _kirim(warga, "Tanyakan", "Kapan musyawarahnya diadakan?")
    _kirim(warga, "Sampaikan keberatan", "Urutannya tidak seperti hasil musyawarah.")
    nanti = kini + dt.timedelta(days=9)
    kakam.context.close()
    with pada(nanti):  # a desk asks to sign in again long before
        kakam = ponsel(peramban, klien("kakam"))
        _tetapkan(kakam, nanti.date().isoformat())
        warga.goto(JALUR)
        tampil(warga, "Dibahas lagi dalam musyawarah untuk tahun 2028.")
        assert warga.evaluate("document.documentElement.scrollWidth") <= 360
    kakam.context.close()
    warga.context.close()
