"""The pages of the project itself, through the front door: components, manuals, errors."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import html5lib
import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import resolve, reverse
from pytest_django import Settings

from bangunrejo.halaman.menu import MENU, susun
from bangunrejo.halaman.panduan import NAMA, baca
from kabar.models import Kabar
from tests.arsitektur.test_ukuran import AKAR
from tests.pabrik.kampung import KampungFactory
from warga.models import Kampung

NS = {"h": "http://www.w3.org/1999/xhtml"}
TERBUKA = [
    ("gaya", ()),
    ("panduan", ()),
    ("tentang", ()),
    *(("panduan_bagian", (nama,)) for nama in NAMA),
]


def pohon(isi: str):
    """Parse strictly: broken HTML raises."""
    return html5lib.HTMLParser(strict=True).parse(isi)


def judul_jenjang(isi: str) -> list[int]:
    """The levels of the headings of a page, in order."""
    nama = (str(e.tag).rpartition("}")[2] for e in pohon(isi).iter() if isinstance(e.tag, str))
    return [int(n[1]) for n in nama if len(n) == 2 and n[0] == "h" and n[1].isdigit()]


def kepala(respons: HttpResponse) -> list[str]:
    """The words of all links in the head of a page: of its menu, and its row of buttons."""
    isi = pohon(respons.content.decode()).find(".//h:body/h:header", NS)
    return ["".join(a.itertext()).strip() for a in isi.iterfind(".//h:a", NS)][1:]


@pytest.mark.parametrize(("nama", "args"), TERBUKA)
def test_page_is_open_whole_and_impersonal(client: Client, nama: str, args: tuple[str]) -> None:
    respons = client.get(reverse(nama, args=args))
    isi = respons.content.decode()
    assert respons.status_code == 200
    assert pohon(isi).find(".//h:main[@id='isi']", NS) is not None
    assert "csrfmiddlewaretoken" not in isi
    assert not respons.cookies


def test_the_page_of_components_is_whole_with_any_query(client: Client) -> None:
    """Its list filter is one that only shows itself, and offers to drop what was chosen."""
    assert client.get(reverse("gaya"), {"halaman": "1", "kampung": "x"}).status_code == 200


@pytest.mark.parametrize(("nama", "args"), TERBUKA)
def test_headings_skip_no_level(client: Client, nama: str, args: tuple[str]) -> None:
    jenjang = judul_jenjang(client.get(reverse(nama, args=args)).content.decode())
    assert jenjang.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(jenjang))


@pytest.mark.parametrize("nama", NAMA)
def test_manual_is_listed_and_its_contents_lead_somewhere(client: Client, nama: str) -> None:
    panduan = baca(nama)
    assert panduan.pembuka
    assert len(panduan.bagian) >= 5
    assert panduan.judul in client.get(reverse("panduan")).content.decode()
    isi = pohon(client.get(reverse("panduan_bagian", args=[nama])).content.decode())
    for bagian in panduan.bagian:
        assert isi.find(f".//h:h2[@id='{bagian.jangkar}']", NS) is not None
        assert isi.find(f".//h:a[@href='#{bagian.jangkar}']", NS) is not None


def test_unknown_manual_is_not_found(client: Client) -> None:
    assert client.get(reverse("panduan_bagian", args=["tamu"])).status_code == 404


def test_missing_page_tells_where_to_look(client: Client) -> None:
    respons = client.get("/tidak-ada/")
    assert respons.status_code == 404
    assert reverse("aspirasi:lacak") in respons.content.decode()


def test_old_form_is_told_that_nothing_is_lost() -> None:
    respons = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x"})
    assert respons.status_code == 403
    assert "tulisan Anda tidak hilang" in respons.content.decode()


def test_oversized_text_is_told_so() -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrf"] = "a" * 32
    respons = client.post(reverse("account_login"), {"isi": "x" * (4 * 1024 * 1024)})
    assert respons.status_code == 413
    assert "terlalu besar" in respons.content.decode()


def test_unreadable_request_is_told_so(client: Client) -> None:
    respons = client.get("/", headers={"host": "asing.invalid"})
    assert respons.status_code == 400
    assert "tidak dapat kami baca" in respons.content.decode()


def test_breakdown_page_needs_nothing() -> None:
    """No context, no database, no list of hashed names."""
    assert "bukan kesalahan Anda" in "".join(pohon(render_to_string("500.html")).itertext())


def test_demonstration_is_marked_on_every_page(client: Client, settings: Settings) -> None:
    settings.PORTAL_MODE = "contoh"
    isi = pohon(client.get(reverse("tentang")).content.decode())
    assert str(isi.findtext(".//h:title", namespaces=NS)).startswith("DATA CONTOH")
    assert isi.find(".//h:meta[@name='robots'][@content='noindex']", NS) is not None
    assert isi.find(".//h:p[@class='pita-contoh']", NS) is not None


def test_real_data_is_not_marked(client: Client) -> None:
    isi = client.get(reverse("tentang")).content.decode()
    assert "DATA CONTOH" not in isi
    assert "noindex" not in isi


@pytest.mark.parametrize(
    ("peran", "meja"), [("warga", False), ("bpk", True), ("aparat", True), ("staf", True)]
)
def test_menu_leads_officials_to_their_desk(
    klien: Callable[[str], Client], peran: str, meja: bool
) -> None:
    kata = kepala(klien(peran).get(reverse("tentang")))
    assert ("Meja kerja" in kata) is meja
    assert ("Lapor atau usul" in kata) is not meja
    assert kata.count("Pemberitahuan") == 1
    assert "Keluar" in kata
    assert "Masuk" not in kata


def test_menu_of_a_visitor_names_nobody(client: Client) -> None:
    kata = kepala(client.get(reverse("tentang")))
    assert kata[:2] == ["Lapor atau usul", "Cek jawaban"]
    assert kata[-1] == "Masuk"
    assert "Keluar" not in kata


def ditandai(client: Client, jalur: str) -> list[tuple[str, str]]:
    """Return the words that the menu marks on this page, with their marks; a group comes first."""
    isi = pohon(client.get(jalur).content.decode())
    semua = isi.iterfind(".//h:nav[@class='menu__isi']//*[@aria-current]", NS)
    return [(satu.text, satu.get("aria-current")) for satu in semua]


def test_the_buttons_of_the_head_come_before_its_menu(client: Client) -> None:
    """On a wide screen they stand above the menu, so the Tab key reaches them first."""
    isi = client.get(reverse("tentang")).content.decode()
    assert 0 < isi.index('class="kepala__aksi"') < isi.index('class="menu"')


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("jalur", "tanda"),
    [
        ("/", [("Beranda", "page")]),
        ("/panduan/", [("Cara pakai", "true"), ("Panduan", "page")]),
        ("/panduan/warga/", [("Cara pakai", "true"), ("Panduan", "true")]),
        ("/tentang/", [("Cara pakai", "true"), ("Tentang portal", "page")]),
        ("/forum/", [("Suara warga", "true"), ("Diskusi warga", "page")]),
        ("/laporan/", [("Pembangunan", "true"), ("Laporan kemajuan", "page")]),
        ("/kabar/", [("Kabar", "page")]),
        ("/aspirasi/lacak/", []),
        ("/tidak-ada/proyek/", []),
    ],
)
def test_menu_marks_where_one_is(client: Client, jalur: str, tanda: list[tuple[str, str]]) -> None:
    assert ditandai(client, jalur) == tanda


def test_menu_has_at_most_seven_entries_and_each_leads_somewhere() -> None:
    assert len(MENU) <= 7
    for butir in susun("/"):
        for satu in butir.isi or (butir,):
            jalur, _, bagian = satu.alamat.partition("#")
            assert resolve(jalur).url_name
            assert not bagian or bagian in {"uang", "hubungi"}


def kartu(isi: str) -> dict[str, str]:
    """Return what the head of a page tells apps that show a preview of a link."""
    semua = pohon(isi).iterfind(".//h:meta[@property]", NS)
    return {satu.get("property"): satu.get("content") for satu in semua}


def test_a_preview_has_the_title_the_words_and_the_address(
    client: Client, settings: Settings
) -> None:
    settings.ALAMAT_PORTAL = "https://portal.contoh.id"
    isi = kartu(client.get("/tentang/?kode=BR-RAHASIA").content.decode())
    assert isi["og:title"] == "Tentang portal · Portal Bangunrejo"
    assert isi["og:url"] == "https://portal.contoh.id/tentang/"
    assert "Kecamatan Bangunrejo" in isi["og:description"]


@pytest.mark.django_db
def test_a_preview_quotes_what_people_write(client: Client, pemeran: Any) -> None:
    """Marks of the official text are left out; quotation marks break no attribute."""
    kabar = Kabar.objects.create(
        judul='Air "bersih" & jalan',
        isi='## Hari ini\n\nKerja **bakti** di "[Dusun 3](https://contoh.id)" <b>pagi</b>.',
        penulis=pemeran.staf,
    )
    isi = kartu(client.get(kabar.get_absolute_url()).content.decode())
    assert isi["og:title"].startswith('Air "bersih" & jalan')
    assert 'Hari ini Kerja bakti di "Dusun 3" <b>pagi</b>.' in isi["og:description"]


# Pages without a way up: the first one, what went wrong, and sheets of paper.
TANPA_REMAH = re.compile(r"^(transparansi/beranda|4\d\d(_csrf)?|503|.*/(cetak|lembar)_\w+)\.html$")


def test_every_inner_page_says_where_it_lies() -> None:
    folder = AKAR / "templates"
    tanpa = [
        nama
        for path in folder.rglob("*.html")
        if '{% extends "base.html" %}' in (isi := path.read_text())
        and "{% block remah %}" not in isi
        and not TANPA_REMAH.match(nama := str(path.relative_to(folder)))
    ]
    assert tanpa == []


def test_a_kampung_begins_with_words_not_with_a_number(db: None, client: Client) -> None:
    isi = client.get("/kampung/sido-rejo/").content.decode()
    atas = isi.partition('class="judul-halaman__atas">')[2].partition("</p>")[0]
    assert atas == "Kecamatan Bangunrejo, Kabupaten Lampung Tengah"
    assert "18.02.02.2003" in isi.partition("<h2")[2]


def test_kampung_stand_in_one_order(db: None, client: Client) -> None:
    KampungFactory(nama="Abadi", slug="abadi", contoh=True)
    nama = [str(satu) for satu in Kampung.objects.all()]
    assert nama == [*sorted(nama[:-1]), "Abadi (rekaan)"]
    for jalur in ("/proyek/", "/aspirasi/", "/keputusan/", "/laporan/", "/kabar/"):
        pilihan = client.get(jalur).context["filter"].form.fields["kampung"].choices
        assert [kata for _, kata in pilihan if kata in nama] == nama
    assert [str(k) for k in client.get("/kampung/").context["filter"].qs] == nama


def test_a_piece_of_the_map_is_no_page_of_its_own(db: None, client: Client) -> None:
    halaman = client.get("/aspirasi/peta/", headers={"sec-fetch-dest": "document"})
    assert halaman.url == reverse("aspirasi:kirim")
    assert client.get("/aspirasi/peta/", headers={"sec-fetch-dest": "empty"}).status_code == 200
