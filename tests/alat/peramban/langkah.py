"""Acts of residents in the journey of the whole loop, found as a person finds them."""

import io
import re
import secrets
from dataclasses import dataclass, field

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.pabrik import gambar as rupa

BUKAN_FOTO = {"name": "jembatan.jpg", "mimeType": "image/jpeg", "buffer": b"ini bukan foto\n" * 9}


@dataclass
class Cerita:
    """The words of one run, so that two runs in one portal never meet; and the facts that it
    learns."""

    tanda: str = field(default_factory=lambda: f"RT {secrets.randbelow(900) + 100}")
    kode: str = ""
    pin: str = ""
    jumlah_proyek: int = 0
    nomor_proyek: str = ""
    tahun: str = ""
    bulan: str = ""

    @property
    def judul(self) -> str:
        return f"Mohon jembatan {self.tanda} diganti beton"

    @property
    def usulan(self) -> str:
        return f"{self.judul}. Papannya lapuk, anak sekolah sering terperosok."

    @property
    def jawaban(self) -> str:
        return f"Jembatan {self.tanda} kami ukur hari Senin, dan kami usulkan memakai Dana Desa."

    @property
    def proyek(self) -> str:
        return f"Jembatan beton {self.tanda}"

    @property
    def alasan(self) -> str:
        return f"Jembatan {self.tanda} dilalui anak sekolah setiap hari, dan dipilih musyawarah."

    @property
    def topik(self) -> str:
        return f"Jalan memutar selama jembatan {self.tanda} dikerjakan"

    @property
    def balasan(self) -> str:
        return f"Lewat kebun Pak Contoh saja, di belakang {self.tanda}."

    @property
    def kabar(self) -> str:
        return f"Jembatan {self.tanda} ditutup mulai Senin"


def foto_ponsel(nama: str = "jembatan asli.jpg") -> dict[str, str | bytes]:
    """A photo as a phone takes it: with its make and where it was."""
    data = rupa.tulis(rupa.gambar(900, 600), exif=rupa.exif())
    assert Image.open(io.BytesIO(data)).getexif().get_ifd(rupa.GPS_IFD)
    return {"name": nama, "mimeType": "image/jpeg", "buffer": data}


