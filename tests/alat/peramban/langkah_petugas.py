"""Acts of officials in the journey of the whole loop, found as a person finds them."""

from playwright.sync_api import Page, expect

from tests.alat.peramban.langkah import (
    Cerita,
    buka_menu,
    di_halaman,
    foto_bersih,
    foto_ponsel,
    pilih_foto,
    tampil,
)

PEMERINTAH = "Pemerintah Kampung Sido Rejo"
KAKAM = "Kepala Kampung Sido Rejo"


# --- Staff of the kecamatan --------------------------------------------------------------------


def periksa_dan_teruskan(page: Page, cerita: Cerita) -> None:
    """Find it from the desk, approve its photo, hand it to the kampung."""
    di_halaman(page, "Meja kerja")
    # The earliest due come first; other journeys may have filled the front page.
    page.get_by_label("Cari di semua yang boleh Anda lihat").fill(cerita.judul)
    page.get_by_role("button", name="Cari", exact=True).click()
    page.get_by_role("link", name=cerita.judul).click()
    di_halaman(page, cerita.judul)
    tampil(page, cerita.usulan, "Baru diterima", "Petugas kecamatan memeriksanya paling lambat")
    foto_bersih(page, page.get_by_role("img", name="Foto 1"))
    expect(page.get_by_label("Isi yang akan tampil")).to_have_value(cerita.usulan)
    page.get_by_label("Foto 1").check()
    page.get_by_label("Tetap di kecamatan dulu").check()
    page.get_by_role("button", name="Nyatakan sudah diperiksa").click()
    tampil(page, "Kiriman sudah diperiksa.", "Sudah diperiksa")
    tujuan = page.get_by_label("Diteruskan kepada")
    expect(tujuan.get_by_role("option", selected=True)).to_have_text(PEMERINTAH)
    page.get_by_role("button", name="Teruskan", exact=True).click()
    di_halaman(page, cerita.judul)
    tampil(page, "Kiriman sudah diteruskan.", "Diteruskan")


