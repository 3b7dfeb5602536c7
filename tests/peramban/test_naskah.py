"""portal.js by itself, on a small page: its additions, and that it never stands in the way."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

NASKAH = Path(__file__).resolve().parents[2] / "static" / "js"
HALAMAN = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Uji</title>
<p class="kode"><output data-salin>BR-7K4M-92QX-T3</output></p>
<p><a href="#dalam">Ke isian</a></p>
<form id="f" method="post" action="/kirim" data-jaga>
  <textarea name="isi" id="isi" data-terbanyak="600"></textarea>
  <details><summary>Tambah</summary><input id="dalam"></details>
  <div class="isian"><ul data-foto-terpilih hidden></ul><p data-foto-salah hidden></p>
    <div class="pilih-berkas"><input type="file" id="foto" name="foto" multiple data-kecilkan
      data-muat="3"><label class="tombol" for="foto">Pilih foto</label></div></div>
  <div class="pilih-berkas"><input type="file" id="surat"><label for="surat">Pilih</label></div>
  <button id="b">Kirim</button>
</form>
<form id="c" method="get" action="/cari"><button>Cari</button></form>
<form id="u" method="post" action="/unduh" data-unduh><button>Unduh</button></form>
<script src="/portal.js"></script><script src="/foto.js"></script>"""
# Sends nothing; tells whether each submit was let through by the script.
KIRIM_DUA_KALI = """(id) => {
  const lolos = [];
  const catat = (e) => { lolos.push(!e.defaultPrevented); e.preventDefault(); };
  addEventListener("submit", catat);
  const form = document.getElementById(id);
  form.requestSubmit(); form.requestSubmit();
  removeEventListener("submit", catat);
  return lolos;
}"""
TINGGALKAN = "dispatchEvent(new Event('beforeunload', { cancelable: true }))"


@pytest.fixture
def page(peramban: Browser) -> Iterator[Page]:
    """A page of a secure address that exists only here."""
    konteks = peramban.new_context(permissions=["clipboard-read", "clipboard-write"])
    halaman = konteks.new_page()
    halaman.route("**/*", lambda r: r.fulfill(body=HALAMAN, content_type="text/html"))
    for nama in ("portal.js", "foto.js"):
        halaman.route(f"**/{nama}", lambda r, _=None, n=nama: r.fulfill(path=NASKAH / n))
    halaman.goto("https://uji.invalid/")
    yield halaman
    konteks.close()


def foto(lebar: int, tinggi: int) -> dict[str, str | bytes]:
    """A photo that does not compress well, as those of a camera."""
    wadah = io.BytesIO()
    derau = Image.frombytes("RGB", (lebar, tinggi), os.urandom(lebar * tinggi * 3))
    derau.save(wadah, "JPEG", quality=90)
    return {"name": f"foto {lebar}.png.jpg", "mimeType": "image/jpeg", "buffer": wadah.getvalue()}


def test_a_form_is_sent_once(page: Page) -> None:
    assert page.evaluate(KIRIM_DUA_KALI, "f") == [True, False]


def test_a_search_may_be_sent_again(page: Page) -> None:
    assert page.evaluate(KIRIM_DUA_KALI, "c") == [True, True]


def test_a_file_may_be_asked_for_again(page: Page) -> None:
    """Its page stays, so nothing would release the form."""
    assert page.evaluate(KIRIM_DUA_KALI, "u") == [True, True]


def test_a_page_shown_anew_may_send_again(page: Page) -> None:
    page.evaluate(KIRIM_DUA_KALI, "f")
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert page.evaluate(KIRIM_DUA_KALI, "f") == [True, False]


def test_leaving_asks_only_when_something_was_typed(page: Page) -> None:
    assert page.evaluate(TINGGALKAN)
    page.fill("#isi", "Jalan rusak")
    assert not page.evaluate(TINGGALKAN)


def test_sending_does_not_ask(page: Page) -> None:
    page.fill("#isi", "Jalan rusak")
    page.evaluate(KIRIM_DUA_KALI, "f")
    assert page.evaluate(TINGGALKAN)