def di_halaman(page: Page, judul: str) -> None:
    """The page with this heading stands there whole: nothing runs off a small phone."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(judul)
    lebih = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert lebih <= 0, f"{page.url} bergeser {lebih}px ke samping"


def tampil(tempat: Page | Locator, *kalimat: str) -> None:
    """These sentences can be read there; on a page: in its main part."""
    bagian = tempat.get_by_role("main") if isinstance(tempat, Page) else tempat
    for satu in kalimat:
        expect(bagian.get_by_text(satu).first).to_be_visible()


def buka_menu(page: Page, tujuan: str) -> None:
    page.locator(".menu > summary").click()
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name=tujuan).click()


def pilih_foto(page: Page, label: str, *foto: dict[str, str | bytes], js: bool) -> None:
    page.get_by_label(label).first.set_input_files(list(foto))  # without scripts: of three places
    if js:  # the script shrinks them first and says so
        expect(page.get_by_text(f"{len(foto)} foto siap dikirim")).to_be_visible()


def foto_bersih(page: Page, foto: Locator) -> str:
    """The photo is shown, and nothing of the phone is left in it. Return its address."""
    foto.scroll_into_view_if_needed()
    expect(foto).to_be_visible()
    alamat = foto.get_attribute("src") or ""
    jawab = page.request.get(alamat)
    assert jawab.status == 200
    assert jawab.headers["content-type"] == "image/webp"
    gambar = rupa.buka(jawab.body())
    assert gambar.width == 480
    assert not gambar.getexif()
    assert rupa.MEREK.encode() not in jawab.body()
    return alamat


# --- Sending ---------------------------------------------------------------------------------


def kirim_usulan(page: Page, cerita: Cerita, *, js: bool) -> None:
    """From the first page to code and PIN; a forgotten tick costs nothing that was typed."""
    page.goto("/")
    di_halaman(page, "Membangun Bangunrejo bersama")
    cerita.jumlah_proyek = jumlah_proyek(page)
    page.get_by_role("main").get_by_role("link", name="Lapor atau usul").click()
    di_halaman(page, "Lapor atau usul")
    page.get_by_role("radio", name="Usulan").check()
    page.get_by_label("Ceritakan").fill(cerita.usulan)
    page.get_by_label("Kampung mana?").select_option(label="Sido Rejo")
    pilih_foto(page, "Foto", foto_ponsel(), BUKAN_FOTO, js=js)
    page.get_by_role("radio", name="Bukan", exact=True).check()
    expect(page.get_by_role("radio", name="Semua orang")).to_be_checked()
    page.get_by_role("button", name="Kirim").click()
    tampil(page.get_by_role("alert"), "Ada yang perlu diperbaiki", "Centang persetujuan ini")
    expect(page.get_by_label("Ceritakan")).to_have_value(cerita.usulan)
    di_halaman(page, "Lapor atau usul")
    if not js:  # with scripts the browser still holds them
        tampil(page, "Foto ke-2 tidak tersimpan:", "1 foto sudah kami simpan.")
    page.get_by_label("Saya setuju").check()
    page.get_by_role("button", name="Kirim", exact=True).click()
    tetap_kirim(page, cerita)


def tetap_kirim(page: Page, cerita: Cerita) -> None:
    """Send one's own all the same where another run of this story has said something alike."""
    tetap = page.get_by_role("button", name="Tetap kirim kiriman saya")
    expect(page.get_by_role("heading", name="Sudah kami terima").or_(tetap)).to_be_visible()
    if tetap.is_visible():
        tampil(page, "Mungkin sudah ada yang menyampaikan")
        expect(page.get_by_label("Ceritakan")).to_have_value(cerita.usulan)
        tetap.click()


def simpan_kode(page: Page, cerita: Cerita, *, js: bool) -> None:
    """Code and PIN stand there, the bad photo is explained, the good one and the text are kept."""
    di_halaman(page, "Sudah kami terima")
    # With scripts each photo is sent by itself now, so it needs no number.
    # Without scripts the page before has said so.
    tampil(page, *(("Foto tidak tersimpan:", "1 dari 2 foto tersimpan.") if js else ()))
    tampil(page, "1 foto tersimpan.")
    cerita.kode = rahasia(page, "Kode lacak")
    cerita.pin = rahasia(page, "PIN kiriman")
    assert re.fullmatch(r"BR-\w{4}-\w{4}-\w\w", cerita.kode)
    assert re.fullmatch(r"\d{6}", cerita.pin)
    foto_bersih(page, page.get_by_role("img", name="Foto 1"))
    page.get_by_role("link", name="Buka kiriman saya").click()
    di_halaman(page, "Kiriman Anda")
    tampil(page, cerita.usulan, "Baru diterima", "Belum ada jawaban.")


def rahasia(page: Page, label: str) -> str:
    baris = page.get_by_role("paragraph").filter(has_text=label)
    return baris.get_by_role("status").first.inner_text().strip()


# --- Reading ---------------------------------------------------------------------------------


def jumlah_proyek(page: Page) -> int:
    """How many projects of Sido Rejo the first page counts this year."""
    tabel = page.get_by_role("table", name="menurut kampung")
    baris = tabel.get_by_role("row").filter(has=page.get_by_role("link", name="Sido Rejo"))
    return int(baris.get_by_role("cell").first.inner_text())


