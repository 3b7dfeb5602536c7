"""Acts of officials on a project: opened from wishes, changed by a paper, mistakes set right."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.alat.peramban.langkah import Cerita, di_halaman, tampil
from tests.pabrik.isian_proyek import PDF

SURAT = {"name": "perkam.pdf", "mimeType": "application/pdf", "buffer": PDF}
KAKAM = "Kepala Kampung Sido Rejo"
SEBAB = "Harga batu naik, jadi dananya ditambah dan waktunya mundur."
TERSEMBUNYI = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


@dataclass
class CeritaProyek(Cerita):
    """Three wishes about one place, and the project that answers them."""

    bahan: str = "batu"
    alamat: str = ""
    meja: dict[str, str] = field(default_factory=dict)  # the page of each wish at the desk

    @property
    def proyek(self) -> str:
        return f"Talut {self.bahan} {self.tanda}"

    @property
    def suara(self) -> tuple[str, str, str]:
        return (
            f"Tebing sungai dekat {self.tanda} longsor tiap hujan",
            f"Kebun cabai saya di {self.tanda} hanyut sebagian",
            f"Anak-anak {self.tanda} takut lewat jembatan bambu",
        )


# --- Wishes --------------------------------------------------------------------------------------


def kirim_suara(page: Page, cerita: CeritaProyek) -> None:
    """Send the three wishes as a browser does. Other journeys fill in this form by hand."""
    tetap = {"jenis": "usulan", "kampung": "sido-rejo", "tentang": "tidak", "jangkauan": "publik"}
    for isi in cerita.suara:
        halaman = page.request.get("/aspirasi/kirim/").text()
        data = dict(TERSEMBUNYI.findall(halaman)) | tetap | {"isi": f"{isi}.", "setuju": "on"}
        jawab = page.request.post("/aspirasi/kirim/", form=data)
        if "Tetap kirim kiriman saya" in jawab.text():  # another run said something alike
            data |= dict(TERSEMBUNYI.findall(jawab.text()))
            jawab = page.request.post("/aspirasi/kirim/", form=data)
        assert jawab.url.endswith("/aspirasi/terkirim/"), jawab.text()


def periksa_suara(page: Page, cerita: CeritaProyek) -> None:
    """Staf finds them at the desk, lets everyone read them and hands them to the kampung."""
    page.goto(f"/kerja/aspirasi/?keadaan=semua&cari={cerita.tanda}")
    for isi in cerita.suara:
        tautan = page.locator("#hasil").get_by_role("link", name=isi)
        cerita.meja[isi] = tautan.get_attribute("href") or ""
    for alamat in cerita.meja.values():
        page.goto(alamat)
        page.get_by_role("button", name="Nyatakan sudah diperiksa").click()
        tampil(page, "Kiriman sudah diperiksa")


# --- One project from three wishes ---------------------------------------------------------------


def buka_dengan_keliru(page: Page, cerita: CeritaProyek) -> None:
    """Two sources and a grant, decided with its scan; one zero too many in the first."""
    page.goto(cerita.meja[cerita.suara[0]])
    page.get_by_role("link", name="Buka proyek baru untuk kiriman ini").click()
    di_halaman(page, "Buka proyek")
    _isi_pekerjaan(page, cerita.proyek)
    page.get_by_label("Rencana mulai").fill("2026-07-06")
    page.get_by_label("Rencana selesai").fill("2026-12-18")
    baris = (("Dana Desa", "400.000.000"), ("Alokasi Dana Desa", "20000000"), ("Hibah", "5 juta"))
    for ke, (sumber, jumlah) in enumerate(baris, start=1):
        tempat = page.get_by_role("group", name=f"Baris {ke}")
        cerita.tahun = tempat.get_by_label("Tahun").input_value()
        tempat.get_by_label("Sumber dana").select_option(label=sumber)
        tempat.get_by_label("Anggaran (rupiah)").fill(jumlah)
    _isi_keputusan(page, cerita)
    page.get_by_role("button", name="Buka proyek").click()
    di_halaman(page, cerita.proyek)
    tampil(page, "Sudah dianggarkan", "Rp 425 juta")
    cerita.alamat = page.url


def _isi_pekerjaan(page: Page, nama: str) -> None:
    page.get_by_label("Nama proyek").fill(nama)
    page.get_by_label("Cari dengan kata sehari-hari").fill("talud")
    page.get_by_role("button", name="Cari kegiatan").click()
    page.get_by_role("radio", name="Talud penahan tebing").check()
    page.get_by_label("Uraian").fill("Pasangan batu di tepi sungai.")


def _isi_keputusan(page: Page, cerita: CeritaProyek) -> None:
    bagian = page.get_by_role("group", name="3. Keputusannya")
    bagian.get_by_label("Tahap proyek sekarang").select_option(label="Sudah dianggarkan")
    bagian.get_by_label("Judul").fill(f"{cerita.proyek} dibiayai")
    bagian.get_by_label("Isi keputusan").fill("Talut dibangun tahun ini.")
    bagian.get_by_label("Alasan").fill("Tiga warga memintanya, dan musyawarah memilihnya.")
    bagian.get_by_label("Dasar").select_option(label="Musyawarah kampung")
    bagian.get_by_label("Tanggal surat").fill("2026-07-01")
    bagian.get_by_label("Jabatan yang menetapkan").fill(KAKAM)
    bagian.get_by_label("Pindaian surat").set_input_files(SURAT)


def hubungkan(page: Page, cerita: CeritaProyek) -> None:
    """The two other wishes are answered by the same project."""
    nomor = cerita.alamat.rstrip("/").rsplit("/", 1)[1]
    for isi in cerita.suara[1:]:
        page.goto(cerita.meja[isi])
        page.get_by_text("Hubungkan dengan proyek yang ada").first.click()
        page.get_by_label("Proyek", exact=True).select_option(label=f"{nomor} {cerita.proyek}")
        page.get_by_role("button", name="Hubungkan", exact=True).click()
        tampil(page, "Proyek sudah dihubungkan.", "Masuk rencana proyek")


def ubah_dengan_surat(page: Page, cerita: CeritaProyek) -> None:
    """Value and time change by a paper: seen first, then saved."""
    _kelola(page, cerita, "Catat perubahan", "Catat perubahan")
    page.get_by_label("Nomor surat").fill(f"Perkam {cerita.tanda}")
    page.get_by_label("Tanggal surat").fill("2026-07-07")
    page.get_by_label("Alasan").fill(SEBAB)
    _dana_desa(page, cerita).fill("45.000.000")
    page.get_by_label("Rencana selesai").fill("2026-12-28")
    page.get_by_role("button", name="Periksa perubahan").click()
    akan = page.get_by_role("status").filter(has_text="Ini yang akan berubah")
    tampil(akan, "Rp 45.000.000", "28 Desember 2026", "Rp 70.000.000")
    akan.get_by_role("button", name="Simpan perubahan").click()
    tampil(page, "Perubahan sudah dicatat.", SEBAB)


def _dana_desa(page: Page, cerita: CeritaProyek) -> Locator:
    """The new sum of the first source; "Alokasi Dana Desa" stands below it."""
    return page.get_by_label(f"Dana Desa {cerita.tahun} menjadi (rupiah)").first


def lapor(page: Page, cerita: CeritaProyek) -> None:
    """The draft of a report; a colleague's step publishes it with its photo."""
    _kelola(page, cerita, "Tulis laporan kemajuan", "Tulis laporan kemajuan")
    bulan = page.get_by_label("Waktu yang dilaporkan").get_by_role("option", selected=True)
    cerita.bulan = bulan.inner_text()
    page.get_by_label("Pekerjaan selesai (%)").fill("35")
    page.get_by_text("Tambah keterangan (boleh dilewati)").click()
    page.get_by_label("Yang sudah dikerjakan").fill("Galian dan pasangan dasar selesai.")
    for sumber, jumlah in (("Dana Desa", "15 juta"), ("Alokasi", "0"), ("Hibah", "2.000.000")):
        page.get_by_label(f"Dibelanjakan dari {sumber}").fill(jumlah)
    page.get_by_role("radio", name="Tidak ada kendala").check()
    page.get_by_role("button", name="Simpan, lalu lihat").click()
    di_halaman(page, f"{cerita.proyek}: {cerita.bulan}")


