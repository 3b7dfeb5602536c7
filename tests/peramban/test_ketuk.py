"""How many taps the daily acts of officials cost on a phone, from the front page of their desk.

`pytest -rP` prints the numbers.
"""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page

from aspirasi.enums import Status
from aspirasi.models import Aspirasi
from core.waktu import pada
from laporan.enums import Status as StatusLaporan
from laporan.models import CekWarga, LaporanKemajuan
from laporan.services.serah import kirim_draf
from proyek.enums import Pencatat
from proyek.models import SikapKakam
from tests.alat.jam import saat
from tests.alat.peramban.gambar import ponsel
from tests.alat.peramban.jari import Jari
from tests.pabrik import aspirasi as kiriman
from tests.pabrik.catatan import buat_cek
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_keputusan, buat_proyek

# The most presses of links, buttons and choices. A field to write in costs one more, counted apart:
# nobody answers without writing.
PERIKSA, JAWAB, TERBITKAN, CEK, SETUJU = 2, 3, 2, 3, 2


def urusan(page: Page, ajakan: str) -> Locator:
    return page.locator(".urusan").get_by_role("link", name=ajakan, exact=True)


def tombol(page: Page, kata: str) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=kata, exact=True)


def hitung(jari: Jari, laku: str, terbanyak: int) -> None:
    print(f"{laku}: {jari.ketuk} ketuk, {jari.menulis} di antaranya untuk menulis")  # noqa: T201 - shown by -rP
    assert jari.ketuk - jari.menulis <= terbanyak, laku


def test_the_daily_acts_of_officials_cost_few_taps(
    peramban: Browser, klien: Callable[..., Client], pemeran: Pemeran
) -> None:
    def meja(siapa: str) -> Page:
        page = ponsel(peramban, klien(siapa))
        page.goto(reverse("meja:beranda"))
        return page

    with pada(saat("2026-11-24")):
        _periksa(meja, pemeran)
        _jawab(meja)
        _terbitkan(meja, pemeran)
        _jawab_cek(meja, pemeran)
        _benarkan(meja, pemeran)


def _periksa(meja: Callable[[str], Page], pemeran: Pemeran) -> None:
    baru = kiriman.buat(pemeran.kampung).aspirasi
    page, jari = meja("staf"), Jari()
    jari.tekan(urusan(page, "Periksa"))
    jari.tekan(tombol(page, "Nyatakan sudah diperiksa"))
    page.get_by_text("Kiriman sudah diperiksa dan diteruskan").first.wait_for()
    assert Aspirasi.objects.get(pk=baru.pk).status == Status.DITERUSKAN
    hitung(jari, "periksa dan teruskan kiriman", PERIKSA)
    page.context.close()


def _jawab(meja: Callable[[str], Page]) -> None:
    tanya = Aspirasi.objects.get()
    page, jari = meja("aparat"), Jari()
    jari.tekan(urusan(page, "Jawab"))
    jari.tekan(page.get_by_role("radio", name="Sudah selesai"))
    jari.isi(page.get_by_label("Jawaban resmi"), "Jalannya kami rabat hari Rabu.")
    jari.tekan(tombol(page, "Kirim jawaban"))
    page.get_by_text("Jawaban sudah terkirim").first.wait_for()
    assert Aspirasi.objects.get(pk=tanya.pk).status == Status.DITANGGAPI
    hitung(jari, "jawab kiriman", JAWAB)
    page.context.close()


def _terbitkan(meja: Callable[[str], Page], pemeran: Pemeran) -> None:
    proyek = buat_proyek(pemeran.kampung, pagu=120_000_000)
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False, foto=1)
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    page, jari = meja("kakam"), Jari()
    jari.tekan(urusan(page, "Terbitkan"))
    jari.tekan(tombol(page, "Terbitkan"))
    page.get_by_text("sudah terbit").first.wait_for()
    assert LaporanKemajuan.objects.get(pk=draf.pk).status == StatusLaporan.TERBIT
    hitung(jari, "terbitkan draf", TERBITKAN)
    page.context.close()


def _jawab_cek(meja: Callable[[str], Page], pemeran: Pemeran) -> None:
    cek = buat_cek(buat_proyek(pemeran.kampung), pemeran.warga)
    page, jari = meja("aparat"), Jari()
    jari.tekan(urusan(page, "Tanggapi"))
    jari.isi(page.get_by_label("Tanggapan"), "Pasirnya datang hari Kamis.")
    jari.tekan(tombol(page, "Kirim tanggapan"))
    page.get_by_text("Tanggapan Anda sudah tampil").first.wait_for()
    assert CekWarga.objects.get(pk=cek.pk).sudah_ditanggapi
    hitung(jari, "tanggapi cek warga", CEK)
    page.context.close()


def _benarkan(meja: Callable[[str], Page], pemeran: Pemeran) -> None:
    isi = {"pencatat": Pencatat.UNTUK_KAMPUNG, "umum": False}
    keputusan = buat_keputusan(pemeran.staf, pemeran.kampung, **isi)
    SikapKakam.objects.create(keputusan=keputusan, kakam=pemeran.kakam)
    page, jari = meja("kakam"), Jari()
    jari.tekan(urusan(page, "Baca dan jawab"))
    jari.tekan(tombol(page, "Ya, benar"))
    page.get_by_text(keputusan.nomor).first.wait_for()
    assert SikapKakam.objects.get(keputusan=keputusan).dibenarkan
    hitung(jari, "benarkan keputusan", SETUJU)
    page.context.close()