def terbitkan_kabar(page: Page, cerita: Cerita) -> None:
    """Tell everyone in the name of the kecamatan."""
    page.get_by_role("link", name="Lihat portal").click()
    buka_menu(page, "Kabar")
    page.get_by_role("link", name="Tulis kabar").click()
    di_halaman(page, "Tulis kabar")
    page.get_by_role("radio", name="Pengumuman").check()
    page.get_by_label("Judul").fill(cerita.kabar)
    isi = "Lewat **jalan kebun** dulu.\n\n- Sepeda motor boleh\n- Truk tidak"
    page.get_by_label("Isi").fill(isi)
    page.get_by_label("Untuk siapa").select_option(label="Sido Rejo")
    page.get_by_role("button", name="Terbitkan").click()
    di_halaman(page, cerita.kabar)
    tampil(
        page,
        "Kabar sudah terbit dan dapat dibaca semua orang.",
        "Pengumuman · Kecamatan Bangunrejo untuk Kampung Sido Rejo",
    )
    expect(page.get_by_role("strong").filter(has_text="jalan kebun")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Truk tidak")).to_be_visible()


# --- The kepala kampung --------------------------------------------------------------------------


def tangani_dan_jawab(page: Page, cerita: Cerita) -> None:
    """Take it up from the own desk and answer in the name of the kampung."""
    di_halaman(page, "Meja kerja")
    bagian = page.get_by_role("region", name="Yang menunggu Anda")
    satu = bagian.get_by_role("listitem").filter(has_text=cerita.judul)
    satu.get_by_role("link").click()
    di_halaman(page, "Jawab")
    page.get_by_role("link", name="Batal, kembali ke kiriman").click()
    di_halaman(page, cerita.judul)
    page.get_by_role("button", name="Saya mulai menangani").click()
    tampil(page, "Tercatat bahwa kiriman ini mulai ditangani.", "Sedang ditangani")
    page.get_by_label("Jawaban resmi").fill("Ya")
    page.get_by_role("button", name="Kirim jawaban").click()
    tampil(page, "Pilih satu dulu.")
    page.get_by_role("radio", name="Sudah selesai").check()
    page.get_by_role("button", name="Kirim jawaban").click()
    page.get_by_role("link", name="Lihat yang perlu diperbaiki").click()
    kurang = page.get_by_role("alert").filter(has_text="Terlalu pendek: paling sedikit 10 huruf.")
    expect(kurang.get_by_role("heading")).to_be_in_viewport()
    kurang.get_by_role("link", name="Jawaban resmi").click()
    expect(page.get_by_label("Jawaban resmi")).to_be_in_viewport()
    expect(page.get_by_role("radio", name="Sudah selesai")).to_be_checked()
    page.get_by_label("Jawaban resmi").fill(cerita.jawaban)
    page.get_by_role("button", name="Kirim jawaban").click()
    di_halaman(page, cerita.judul)
    tampil(page, "Jawaban sudah terkirim dan dapat dibaca pengirim.", "Sudah dijawab")
    tampil(page.get_by_role("article").filter(has_text=KAKAM), cerita.jawaban)


def buka_proyek(page: Page, cerita: Cerita) -> None:
    """Open the project that answers it, with its money and the decision behind it."""
    page.get_by_role("link", name="Buka proyek baru untuk kiriman ini").click()
    di_halaman(page, "Buka proyek")
    tampil(page, f"Menjawab kiriman warga: {cerita.judul}")
    expect(page.get_by_label("Nama proyek")).to_have_value(cerita.judul)
    page.get_by_label("Nama proyek").fill(cerita.proyek)
    page.get_by_label("Cari dengan kata sehari-hari").fill("jembatan")
    page.get_by_role("button", name="Cari kegiatan").click()
    page.get_by_role("radio", name="rehabilitasi jembatan").check()
    page.get_by_label("Uraian").fill("Jembatan kayu diganti jembatan beton.")
    _isi_dana(page, cerita)
    _isi_keputusan(page, cerita)
    page.get_by_role("button", name="Buka proyek").click()
    di_halaman(page, cerita.proyek)
    tampil(page, "sudah dibuka dan dapat dilihat semua orang.", "Sudah dianggarkan")


def _isi_dana(page: Page, cerita: Cerita) -> None:
    pertama = page.get_by_role("group", name="Baris 1")
    cerita.tahun = pertama.get_by_label("Tahun").input_value()
    for tempat, sumber, pagu in (
        (pertama, "Dana Desa", "40.000.000"),
        (page.get_by_role("group", name="Baris 2"), "Swadaya warga", "Rp 10.000.000"),
    ):
        tempat.get_by_label("Sumber dana").select_option(label=sumber)
        tempat.get_by_label("Anggaran (rupiah)").fill(pagu)


def _isi_keputusan(page: Page, cerita: Cerita) -> None:
    bagian = page.get_by_role("group", name="3. Keputusannya")
    bagian.get_by_label("Tahap proyek sekarang").select_option(label="Sudah dianggarkan")
    bagian.get_by_label("Judul").fill(f"{cerita.proyek} masuk anggaran")
    bagian.get_by_label("Isi keputusan").fill("Jembatan dibangun tahun ini.")
    bagian.get_by_label("Alasan").fill(cerita.alasan)
    bagian.get_by_label("Dasar").select_option(label="Musyawarah kampung")
    bagian.get_by_label("Tanggal surat").fill("2026-07-06")
    bagian.get_by_label("Jabatan yang menetapkan").fill("Kepala Kampung Sido Rejo")


def mulai_pekerjaan(page: Page, cerita: Cerita) -> None:
    """The work starts today, and the first money has come in."""
    cerita.nomor_proyek = page.url.rstrip("/").rsplit("/", 1)[1]
    page.get_by_role("link", name="Catat mulai, berhenti, atau selesai").click()
    di_halaman(page, "Mulai, berhenti, atau selesai")
    page.get_by_role("radio", name="Mulai dikerjakan").check()
    page.get_by_role("button", name="Catat").click()
    di_halaman(page, cerita.proyek)
    tampil(page, "Tahap proyek sudah dicatat", "Sedang dikerjakan")
    page.get_by_role("link", name="Catat pencairan (SPP)").click()
    di_halaman(page, "Pencairan (SPP)")
    page.get_by_label("Sumber dana").select_option(label=f"Dana Desa {cerita.tahun}")
    page.get_by_label("Tanggal").fill("2026-07-06")
    page.get_by_label("Jumlah (rupiah)").fill("17.000.000")
    page.get_by_role("button", name="Catat pencairan").click()
    di_halaman(page, cerita.proyek)
    tampil(page, "Pencairan sudah dicatat")


def tulis_laporan(page: Page, cerita: Cerita) -> None:
    """Words and figures first; a missing figure is asked for and costs nothing."""
    page.get_by_role("link", name="Tulis laporan kemajuan").click()
    di_halaman(page, "Tulis laporan kemajuan")
    bulan = page.get_by_label("Waktu yang dilaporkan")
    cerita.bulan = bulan.get_by_role("option", selected=True).inner_text()
    page.get_by_label("Pekerjaan selesai (%)").fill("35")
    page.get_by_text("Tambah keterangan (boleh dilewati)").click()
    page.get_by_label("Yang sudah dikerjakan").fill("Fondasi kedua sisi selesai.")
    page.get_by_role("radio", name="Tidak ada kendala").check()
    page.get_by_role("button", name="Simpan, lalu lihat").click()
    tampil(page.get_by_role("alert"), "Tulis 0 bila tidak ada belanja")
    expect(page.get_by_label("Pekerjaan selesai (%)")).to_have_value("35")
    page.get_by_label("Dibelanjakan dari Dana Desa").fill("15.000.000")
    page.get_by_role("button", name="Simpan, lalu lihat").click()
    di_halaman(page, f"{cerita.proyek}: {cerita.bulan}")
    tampil(page, "Drafnya sudah tersimpan.", "Draf, belum terbit.")


def terbitkan_laporan(page: Page, cerita: Cerita, *, js: bool) -> None:
    """Without a photo it cannot be published; with one it is open to everyone."""
    expect(page.get_by_role("button", name="Terbitkan")).to_have_count(0)
    pilih_foto(page, "Pilih foto", foto_ponsel("fondasi.jpg"), js=js)
    page.get_by_label("Keterangan foto").fill("Sisi timur")
    page.get_by_role("button", name="Tambahkan foto").click()
    tampil(page, "1 foto sudah ditambahkan.")
    foto_bersih(page, page.get_by_role("img", name="Sisi timur"))
    page.get_by_role("button", name="Terbitkan").click()
    di_halaman(page, f"{cerita.proyek}: {cerita.bulan}")
    tampil(page, "sudah terbit dan terbuka untuk umum.")