# --- Mistakes, each set right by the person who made it ------------------------------------------


def betulkan_anggaran(page: Page, cerita: CeritaProyek) -> None:
    """A zero too many, typed a minute ago, needs no paper."""
    _kelola(page, cerita, "Betulkan isian yang keliru", "Betulkan isian")
    page.get_by_label("Apa yang keliru?").fill("Kelebihan satu nol.")
    _dana_desa(page, cerita).fill("40.000.000")
    page.get_by_role("button", name="Simpan").click()
    di_halaman(page, cerita.proyek)
    tampil(page, "Rp 65 juta")


def batalkan_tahap(page: Page, cerita: CeritaProyek) -> None:
    """It was another work that began today."""
    mulai(page, cerita)
    _kelola(page, cerita, "Batalkan tahap “Sedang dikerjakan”", "Batalkan tahap")
    page.get_by_label("Mengapa tahap itu keliru?").fill("Tertukar dengan gorong-gorong.")
    page.get_by_role("button", name="Batalkan tahap ini").click()
    di_halaman(page, cerita.proyek)
    tampil(page, "Proyek ini kembali ke tahap “Sudah dianggarkan”.")


def mulai(page: Page, cerita: CeritaProyek) -> None:
    """The work begins."""
    _kelola(page, cerita, "Catat mulai, berhenti, atau selesai", "Mulai, berhenti, atau selesai")
    page.get_by_role("radio", name="Mulai dikerjakan").check()
    page.get_by_label("Tanggal kejadian").fill("2026-07-08")
    page.get_by_role("button", name="Catat").click()
    di_halaman(page, cerita.proyek)
    tampil(page, "Sedang dikerjakan")


