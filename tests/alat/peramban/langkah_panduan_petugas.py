"""The steps of the tasks of officials and helpers, with the pictures of their sheets."""

from playwright.sync_api import Locator, Page

from aspirasi.services.tangani import teruskan
from laporan.models import Foto, LaporanKemajuan
from laporan.services.serah import kirim_draf
from proyek.models import Proyek
from tests.alat.peramban.langkah_panduan import KELUHAN, Panggung, judul, kiriman_contoh
from tests.pabrik.aspirasi import periksa
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek

JUDUL = KELUHAN.partition(".")[0]
JAWABAN = "Lampunya kami ganti hari Rabu. Terima kasih sudah memberi tahu."
CATATAN = "Bahu jalan di dekat mushola belum ditimbun. Mohon diselesaikan sebelum serah terima."


def ke_meja(panggung: Panggung, page: Page, nama: str = "") -> None:
    """Press "Meja kerja" in the head; on its picture `nama` it bears no number."""
    page.goto("/")
    meja = page.locator(".kepala__aksi").get_by_role("link", name="Meja kerja")
    if nama:
        meja.evaluate("(tautan) => { tautan.textContent = 'Meja kerja' }")
        panggung.album.potret(nama, page.locator(".kepala"), tekan=meja)
    meja.click()


def buka_urusan(panggung: Panggung, page: Page, kata: str, nama: str) -> None:
    """Press the button of what waits on the desk."""
    baris = page.locator(".urusan__satu", has_text=kata).first
    tekan = baris.locator(".urusan__tombol")
    panggung.album.potret(nama, baris.locator(".urusan__judul"), tekan, tekan=tekan)
    tekan.click()


def buka_tautan(panggung: Panggung, page: Page, kata: str, nama: str, *atas: Locator) -> None:
    """Press a link or a link that looks like a button, shown below `atas`."""
    tautan = page.locator("main").get_by_role("link", name=kata).first
    panggung.album.potret(nama, *atas, tautan, tekan=tautan)
    tautan.click()


def tombol(page: Page, kata: str) -> Locator:
    return page.locator("main").get_by_role("button", name=kata, exact=True)


def kirimkan(page: Page) -> None:
    """Send the form without its scripts, which would send photos one by one."""
    page.locator("main form[method=post]").first.evaluate("(form) => form.submit()")


def proyek_contoh(panggung: Panggung) -> Proyek:
    return buat_proyek(panggung.pemeran.kampung, pagu=120_000_000)


def jawab_kiriman(panggung: Panggung) -> None:
    """The aparat takes up a complaint and answers it."""
    orang, potret = panggung.pemeran, panggung.album.potret
    kiriman = periksa(kiriman_contoh(panggung).aspirasi, orang.staf)
    teruskan(aspirasi=kiriman, ke=panggung.pemerintah, oleh=orang.staf)
    page = panggung.hp("aparat")
    ke_meja(panggung, page, "jawab-kiriman-1")
    buka_urusan(panggung, page, JUDUL, "jawab-kiriman-2")
    selesai = page.get_by_role("radio", name="Sudah selesai")
    selesai.check()
    kartu = page.locator("label", has=selesai)
    potret("jawab-kiriman-3", judul(page, "Bagaimana hasilnya?"), kartu, tekan=selesai)
    isi, kirim = page.get_by_label("Jawaban resmi"), tombol(page, "Kirim jawaban")
    isi.fill(JAWABAN)
    potret("jawab-kiriman-4", judul(page, "Jawaban resmi"), isi, kirim, tekan=kirim)
    kirim.click()
    page.get_by_text("Jawaban sudah terkirim").first.wait_for()


def periksa_kiriman(panggung: Panggung) -> None:
    """Staff of the kecamatan look at a new complaint and hand it on in the same step."""
    kiriman_contoh(panggung)
    page, potret = panggung.hp("staf"), panggung.album.potret
    ke_meja(panggung, page, "periksa-kiriman-1")
    buka_urusan(panggung, page, JUDUL, "periksa-kiriman-2")
    isi = page.get_by_label("Isi yang akan tampil")
    potret("periksa-kiriman-3", judul(page, "Isi yang akan tampil"), isi, tekan=isi)
    ke = page.get_by_label("Teruskan ke pemerintah kampungnya")
    ke.check()
    nyata = tombol(page, "Nyatakan sudah diperiksa")
    potret("periksa-kiriman-4", page.locator("label", has=ke), nyata, tekan=nyata)
    nyata.click()
    page.get_by_text("Kiriman sudah diperiksa dan diteruskan").first.wait_for()


