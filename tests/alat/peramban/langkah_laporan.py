"""Acts on a report: drafted where the signal is poor, published, corrected, withdrawn."""

import re

import psycopg2
from playwright.sync_api import Page, expect

from tests.alat.peramban.langkah import Cerita, di_halaman, foto_ponsel, pilih_foto, tampil
from tests.alat.peramban.langkah_proyek import TERSEMBUNYI
from tests.alat.peramban.portal import PortalHidup

SIMPAN = "Simpan, lalu lihat hasilnya"
PERSEN = "Pekerjaan selesai (%)"
FOTO = (foto_ponsel("a.jpg"), foto_ponsel("b.jpg"))
KEGIATAN = "SELECT id FROM proyek_kegiatan WHERE kode = '2.3.10'"
# The demonstration has no sekretaris: the kepala kampung of another kampung becomes one.
SEKRETARIS = """
UPDATE warga_jabatan SET nama = 'sekretaris', instansi_id = i.id
FROM warga_instansi i JOIN warga_kampung k ON k.id = i.kampung_id AND k.slug = 'sido-rejo'
WHERE pengguna_id = (SELECT id FROM warga_pengguna WHERE email = 'kakam.contoh@contoh.invalid');
UPDATE warga_pengguna SET kampung_id = (SELECT id FROM warga_kampung WHERE slug = 'sido-rejo')
WHERE email = 'kakam.contoh@contoh.invalid';
"""


def siapkan_sekretaris(portal: PortalHidup) -> str:
    """Give Sido Rejo a sekretaris, and return the kegiatan of its projects."""
    hubungan = psycopg2.connect(portal.basis)
    with hubungan, hubungan.cursor() as cursor:
        cursor.execute(SEKRETARIS)
        cursor.execute(KEGIATAN)
        kegiatan = str(cursor.fetchone()[0])
    hubungan.close()
    return kegiatan


# --- What other journeys do by hand --------------------------------------------------------------


def kirim(page: Page, alamat: str, isi: dict[str, str]) -> str:
    """Send a form as a browser does, and return the address of the answer."""
    data = dict(TERSEMBUNYI.findall(page.request.get(alamat).text())) | isi
    return page.request.post(alamat, form=data).url


def buka_berjalan(page: Page, cerita: Cerita, kegiatan: str) -> str:
    """A project in the budget that began in July; return its address."""
    dana = {"dana-TOTAL_FORMS": "1", "dana-INITIAL_FORMS": "0", "dana-0-sumber": "dd"}
    putusan = {
        "ke_tahap": "dianggarkan",
        "judul": f"{cerita.proyek} dibiayai",
        "isi": "Rabat beton masuk anggaran tahun 2026.",
        "alasan": "Musyawarah kampung memilihnya karena jalan itu rusak.",
        "dasar": "muskam",
        "tanggal_surat": "2026-07-01",
        "ditetapkan_jabatan": "Kepala Kampung Sido Rejo",
    }
    isi = {"judul": cerita.proyek, "kegiatan": kegiatan, "uraian": "Dari mushola ke sawah."}
    isi |= {"pola": "swakelola", "jenis": "fisik", "frekuensi_laporan": "bulanan"}
    isi |= dana | {"dana-0-tahun": "2026", "dana-0-pagu": "50000000"}
    alamat = kirim(page, "/proyek/buka/", isi | {f"keputusan-{n}": v for n, v in putusan.items()})
    ubah_tahap(page, alamat, "berjalan", "2026-07-08")
    return alamat


def ubah_tahap(page: Page, alamat: str, ke: str, tanggal: str) -> None:
    isi = {"ke": ke, "tanggal": tanggal, "alasan": "Selebihnya menyusul."}
    tujuan = kirim(page, f"{alamat}tahap/", isi | ({"tetap": "on"} if ke == "selesai" else {}))
    assert tujuan == alamat, tujuan


# --- The operator, where the signal is poor ------------------------------------------------------