def batalkan_pencairan(page: Page, cerita: CeritaProyek) -> None:
    """Money of another project is recorded here, and reversed with a reason that everyone reads."""
    _kelola(page, cerita, "Catat pencairan (SPP)", "Pencairan (SPP)")
    page.get_by_label("Sumber dana").select_option(label=f"Dana Desa {cerita.tahun}")
    page.get_by_label("Jumlah (rupiah)").fill("17.000.000")
    page.get_by_label("Tanggal").fill("2026-07-09")
    page.get_by_role("button", name="Catat pencairan").click()
    di_halaman(page, cerita.proyek)
    page.get_by_text("Kapan uangnya dicairkan").click()
    page.get_by_role("link", name="Batalkan", exact=True).click()
    di_halaman(page, "Batalkan pencairan")
    page.get_by_label("Apa yang salah?").fill("SPP itu untuk gorong-gorong.")
    page.get_by_role("button", name="Batalkan catatan ini").click()
    di_halaman(page, cerita.proyek)


def cabut(page: Page, cerita: CeritaProyek) -> None:
    """A project that was opened twice leaves every list; its address says why."""
    page.goto("/proyek/buka/")
    _isi_pekerjaan(page, f"Ganda {cerita.bahan} {cerita.tanda}")
    page.get_by_role("button", name="Buka proyek").click()
    di_halaman(page, f"Ganda {cerita.bahan} {cerita.tanda}")
    alamat = page.url
    page.get_by_role("link", name="Cabut karena dibuka keliru").click()
    page.get_by_label("Mengapa dicabut?").fill("Terisi dua kali.")
    page.get_by_role("button", name="Cabut proyek ini").click()
    page.goto(alamat)
    di_halaman(page, "Proyek ini dicabut karena dibuka keliru")
    tampil(page, "Alasannya: Terisi dua kali.")


def _kelola(page: Page, cerita: CeritaProyek, tautan: str, judul: str) -> None:
    """Follow a link of the card on the page of the project."""
    if page.url != cerita.alamat:
        page.goto(cerita.alamat)
    kelola = page.get_by_role("navigation", name="Kelola proyek ini")
    kelola.get_by_role("link", name=tautan).click()
    di_halaman(page, judul)


# --- A resident reads it -------------------------------------------------------------------------


def baca_dua_ketuk(page: Page, cerita: CeritaProyek) -> None:
    """From a wish to its project, which says it all, and on to the paper that changed it."""
    page.goto(f"/aspirasi/?cari={cerita.suara[2]}")
    page.get_by_role("main").get_by_role("link", name=cerita.suara[2]).click()
    di_halaman(page, cerita.suara[2])
    page.get_by_role("link", name=cerita.proyek, exact=True).click()
    di_halaman(page, cerita.proyek)
    baca_proyek(page, cerita)
    berubah = page.get_by_role("region", name="Yang berubah")
    berubah.get_by_text("nilai berubah").click()
    berubah.get_by_role("link", name=f"Perkam {cerita.tanda}").first.click()
    tampil(page, SEBAB, "Rp 40.000.000", "Rp 45.000.000", "28 Desember 2026")


def baca_proyek(page: Page, cerita: CeritaProyek) -> None:
    """The page says it all, mistakes with their reasons."""
    tampil(page, "Sedang dikerjakan", "35%")
    uang = page.get_by_role("region", name="Uang", exact=True)
    tampil(uang, "Rp 70 juta", "Rp 17 juta")
    for isi in cerita.suara:
        expect(page.get_by_role("link", name=isi)).to_be_visible()
    for kata in ("Hibah", "18 Desember 2026", "SPP itu untuk gorong-gorong.", "Rp 40.000.000"):
        expect(page.get_by_text(kata).first).to_be_attached()