def test_the_code_can_be_copied(page: Page) -> None:
    page.get_by_role("button", name="Salin").click()
    expect(page.get_by_text("Sudah disalin.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "BR-7K4M-92QX-T3"


def test_a_link_unfolds_what_it_points_into(page: Page) -> None:
    expect(page.locator("#dalam")).to_be_hidden()
    page.get_by_role("link", name="Ke isian").click()
    expect(page.locator("#dalam")).to_be_visible()


def test_large_photos_are_shrunk_before_sending(page: Page) -> None:
    besar = foto(2000, 1500)
    page.set_input_files("#foto", [besar, foto(100, 80)])
    expect(page.get_by_text("2 foto siap dikirim")).to_be_visible()
    hasil = page.evaluate(
        """Promise.all([...document.getElementById("foto").files].map(async (f) => {
          const b = await createImageBitmap(f);
          return [f.name, f.size, b.width, b.height];
        }))"""
    )
    assert [h[2:] for h in hasil] == [[1280, 960], [100, 80]]
    assert hasil[0][1] < len(besar["buffer"])
    assert hasil[0][0] == "foto 2000.png.jpg"


def test_what_is_no_photo_is_sent_as_it_is(page: Page) -> None:
    rusak = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"bukan gambar" * 40_000}
    page.set_input_files("#foto", [rusak])
    expect(page.get_by_text("1 foto siap dikirim")).to_be_visible()
    assert page.evaluate("document.getElementById('foto').files[0].size") == len(rusak["buffer"])


def terpilih(page: Page) -> list[str]:
    berkas = "[...document.getElementById('foto').files].map((f) => f.name)"
    return list(page.evaluate(berkas))


def test_a_second_choice_joins_the_first_and_each_can_be_taken_away(
    page: Page, tmp_path: Path
) -> None:
    dua, tiga = foto(102, 80), foto(103, 80)
    satu = tmp_path / "satu.jpg"
    satu.write_bytes(bytes(foto(101, 80)["buffer"]))  # type: ignore[arg-type]  # always bytes
    page.set_input_files("#foto", satu)
    expect(page.get_by_text("1 foto siap dikirim")).to_be_visible()
    page.set_input_files("#foto", satu)  # the same again
    page.set_input_files("#foto", [dua])
    page.set_input_files("#foto", [])  # a chooser that was dismissed
    expect(page.get_by_text("2 foto siap dikirim")).to_be_visible()
    assert terpilih(page) == [satu.name, dua["name"]]
    expect(page.locator("[data-foto-terpilih] canvas")).to_have_count(2)
    page.set_input_files("#foto", [tiga, foto(104, 80)])
    expect(page.get_by_text("Paling banyak 3 foto. 1 foto terakhir tidak diambil.")).to_be_visible()
    page.get_by_role("button", name=f"Hapus foto {dua['name']}").click()
    expect(page.get_by_text("2 foto siap dikirim")).to_be_visible()
    assert terpilih(page) == [satu.name, tiga["name"]]


def test_what_cannot_be_a_photo_is_refused_at_once_and_the_others_stay(page: Page) -> None:
    baik = foto(120, 80)
    pdf = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    besar = {"name": "b.jpg", "mimeType": "image/jpeg", "buffer": b"x" * (10 * 1024 * 1024 + 1)}
    page.set_input_files("#foto", [baik])
    page.set_input_files("#foto", [pdf, besar])
    salah = page.locator("[data-foto-salah]")
    expect(salah).to_contain_text("“surat.pdf” adalah PDF, bukan foto. Foto suratnya")
    expect(salah).to_contain_text("“b.jpg” lebih dari 10 MB")
    assert terpilih(page) == [baik["name"]]


def test_a_chosen_document_is_named_and_forgotten_again(page: Page) -> None:
    pdf = {"name": "surat dinas.pdf", "mimeType": "application/pdf", "buffer": b"x" * 2000}
    page.set_input_files("#surat", [pdf])
    expect(page.get_by_text("surat dinas.pdf (2 KB).")).to_be_visible()
    page.set_input_files("#surat", [])
    expect(page.get_by_text("surat dinas.pdf")).to_have_count(0)


def test_what_still_fits_is_told_near_the_end_and_nothing_is_cut(page: Page) -> None:
    sisa, lebih = page.get_by_text("Masih cukup untuk sekitar"), page.get_by_text("Terlalu panjang")
    page.fill("#isi", "a" * 90)
    expect(sisa).to_have_count(0)
    page.fill("#isi", "a" * 310)
    expect(sisa).to_contain_text("300 huruf")
    page.fill("#isi", "🙏" * 601)
    expect(lebih).to_contain_text("pendekkan 1 huruf")
    page.fill("#isi", "cukup")
    expect(lebih).to_have_count(0)