def tulis_dengan_sinyal_putus(page: Page, cerita: Cerita, alamat: str, *, js: bool) -> None:
    """The signal goes while it is sent: with scripts the page stays, without them "back" leads to
    the form as it was typed. Then it is sent once more."""
    page.goto(alamat)
    page.get_by_role("link", name="Tulis laporan kemajuan").first.click()
    di_halaman(page, "Tulis laporan kemajuan")
    bulan = page.get_by_label("Waktu yang dilaporkan").get_by_role("option", selected=True)
    cerita.bulan = bulan.inner_text()
    page.get_by_label(PERSEN).fill("35")
    page.get_by_label("Dibelanjakan dari").fill("15 juta")
    page.get_by_role("radio", name="Tidak ada kendala").check()
    pilih_foto(page, "Pilih foto", *FOTO, js=js)
    page.context.set_offline(True)
    page.get_by_role("button", name=SIMPAN).click()
    if js:
        expect(page.get_by_role("alert").filter(has_text="Belum terkirim")).to_be_in_viewport()
    else:
        page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)
    if not js:
        page.go_back()
        pilih_foto(page, "Pilih foto", *FOTO, js=js)
    expect(page.get_by_label(PERSEN)).to_have_value("35")
    expect(page.get_by_label("Dibelanjakan dari")).to_have_value("15 juta")


def kirim_sesudah_sesi_habis(page: Page, portal: PortalHidup, cerita: Cerita) -> None:
    """The sign-in has ended meanwhile: words and photos wait for the same person."""
    page.context.clear_cookies(name="sesi")
    page.get_by_role("button", name=SIMPAN).click()
    page.wait_for_url("**/akun/masuk/**")
    page.locator("input[name=login]").fill("aparat@contoh.invalid")
    page.locator("input[name=password]").fill(portal.sandi["aparat@contoh.invalid"])
    page.get_by_role("main").get_by_role("button", name="Masuk", exact=True).click()
    di_halaman(page, "Tulis laporan kemajuan")
    tampil(page, "2 foto sudah kami simpan; tidak perlu dipilih lagi.")
    expect(page.get_by_label(PERSEN)).to_have_value("35")
    page.get_by_role("button", name=SIMPAN).click()
    di_halaman(page, f"{cerita.proyek}: {cerita.bulan}")
    expect(page.get_by_role("main").locator("figure img")).to_have_count(2)


def serahkan(page: Page) -> str:
    """Put it on the desk of whoever publishes; return the address of the draft."""
    page.get_by_role("button", name="Kirim ke penerbit").click()
    tampil(page, "Draf sudah dikirim.")
    return page.url


# --- Whoever publishes, and the kepala kampung ---------------------------------------------------


def terbitkan(page: Page) -> str:
    """Publish the draft that is open, and return the address of the report."""
    page.get_by_role("button", name="Terbitkan").click()
    tampil(page, "sudah terbit dan terbuka untuk umum.")
    return page.url


def perbaiki(page: Page, alamat: str, persen: str) -> str:
    """Correct a report: it begins with its words and photos. Return the address of the new one."""
    page.goto(alamat)
    page.get_by_role("link", name="Perbaiki laporan ini").click()
    page.get_by_label("Alasan perbaikan").fill("Persennya salah hitung.")
    page.get_by_label(PERSEN).fill(persen)
    page.get_by_role("button", name=SIMPAN).click()
    tampil(page, f"{persen}%", "Drafnya sudah tersimpan.")
    expect(page.get_by_role("main").locator("figure img")).to_have_count(2)
    return terbitkan(page)


def tarik(page: Page, alamat: str) -> None:
    """The kepala kampung withdraws what was published in their name."""
    page.goto(alamat)
    page.get_by_role("link", name="Tarik seluruh laporan").click()
    page.get_by_label(re.compile("^(Alasan|Mengapa)")).fill("Fotonya dari proyek lain.")
    page.get_by_role("button", name="Tarik, jangan tampilkan lagi").click()
    page.goto(alamat)
    tampil(page, "Fotonya dari proyek lain.")


def evaluasi(page: Page, alamat: str) -> None:
    """Write the evaluation, with a reason for each difference from the plan."""
    page.goto(alamat)
    page.get_by_role("link", name="Tulis evaluasi").first.click()
    di_halaman(page, "Evaluasi sesudah selesai")
    for kotak in page.get_by_role("main").locator("textarea").all():
        kotak.fill("Hujan lebih lama daripada yang direncanakan.")
    page.get_by_role("button", name="Simpan").click()
    tampil(page, "Evaluasi sudah disimpan")
