"""Talking in the forum about a project, and hiding a bad reply, as people see it."""

from playwright.sync_api import Page, expect

from tests.alat.peramban.langkah import Cerita, buka_menu, di_halaman, tampil

ALASAN = "Memuat nama dan rumah orang. Silakan tulis lagi tanpa itu."
TEMPAT_KOSONG = f"Tulisan ini disembunyikan petugas. Alasan: {ALASAN}"


def tulis_topik(page: Page, cerita: Cerita) -> str:
    """From the project's page to a topic about it. Return the topic's address."""
    page.goto(f"/proyek/{cerita.nomor_proyek}/")
    page.get_by_role("link", name="Tulis topik tentang ini").click()
    di_halaman(page, "Tulis topik")
    tampil(page, f"{cerita.nomor_proyek} {cerita.proyek}")
    page.get_by_label("Ruang").select_option(index=1)
    page.get_by_label("Judul").fill(cerita.topik)
    page.get_by_role("button", name="Kirim topik").click()
    tampil(page.get_by_role("alert"), "Bagian ini harus diisi.")
    expect(page.get_by_label("Judul")).to_have_value(cerita.topik)
    page.get_by_label("Isi", exact=True).fill("Lewat mana anak sekolah selama jembatan ditutup?")
    page.get_by_role("button", name="Kirim topik").click()
    di_halaman(page, cerita.topik)
    tampil(page, "Topik Anda sudah tampil.", "Belum ada balasan", "Warga contoh")
    return page.url


def balas(page: Page, cerita: Cerita) -> None:
    """Another person finds the topic in the forum and replies."""
    buka_menu(page, "Diskusi warga")
    di_halaman(page, "Diskusi warga")
    page.get_by_role("link", name=cerita.topik).click()
    di_halaman(page, cerita.topik)
    page.get_by_label("Balasan Anda").fill(cerita.balasan)
    page.get_by_role("button", name="Kirim balasan").click()
    tampil(page, "Balasan Anda sudah tampil.", cerita.balasan)


def sembunyikan(page: Page, cerita: Cerita, topik: str) -> None:
    """The staff hides it in the admin; without a reason nothing is hidden."""
    page.goto(topik)
    tulisan = page.get_by_role("article").filter(has_text=cerita.balasan)
    tulisan.get_by_role("link", name="Moderasi").click()
    page.get_by_role("link", name="Sembunyikan").click()
    tampil(page, cerita.balasan)
    page.get_by_role("button", name="Sembunyikan").click()
    tampil(page, "Bagian ini harus diisi.")
    page.get_by_label("Alasan").fill(ALASAN)
    page.get_by_role("button", name="Sembunyikan").click()
    tampil(page, "1 tulisan disembunyikan. Penulisnya membaca alasannya.", ALASAN)
    expect(page.get_by_role("link", name="Tampilkan lagi")).to_be_visible()


def lihat_tersembunyi(page: Page, cerita: Cerita) -> None:
    """See as a visitor that something stood here and why it is hidden, but not its words."""
    page.goto(f"/proyek/{cerita.nomor_proyek}/")
    rembuk = page.get_by_role("region", name="Dibicarakan di diskusi warga")
    rembuk.get_by_role("link", name=cerita.topik).click()
    di_halaman(page, cerita.topik)
    tampil(page, TEMPAT_KOSONG)
    expect(page.get_by_text(cerita.balasan)).to_have_count(0)
    expect(page.get_by_role("link", name="Masuk untuk membalas")).to_be_visible()


def baca_alasan(page: Page, cerita: Cerita, topik: str) -> None:
    """Its author still reads it, with the reason and what can be done."""
    page.goto(topik)
    tulisan = page.get_by_role("article").filter(has_text=cerita.balasan)
    tampil(tulisan, "Tulisan ini disembunyikan petugas.", ALASAN)
    tampil(tulisan, "Hanya Anda dan petugas yang masih dapat membacanya.")
    expect(tulisan.get_by_role("link", name="meminta petugas lain meninjau ulang")).to_be_visible()
