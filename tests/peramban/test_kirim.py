"""Sending a kiriman on a phone, with and without JavaScript."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.peramban.test_naskah import foto

KIRIM = "/aspirasi/kirim/"
DIKIRIM = re.compile(rf"{KIRIM}\?kirim=\d+$")  # where the form is sent, as `alamat_kirim` says
TERKIRIM = re.compile(r"/aspirasi/terkirim/$")
DRAF = "localStorage.getItem('kirim-draf')"
BukaHalaman = Callable[..., Page]


def isi(page: Page, teks: str, *, jangkauan: str = "publik") -> None:
    """Fill in the five visible things but the photo, and agree."""
    page.locator("input[name=jenis][value=keluhan]").check()
    page.locator("textarea[name=isi]").fill(teks)
    page.locator("select[name=kampung]").select_option("sido-rejo")
    page.locator("input[name=tentang][value=tidak]").check()
    page.locator(f"input[name=jangkauan][value={jangkauan}]").check()
    page.locator("input[name=setuju]").check()


def kirim(page: Page) -> None:
    page.get_by_role("button", name="Kirim", exact=True).click()


def tambahan(page: Page) -> None:
    page.locator("summary", has_text="Tambah keterangan").click()


def kode(page: Page) -> str:
    return page.locator("[data-salin]").first.inner_text()


def tunggu_draf(page: Page, *, ada: bool = True) -> None:
    """Wait until this phone keeps a draft with the last choice of `isi`, or none (the policy
    forbids `wait_for_function`)."""
    page.evaluate(
        f"""async (ada) => {{
          const jadi = () => ada ? ({DRAF} ?? "").includes('"tentang"') : {DRAF} === null;
          while (!jadi()) await new Promise((r) => setTimeout(r, 50));
        }}""",
        ada,
    )


def mulai(halaman_baru: BukaHalaman, **lain: Any) -> Page:
    page = halaman_baru(**lain)
    page.goto(KIRIM)
    return page


def test_without_script_everything_goes_at_once(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru, js=False)
    expect(page.locator("[data-draf]")).to_be_hidden()
    expect(page.locator("[data-letak]")).to_be_hidden()
    isi(page, "Genteng balai dusun bergeser empat lembar kena angin.")
    page.set_input_files("input[name=foto]", [foto(300, 200), foto(200, 300)])
    kirim(page)
    expect(page).to_have_url(TERKIRIM)
    expect(page.get_by_text("2 foto tersimpan.")).to_be_visible()
    assert kode(page).startswith("BR-")


def test_photos_are_shrunk_and_follow_one_by_one(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    permintaan: list[str] = []
    page.on("request", lambda r: permintaan.append(r.url) if r.method == "POST" else None)
    isi(page, "Papan nama gang tertutup dahan mangga, tukang pos kesasar.")
    page.set_input_files("input[name=foto]", [foto(2000, 1500), foto(320, 240)])
    expect(page.get_by_text("2 foto siap dikirim")).to_be_visible()
    lebar = page.evaluate(
        "createImageBitmap(document.querySelector('[name=foto]').files[0]).then((b) => b.width)"
    )
    assert lebar == 1280
    kirim(page)
    expect(page.get_by_text("2 foto tersimpan.")).to_be_visible()
    expect(page).to_have_url(TERKIRIM)
    jalur = [u.rsplit("/", 2)[1] for u in permintaan]
    assert [j for j in jalur if j != "serupa"] == ["kirim", "foto", "foto"]
    assert page.evaluate("scrollY") == 0
    expect(page.get_by_role("button", name="Salin").first).to_be_visible()
    page.reload()
    expect(page.get_by_text("2 foto tersimpan.")).to_be_visible()


def test_a_photo_survives_an_error(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    isi(page, "")
    page.set_input_files("input[name=foto]", [foto(320, 240)])
    kirim(page)
    expect(page.locator("textarea[aria-invalid=true]")).to_be_visible()
    expect(page.get_by_text("1 foto masih terpilih.")).to_be_visible()
    page.locator("textarea[name=isi]").fill("Bangku tunggu di poskesdes patah satu kakinya.")
    kirim(page)
    expect(page.get_by_text("1 foto tersimpan.")).to_be_visible()


def test_photos_add_up_and_go_through_the_page_between(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    isi(page, "Dimintai uang 200 ribu waktu mengurus surat tanah di kantor kampung.")
    page.set_input_files("input[name=foto]", [foto(300, 200)])
    page.set_input_files("input[name=foto]", [foto(320, 200)])
    expect(page.get_by_text("2 foto siap dikirim")).to_be_visible()
    kirim(page)
    expect(page.locator("[data-saran]")).to_contain_text("“Dimintai uang”")
    expect(page.get_by_text("2 foto masih terpilih.")).to_be_visible()
    page.get_by_role("button", name="Kirim hanya ke kecamatan").click()
    expect(page.get_by_text("2 foto tersimpan.")).to_be_visible()


def test_without_script_photos_wait_on_the_page_between(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru, js=False)
    isi(page, "Dimintai uang 150 ribu waktu mengurus akta kelahiran di balai.")
    for nomor, lebar in enumerate((300, 320)):
        page.locator("input[name=foto]").nth(nomor).set_input_files([foto(lebar, 200)])
    kirim(page)
    expect(page.get_by_text("2 foto sudah kami simpan.")).to_be_visible()
    page.get_by_role("button", name="Kirim hanya ke kecamatan").click()
    expect(page.get_by_text("2 foto tersimpan.")).to_be_visible()


def test_a_refused_photo_says_why_and_the_others_stay(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    isi(page, "Kunci gudang pupuk berkarat, pintunya sulit ditutup rapat.")
    palsu = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"bukan gambar" * 100}
    page.set_input_files("input[name=foto]", [palsu, foto(320, 240)])
    kirim(page)
    expect(page.get_by_text("1 foto tersimpan.")).to_be_visible()
    expect(page.get_by_text("tidak tersimpan")).to_be_visible()


def test_no_signal_keeps_text_and_photo_on_the_page(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    teks = "Tiang jemuran umum di rusun pekerja kebun miring ke selatan."
    isi(page, teks)
    page.set_input_files("input[name=foto]", [foto(320, 240)])
    page.context.set_offline(True)
    kirim(page)
    expect(page.get_by_text("Belum terkirim: sinyal")).to_be_visible()
    expect(page.locator("textarea[name=isi]")).to_have_value(teks)
    page.context.set_offline(False)
    kirim(page)
    expect(page.get_by_text("1 foto tersimpan.")).to_be_visible()


def test_sending_again_after_the_answer_was_lost_gives_the_same_kiriman(
    halaman_baru: BukaHalaman,
) -> None:
    """The server took it in, the phone never heard so: one row, one code."""
    page = mulai(halaman_baru)
    terima: list[str] = []

    def putus(route: Route) -> None:
        terima.append(route.fetch().text())
        route.abort()

    page.route(DIKIRIM, putus, times=1)
    isi(page, "Jam dinding kantor kampung berhenti pukul tiga lewat sepuluh.")
    kirim(page)
    expect(page.get_by_text("Belum terkirim: sinyal")).to_be_visible()
    kirim(page)
    expect(page).to_have_url(TERKIRIM)
    assert kode(page) in terima[0]


def test_too_much_from_here_says_how_long_to_wait_and_keeps_the_photo(
    halaman_baru: BukaHalaman,
) -> None:
    page = mulai(halaman_baru)

    def padat(route: Route) -> None:
        formulir = route.fetch(method="GET", post_data=None).text()
        isi = formulir.replace("</h1>", "</h1><p>Tunggu sekitar 3 menit, lalu kirim lagi.</p>", 1)
        route.fulfill(status=429, content_type="text/html; charset=utf-8", body=isi)

    page.route(DIKIRIM, padat, times=1)
    isi(page, "Pintu air di ujung dusun macet separuh terbuka.")
    page.set_input_files("input[name=foto]", [foto(300, 200)])
    kirim(page)
    expect(page.locator("main")).to_contain_text("Tunggu sekitar 3 menit")
    assert page.locator("input[name=foto]").evaluate("e => e.files.length") == 1


def test_an_unsent_text_is_offered_again_and_gone_once_sent(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    teks = "Pagar taman bacaan roboh tertabrak gerobak."
    isi(page, teks)
    tunggu_draf(page)
    lagi = page.context.new_page()
    lagi.goto(KIRIM)
    expect(lagi.locator("[data-draf]")).to_contain_text(teks)
    lagi.get_by_role("button", name="Lanjutkan").click()
    expect(lagi.locator("textarea[name=isi]")).to_have_value(teks)
    expect(lagi.locator("input[name=jenis][value=keluhan]")).to_be_checked()
    expect(lagi.locator("select[name=kampung]")).to_have_value("sido-rejo")
    expect(lagi.locator("input[name=setuju]")).not_to_be_checked()
    lagi.locator("input[name=setuju]").check()
    kirim(lagi)
    expect(lagi).to_have_url(TERKIRIM)
    assert lagi.evaluate(DRAF) is None


def test_the_draft_holds_no_key_and_no_person(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    isi(page, "Cat garis lapangan bulu tangkis sudah pudar semua.")
    tunggu_draf(page)
    nama = {n for n, _ in page.evaluate(f"JSON.parse({DRAF}).isian")}
    terlarang = {"kunci", "csrfmiddlewaretoken", "nama", "telepon", "email", "setuju", "anak"}
    assert nama & terlarang == set()
    assert "isi" in nama


def test_a_draft_can_be_thrown_away(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    isi(page, "Kran air wudu menetes terus sejak puasa.")
    tunggu_draf(page)
    lagi = page.context.new_page()
    lagi.goto(KIRIM)
    lagi.get_by_role("button", name="Buang").click()
    expect(lagi.locator("[data-draf]")).to_be_hidden()
    assert lagi.evaluate(DRAF) is None


@pytest.mark.parametrize(
    ("bidang", "nilai"),
    [
        ("jangkauan", "petugas"),
        ("jangkauan", "kecamatan"),
        ("tentang", "aparat_kampung"),
        ("nama", "Wati"),
        ("email", "w@contoh.id"),
        ("anak", "on"),
    ],
)
def test_what_is_not_for_everyone_is_never_kept(
    halaman_baru: BukaHalaman, bidang: str, nilai: str
) -> None:
    page = mulai(halaman_baru)
    isi(page, "Suara genset tetangga terlalu keras malam hari.")
    tunggu_draf(page)
    tambahan(page)
    isian = page.locator(f"[name={bidang}]")
    if isian.count() > 1:
        page.locator(f"[name={bidang}][value={nilai}]").check()
    elif bidang == "anak":
        isian.check()
    else:
        isian.fill(nilai)
    tunggu_draf(page, ada=False)


def test_words_about_officials_are_asked_about_and_leave_the_phone(
    halaman_baru: BukaHalaman,
) -> None:
    page = mulai(halaman_baru)
    isi(page, "Ada pungli waktu mengurus surat pindah.")
    tunggu_draf(page)
    kirim(page)
    expect(page.get_by_text("mau dibaca lebih sedikit orang?")).to_be_visible()
    assert page.evaluate(DRAF) is None
    page.get_by_role("button", name="Kirim hanya ke kecamatan").click()
    expect(page).to_have_url(TERKIRIM)
    expect(page.get_by_text("Tidak seorang pun di kampung")).to_be_visible()


def izinkan_letak(konteks: BrowserContext) -> None:
    konteks.grant_permissions(["geolocation"])
    konteks.set_geolocation({"latitude": -5.13, "longitude": 105.0302, "accuracy": 24})


def test_the_position_comes_with_one_button(halaman_baru: BukaHalaman) -> None:
    page = halaman_baru()
    izinkan_letak(page.context)
    page.goto(KIRIM)
    tambahan(page)
    page.get_by_role("button", name="Pakai lokasi HP saya").click()
    expect(page.get_by_text("sekitar 24 meter")).to_be_visible()
    expect(page.locator("[name=lintang]")).to_have_value("-5,130000")
    expect(page.locator("[name=bujur]")).to_have_value("105,030200")
    isi(page, "Bak sampah di tikungan kebun karet bolong bawahnya.")
    kirim(page)
    expect(page).to_have_url(TERKIRIM)


def test_a_refused_position_says_what_to_do(halaman_baru: BukaHalaman) -> None:
    page = mulai(halaman_baru)
    tambahan(page)
    page.get_by_role("button", name="Pakai lokasi HP saya").click()
    expect(page.get_by_text("Tulis saja tempatnya")).to_be_visible()


def test_the_helper_prints_and_forgets(halaman_baru: BukaHalaman, masuk: Any) -> None:
    page = masuk(halaman_baru(), "fasilitator")
    page.goto("/aspirasi/titipan/")
    page.locator("input[name=asal][value=kertas]").check()
    isi(page, "Obat batuk di posyandu lansia habis sejak Senin.")
    kirim(page)
    expect(page.get_by_role("button", name="Cetak")).to_be_visible()
    assert kode(page).startswith("BR-")
    page.get_by_role("button", name="Selesai").click()
    expect(page).to_have_url(re.compile("/aspirasi/titipan/$"))
    page.goto("/aspirasi/titipan/tanda-terima/")
    expect(page).to_have_url(re.compile("/aspirasi/titipan/$"))
