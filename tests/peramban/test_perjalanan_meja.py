"""From a draft to an answered note, each from the front page of somebody's desk; and the morning of
a fasilitator.

The pages are answered by the clients of the test, as those of the manuals are.
"""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from core.waktu import pada
from laporan.models import CekWarga, FotoCek, LaporanKemajuan
from laporan.services.serah import kembalikan_draf, kirim_draf
from tests.alat.jam import saat
from tests.alat.peramban.gambar import ponsel
from tests.alat.peramban.langkah import foto_ponsel, pilih_foto, tampil
from tests.pabrik.cek import terbukti
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from tests.peramban.test_kirim import isi, kirim

LEBAR = {"ponsel": (360, 640), "meja": (1280, 800)}
CEK = "Talud baru 3 meter, tidak 10 meter."
JAWAB_CEK = "Tujuh meter lagi kami pasang hari Kamis."
CATATAN = "Mohon papan proyek dipasang di pinggir jalan."
JAWAB_CATATAN = "Papannya kami pasang hari Senin."


@pytest.fixture(params=LEBAR)
def layar(
    request: pytest.FixtureRequest, peramban: Browser, klien: Callable[..., Client]
) -> Iterator[Callable[..., Page]]:
    """The screen of anyone of the cast, at the front page of a desk, on a Tuesday at nine."""
    konteks: list[BrowserContext] = []
    lebar, tinggi = LEBAR[request.param]

    def buka(siapa: str, jalur: str = "/kerja/") -> Page:
        page = ponsel(peramban, klien(siapa))
        page.set_viewport_size({"width": lebar, "height": tinggi})
        konteks.append(page.context)
        page.goto(jalur)
        return page

    with pada(saat("2026-11-24")):
        yield buka
    for satu in konteks:
        satu.close()


def urusan(page: Page, ajakan: str) -> Locator:
    return page.locator(".urusan").get_by_role("link", name=ajakan, exact=True).first


def tekan(page: Page, kata: str) -> None:
    page.get_by_role("main").get_by_role("button", name=kata, exact=True).click()


def test_what_is_reported_is_watched_and_answered(
    pemeran: Pemeran, layar: Callable[..., Page]
) -> None:
    proyek = buat_proyek(pemeran.kampung, pagu=120_000_000)
    buat_laporan(proyek, pemeran.aparat, terbit=False, foto=1)
    terbukti(pemeran)
    _serahkan(layar("aparat"))
    _terbitkan(layar("kakam"))
    laporan = LaporanKemajuan.objects.get()
    _cek(layar("warga", laporan.get_absolute_url()))
    _tanggapi(layar("aparat"), JAWAB_CEK)
    _awasi(layar("bpk"), laporan)
    _tanggapi(layar("aparat"), JAWAB_CATATAN)
    bpk = layar("bpk")
    urusan(bpk, "Baca tanggapannya").click()
    tampil(bpk, JAWAB_CATATAN)
    umum = layar("pengunjung", laporan.get_absolute_url())
    tampil(umum, CATATAN, JAWAB_CATATAN)
    umum.goto(CekWarga.objects.get().get_absolute_url())
    tampil(umum, CEK, JAWAB_CEK)


def _serahkan(page: Page) -> None:
    urusan(page, "Lanjutkan").click()
    tekan(page, "Kirim ke penerbit")
    tampil(page, "Menunggu diterbitkan")


def _terbitkan(page: Page) -> None:
    urusan(page, "Terbitkan").click()
    tekan(page, "Terbitkan")
    tampil(page, "sudah terbit")


def _cek(page: Page) -> None:
    page.get_by_role("link", name="Cek laporan ini").first.click()
    page.get_by_role("radio", name="Tidak sesuai").check()
    page.get_by_label("Yang Anda lihat").fill(CEK)
    pilih_foto(page, "Foto", foto_ponsel("talud.jpg"), js=True)
    tekan(page, "Kirim cek")
    tampil(page, "Cek Anda sekarang tampil")
    assert FotoCek.objects.get().cek.isi == CEK


def _tanggapi(page: Page, kata: str) -> None:
    urusan(page, "Tanggapi").click()
    page.get_by_label("Tanggapan kantor Anda").fill(kata)
    tekan(page, "Kirim tanggapan")
    tampil(page, "Tanggapan Anda sudah tampil")


def _awasi(page: Page, laporan: LaporanKemajuan) -> None:
    urusan(page, "Lihat").click()
    page.goto(laporan.get_absolute_url())
    page.get_by_role("link", name="Tulis catatan pengawasan").first.click()
    page.get_by_label("Catatan pengawasan").fill(CATATAN)
    tekan(page, "Tampilkan catatan")
    tampil(page, CATATAN)


def test_the_morning_of_a_fasilitator(pemeran: Pemeran, layar: Callable[..., Page]) -> None:
    """A draft that came back is sent again, and somebody is helped to send; both are seen."""
    proyek = buat_proyek(pemeran.kampung, pagu=120_000_000)
    draf = buat_laporan(proyek, pemeran.fasilitator, terbit=False, foto=1)
    kirim_draf(laporan=draf, oleh=pemeran.fasilitator)
    kembalikan_draf(laporan=draf, catatan="Sebut panjang jalannya.", oleh=pemeran.kakam)
    page = layar("fasilitator")
    urusan(page, "Perbaiki").click()
    tampil(page, "Sebut panjang jalannya.")
    tekan(page, "Kirim ke penerbit")
    tampil(page, "Menunggu diterbitkan")
    page.goto("/kerja/")
    tampil(page, "Tidak ada yang menunggu Anda")
    page.get_by_role("main").get_by_role("link", name="Kirim untuk orang lain").first.click()
    page.locator("input[name=asal][value=kertas]").check()
    isi(page, "Obat batuk di posyandu lansia habis sejak Senin.")
    kirim(page)
    tampil(page, "BR-")
    page.goto("/kerja/")
    tampil(page, "Kiriman yang menunggu diperiksa kecamatan")
