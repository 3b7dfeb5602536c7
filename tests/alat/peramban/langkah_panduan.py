"""The steps of the tasks of residents, with the pictures of their sheets."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from aspirasi.enums import Jangkauan, Jenis
from aspirasi.services.kiriman import Terkirim
from tests.alat.peramban.gambar import Album
from tests.pabrik import aspirasi as pabrik
from tests.pabrik.kampung import instansi_kampung
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from warga.models import Instansi

KELUHAN = "Lampu jalan di depan balai dusun 3 mati sejak Senin. Anak-anak takut lewat."
LIHAT = "Bahu jalan di dekat mushola belum ditimbun sepanjang 10 meter."


@dataclass
class Panggung:
    """The ground of a walk: the cast, the album, and the phone of anyone: `hp("kakam")`."""

    pemeran: Pemeran
    album: Album
    hp: Callable[[str], Page]

    @property
    def pemerintah(self) -> Instansi:
        """The government of the cast's kampung."""
        return instansi_kampung(self.pemeran.kampung)


def kiriman_contoh(panggung: Panggung) -> Terkirim:
    """A complaint, as a resident has just sent it."""
    kampung = panggung.pemeran.kampung
    return pabrik.buat(kampung, isi=KELUHAN, jenis=Jenis.KELUHAN, jangkauan=Jangkauan.PUBLIK)


def judul(page: Page, kata: str) -> Locator:
    """The words above a field."""
    return page.locator("main label, main legend").filter(has_text=kata).first


def lapor(panggung: Panggung) -> None:
    """Send a complaint without an account."""
    page, potret = panggung.hp("pengunjung"), panggung.album.potret
    page.goto("/")
    tombol = page.locator(".kepala__aksi").get_by_role("link", name="Lapor atau usul")
    potret("lapor-1", page.locator(".kepala"), tekan=tombol)
    tombol.click()
    page.get_by_role("radio", name="Keluhan").check()
    isi = page.get_by_label("Ceritakan")
    isi.fill(KELUHAN)
    potret("lapor-2", judul(page, "Ceritakan"), isi, tekan=isi)
    kampung = page.get_by_label("Kampung mana?")
    kampung.select_option(label="Sido Rejo")
    potret("lapor-3", page.locator(".isian", has=kampung), tekan=kampung)
    page.get_by_role("radio", name="Bukan", exact=True).check()
    setuju = page.get_by_label("Saya setuju")
    setuju.check()
    kirim = page.locator(".aksi").get_by_role("button", name="Kirim", exact=True)
    potret("lapor-4", page.locator("label", has=setuju), kirim, tekan=kirim)
    page.locator("form[data-kirim]").evaluate("(form) => form.submit()")
    kode = page.locator(".kode")
    kode.first.wait_for()
    potret("lapor-5", kode.nth(0), kode.nth(1))


def cek_jawaban(panggung: Panggung) -> None:
    """Read an answer with code and PIN."""
    terkirim = kiriman_contoh(panggung)
    page, potret = panggung.hp("pengunjung"), panggung.album.potret
    page.goto("/")
    cek = page.locator(".kepala__aksi").get_by_role("link", name="Cek jawaban")
    potret("cek-jawaban-1", page.locator(".kepala"), tekan=cek)
    cek.click()
    kode, pin = page.get_by_label("Kode lacak"), page.get_by_label("PIN kiriman")
    kode.fill("BR-7K4M-92QX-T3")
    pin.fill("123456")
    tombol = page.get_by_role("button", name="Lacak", exact=True)
    potret("cek-jawaban-2", judul(page, "Kode lacak"), kode)
    potret("cek-jawaban-3", judul(page, "PIN kiriman"), pin, tombol, tekan=tombol)
    pin.fill(terkirim.pin)
    kode.fill(terkirim.kode)
    tombol.click()
    page.get_by_role("heading", name="Kiriman Anda").wait_for()


def cek_laporan(panggung: Panggung) -> None:
    """Say of a report whether it is as one sees it at the work."""
    kampung, potret = panggung.pemeran.kampung, panggung.album.potret
    laporan = buat_laporan(buat_proyek(kampung, pagu=120_000_000), panggung.pemeran.aparat, foto=1)
    page = panggung.hp("pengunjung")
    page.goto(laporan.get_absolute_url())
    tombol = page.get_by_role("link", name="Cek laporan ini").first
    potret("cek-laporan-1", page.get_by_role("heading", level=1), tombol, tekan=tombol)
    tombol.click()
    beda = page.get_by_role("radio", name="Tidak sesuai")
    beda.check()
    kartu = page.locator("label", has=beda)
    potret("cek-laporan-2", judul(page, "Menurut yang Anda lihat sendiri"), kartu, tekan=beda)
    isi = page.locator("textarea[name=isi]")
    isi.fill(LIHAT)
    potret("cek-laporan-3", page.locator("label[for=id_isi]"), isi, tekan=isi)
    foto = page.locator(".pilih-berkas").first
    kirim = page.locator("main").get_by_role("button", name="Kirim cek")
    potret("cek-laporan-4", foto, kirim, tekan=kirim)
    page.locator("main form[method=post]").first.evaluate("(form) => form.submit()")
    page.get_by_text("Cek Anda menunggu dibaca petugas kecamatan").first.wait_for()


TUGAS = {"lapor": lapor, "cek-jawaban": cek_jawaban, "cek-laporan": cek_laporan}
