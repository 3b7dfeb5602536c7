"""The manuals and their sheets, through the front door: pictures, search, and the words in bold."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import resolve, reverse
from PIL import Image

from bangunrejo.halaman.panduan import GAMBAR, LEMBAR, NAMA, PERAN, baca, baca_lembar
from tests.alat.kata_antarmuka import seperti_tertulis
from tests.alat.peramban.gambar import AKAR, CATATAN, FOLDER, baca_catatan
from tests.rupa.test_halaman import NS, pohon

KB = 1024
NASKAH = sorted((AKAR / "docs" / "panduan").rglob("*.md"))
TEBAL = re.compile(r"\*\*(.+?)\*\*", re.S)


def test_every_picture_is_small_shown_and_kept_with_its_size() -> None:
    """All pictures together stay below one megabyte, since a phone pays for them."""
    catatan = baca_catatan()
    dipakai = {nama for jalur in NASKAH for _, nama in GAMBAR.findall(jalur.read_text())}
    berkas = {satu.stem: satu for satu in FOLDER.glob("*.webp")}
    assert set(berkas) == set(catatan) == dipakai
    besar = {nama: satu.stat().st_size for nama, satu in berkas.items()}
    assert {nama: n for nama, n in besar.items() if n > 20 * KB} == {}
    assert sum(besar.values()) <= KB * KB
    for nama, satu in berkas.items():
        with Image.open(satu) as gambar:
            assert gambar.size == (catatan[nama]["lebar"], catatan[nama]["tinggi"])


def test_every_picture_says_in_words_what_is_pressed() -> None:
    alt = [kata for jalur in NASKAH for kata, _ in GAMBAR.findall(jalur.read_text())]
    assert [kata for kata in alt if len(kata.split()) < 3] == []


def test_every_line_of_our_own_is_understood() -> None:
    """A picture or a sheet that is written otherwise would stand in the page as words."""
    for jalur in NASKAH:
        isi = jalur.read_text()
        assert isi.count("](gambar:") == len(GAMBAR.findall(isi)), jalur
        assert isi.count("](lembar:") == len(re.findall(r"^\[lembar\]\(lembar:", isi, re.M)), jalur


@pytest.mark.parametrize("nama", LEMBAR)
def test_a_sheet_leads_to_its_page_by_address_and_code(client: Client, nama: str) -> None:
    lembar = baca_lembar(nama)
    resolve(lembar.alamat)
    assert 3 <= len(lembar.langkah) <= 6
    isi = pohon(client.get(reverse("panduan_lembar", args=[nama])).content.decode())
    assert lembar.alamat in "".join(isi.find(".//h:main", NS).itertext())
    gambar = isi.findall(".//h:main//h:img", NS)
    assert len(gambar) == len([satu for satu in lembar.langkah if satu.gambar]) >= 2
    for satu in gambar:
        assert finders.find(satu.get("src").removeprefix("/static/"))
        assert satu.get("width")
        assert satu.get("height")
        assert satu.get("alt")


@pytest.mark.parametrize("nama", LEMBAR)
def test_a_sheet_stands_in_the_list_and_in_its_manual(client: Client, nama: str) -> None:
    alamat = reverse("panduan_lembar", args=[nama])
    for halaman in (reverse("panduan"), f"/panduan/{baca_lembar(nama).peran}/"):
        assert f'href="{alamat}"' in client.get(halaman).content.decode()


@pytest.mark.parametrize("nama", NAMA)
def test_pictures_of_a_manual_wait_until_they_are_seen(client: Client, nama: str) -> None:
    isi = client.get(reverse("panduan_bagian", args=[nama])).content.decode()
    gambar = re.findall(r"<img[^>]*>", isi)
    assert [satu for satu in gambar if 'loading="lazy"' not in satu or "width=" not in satu] == []


@pytest.mark.parametrize(
    ("siapa", "nama"),
    [
        *((sama, sama) for sama in PERAN),
        ("petugas_rahasia", "staf"),
        ("aparat_lain", "aparat"),
    ],
)
def test_the_list_and_the_desk_lead_to_the_manual_of_ones_own_role(
    klien: Callable[[str], Client], siapa: str, nama: str
) -> None:
    client = klien(siapa)
    tombol = f'<a class="tombol tombol--utama" href="/panduan/{nama}/">'
    assert tombol in client.get(reverse("panduan")).content.decode()
    meja = client.get(reverse("meja:beranda"))
    assert siapa == "warga" or f'href="/panduan/{nama}/"' in meja.content.decode()


def test_unknown_sheet_is_not_found(client: Client) -> None:
    assert client.get(reverse("panduan_lembar", args=["tidak-ada"])).status_code == 404


@pytest.mark.parametrize("kata", ["PIN", "kode lacak", "MENGECEK jawaban"])
def test_words_are_found_with_the_part_that_holds_them(client: Client, kata: str) -> None:
    isi = client.get(reverse("panduan"), {"cari": kata}).content.decode()
    assert "/panduan/warga/#mengecek-jawaban" in isi


@pytest.mark.parametrize("kata", ["zzzz", "<script>", "((", "%", "\u200b", "x" * 100])
def test_words_that_are_nowhere_say_so(client: Client, kata: str) -> None:
    respons = client.get(reverse("panduan"), {"cari": kata})
    assert respons.status_code == 200
    assert "#mengecek-jawaban" not in respons.content.decode()


@pytest.mark.parametrize("kata", ["a\0b", "x" * 100_000])
def test_words_that_cannot_be_read_are_told_so(client: Client, kata: str) -> None:
    respons = client.get(reverse("panduan"), {"cari": kata})
    assert respons.status_code == 200
    assert "galat-isian" in respons.content.decode()


@pytest.mark.parametrize("jalur", NASKAH, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_words_in_bold_are_those_of_the_pages(jalur: Path) -> None:
    """A reader looks for exactly these words on a button, a link, a field or a heading."""
    tebal = {" ".join(kata.split()) for kata in TEBAL.findall(jalur.read_text())}
    asing = sorted(kata for kata in tebal if not seperti_tertulis(kata))
    assert asing == [], "Write them as the pages do; what is no word of a page is not bold."


def test_the_record_of_pictures_is_sorted() -> None:
    assert list(baca_catatan()) == sorted(baca_catatan())
    assert CATATAN.read_text().endswith("}\n")


def test_every_manual_names_its_sheets() -> None:
    for nama in NAMA:
        lembar = {p.lembar.nama for b in baca(nama).bagian for p in b.potongan if p.lembar}
        assert {satu for satu in LEMBAR if baca_lembar(satu).peran == nama} <= lembar