def tulis_laporan(panggung: Panggung) -> None:
    """The operator writes a report and hands it on."""
    proyek = proyek_contoh(panggung)
    page, potret = panggung.hp("aparat"), panggung.album.potret
    page.goto(proyek.get_absolute_url())
    atas = page.get_by_role("heading", level=1)
    buka_tautan(panggung, page, "Tulis laporan kemajuan", "tulis-laporan-1", atas)
    persen = page.get_by_label("Pekerjaan selesai (%)")
    persen.fill("40")
    potret("tulis-laporan-2", judul(page, "Pekerjaan selesai"), persen, tekan=persen)
    foto = page.locator(".pilih-berkas").first
    potret("tulis-laporan-3", judul(page, "Pilih foto"), foto, tekan=foto.locator(".tombol"))
    page.get_by_role("radio", name="Tidak ada kendala").check()
    uang, belanja = judul(page, "Dibelanjakan dari"), page.get_by_label("Dibelanjakan dari")
    belanja.fill("48.000.000")
    simpan = tombol(page, "Simpan, lalu lihat hasilnya")
    potret("tulis-laporan-4", uang, belanja, simpan, tekan=simpan)
    kirimkan(page)
    page.get_by_text("Drafnya sudah tersimpan").first.wait_for()
    Foto.objects.create(laporan=LaporanKemajuan.objects.get(), berkas=buat_berkas())
    page.reload()
    kirim = tombol(page, "Kirim ke penerbit")
    potret("tulis-laporan-5", page.locator("#terbit"), kirim, tekan=kirim)
    kirim.click()
    page.get_by_text("Menunggu diterbitkan").first.wait_for()


def terbitkan_laporan(panggung: Panggung) -> None:
    """The kepala kampung looks at a draft and publishes it."""
    orang, potret = panggung.pemeran, panggung.album.potret
    draf = buat_laporan(proyek_contoh(panggung), orang.aparat, terbit=False, foto=1)
    kirim_draf(laporan=draf, oleh=orang.aparat)
    page = panggung.hp("kakam")
    ke_meja(panggung, page, "terbitkan-laporan-1")
    buka_urusan(panggung, page, "Terbitkan", "terbitkan-laporan-2")
    terbit = tombol(page, "Terbitkan")
    potret("terbitkan-laporan-3", page.locator("#terbit"), terbit, tekan=terbit)
    terbit.click()
    page.get_by_text("sudah terbit").first.wait_for()


def kirim_titipan(panggung: Panggung) -> None:
    """A fasilitator sends the words of somebody who has no phone."""
    page, potret = panggung.hp("fasilitator"), panggung.album.potret
    ke_meja(panggung, page)
    buka_tautan(panggung, page, "Kirim untuk orang lain", "kirim-titipan-1")
    lisan = page.get_by_role("radio", name="Lisan")
    lisan.check()
    potret("kirim-titipan-2", page.locator("label", has=lisan), tekan=lisan)
    page.get_by_role("radio", name="Keluhan").check()
    isi = page.locator("textarea[name=isi]")
    isi.fill(KELUHAN)
    potret("kirim-titipan-3", page.locator("label[for=id_isi]"), isi, tekan=isi)
    page.get_by_label("Kampung mana?").select_option(label="Sido Rejo")
    page.get_by_role("radio", name="Bukan", exact=True).check()
    setuju = page.get_by_label("Orang itu sudah mendengar")
    setuju.check()
    kirim = page.locator(".aksi").get_by_role("button", name="Kirim", exact=True)
    potret("kirim-titipan-4", page.locator("label", has=setuju), kirim, tekan=kirim)
    kirimkan(page)
    kode = page.locator(".kode")
    kode.first.wait_for()
    potret("kirim-titipan-5", kode.nth(0), kode.nth(1))


def kode_aktivasi(panggung: Panggung) -> None:
    """A fasilitator gives the code that proves a phone number."""
    page, potret = panggung.hp("fasilitator"), panggung.album.potret
    ke_meja(panggung, page)
    buka_tautan(panggung, page, "Beri kode aktivasi", "kode-aktivasi-1")
    nomor = page.get_by_label("Nomor HP orang itu")
    nomor.fill("0812 0000 0000")
    potret("kode-aktivasi-2", judul(page, "Nomor HP orang itu"), nomor, tekan=nomor)
    hadir = page.get_by_label("Saya baru menelepon nomor itu")
    hadir.check()
    buat = tombol(page, "Buat kode")
    potret("kode-aktivasi-3", page.locator("label", has=hadir), buat, tekan=buat)
    buat.click()
    kode = page.locator(".kode").first
    kode.wait_for()
    potret("kode-aktivasi-4", kode)


def lembar_rapat(panggung: Panggung) -> None:
    """The camat prints the sheet of all kampung before a meeting."""
    page, potret = panggung.hp("camat"), panggung.album.potret
    ke_meja(panggung, page, "lembar-rapat-1")
    buka_tautan(panggung, page, "Ringkasan kecamatan", "lembar-rapat-2")
    atas = page.get_by_role("heading", level=1)
    buka_tautan(panggung, page, "Lembar rapat (A4)", "lembar-rapat-3", atas)
    cetak = page.locator("main").get_by_role("button", name="Cetak").first
    potret("lembar-rapat-4", cetak, tekan=cetak)


TUGAS = {
    "jawab-kiriman": jawab_kiriman,
    "tulis-laporan": tulis_laporan,
    "terbitkan-laporan": terbitkan_laporan,
    "kirim-titipan": kirim_titipan,
    "kode-aktivasi": kode_aktivasi,
    "periksa-kiriman": periksa_kiriman,
    "lembar-rapat": lembar_rapat,
}