def lihat_beranda(page: Page, cerita: Cerita) -> None:
    """The first page counts the project and shows its report."""
    page.goto("/")
    assert jumlah_proyek(page) == cerita.jumlah_proyek + 1
    laporan = page.get_by_role("region", name="Laporan kemajuan terbaru")
    butir = laporan.get_by_role("listitem").filter(has_text=cerita.proyek)
    tampil(butir, "35%")
    butir.get_by_role("link", name=cerita.proyek).click()
    di_halaman(page, f"{cerita.proyek}: {cerita.bulan}")
    tampil(page, "Fondasi kedua sisi selesai.", "Rp 15.000.000", "Tidak ada kendala.")
    foto_bersih(page, page.get_by_role("img", name="Sisi timur"))
    page.get_by_role("link", name="Lihat proyeknya").click()


def lihat_proyek(page: Page, cerita: Cerita) -> None:
    """One page holds the voice, the decision with its reason, the money and the progress."""
    di_halaman(page, cerita.proyek)
    tampil(page, "Sedang dikerjakan")
    uang = page.get_by_role("region", name="Uang", exact=True)
    tampil(uang, "Rp 50 juta", "Rp 17 juta", "Rp 15 juta")
    tampil(page.get_by_role("region", name="Sampai mana pekerjaannya"), "35%")
    page.get_by_text("Angka tepatnya").click()
    tampil(page, f"Dana Desa {cerita.tahun}", "Rp 40.000.000", "Rp 17.000.000", "Rp 15.000.000")
    tampil(page, f"Swadaya warga {cerita.tahun}", "Rp 10.000.000", "belum diketahui")
    keputusan = page.get_by_role("region", name="Keputusan dan alasannya")
    tampil(keputusan, f"Alasannya: {cerita.alasan}", "Kepala Kampung Sido Rejo")
    suara = page.get_by_role("region", name="Suara warga yang dijawab proyek ini")
    suara.get_by_role("link", name=cerita.judul).click()
    di_halaman(page, cerita.judul)
    tampil(page, cerita.usulan, cerita.jawaban, "Pemerintah Kampung Sido Rejo")
    tampil(page, "Masuk rencana proyek")
    foto_bersih(page, page.get_by_role("img", name="Foto 1"))


def lacak(page: Page, cerita: Cerita) -> None:
    """Code alone shows how far it is; with the PIN the sender reads the answer and the project."""
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Cek jawaban").click()
    di_halaman(page, "Cek jawaban")
    page.get_by_label("Kode lacak").fill(cerita.kode.lower().replace("-", " "))
    page.get_by_role("button", name="Lacak", exact=True).click()
    tampil(page, "Keadaan kiriman", "Masuk rencana proyek")
    expect(page.get_by_text(cerita.jawaban)).to_have_count(0)
    page.get_by_label("PIN kiriman").fill(cerita.pin)
    page.get_by_role("button", name="Lacak", exact=True).click()
    di_halaman(page, "Kiriman Anda")
    tampil(page, cerita.jawaban, "Belum ada yang membukanya.")
    expect(page.get_by_role("heading", name="Sudah beres di lapangan?")).to_have_count(0)
    proyek = page.get_by_role("region", name="Proyek yang menjawabnya")
    tampil(proyek, cerita.nomor_proyek, "Sedang dikerjakan", "pekerjaan 35%")
    proyek.get_by_role("link", name=cerita.proyek, exact=True).click()
    di_halaman(page, cerita.proyek)


def baca_kabar(page: Page, cerita: Cerita) -> None:
    """The news stands on the first page and on that of its kampung."""
    page.goto("/")
    kabar = page.get_by_role("region", name="Kabar terbaru")
    kabar.get_by_role("link", name=cerita.kabar).click()
    di_halaman(page, cerita.kabar)
    page.get_by_role("link", name="Kampung Sido Rejo").click()
    di_halaman(page, "Kampung Sido Rejo")
    tampil(page.get_by_role("region", name="Kabar terbaru"), cerita.kabar)
    tampil(page.get_by_role("region", name="Proyek terbaru"), cerita.proyek)
