"""A kode lacak in a search box leads to its page, and stands in no new address."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.kode import kode_dalam, tulis_kode
from tests.pabrik.aspirasi import buat

pytestmark = pytest.mark.django_db
LACAK = "/aspirasi/lacak/"
DAFTAR = ("aspirasi", "proyek", "laporan", "keputusan", "forum", "kabar", "kampung")


@pytest.mark.parametrize("daftar", DAFTAR)
def test_every_list_leads_there(client: Client, pemeran: Any, daftar: str) -> None:
    aspirasi = buat(pemeran.kampung).aspirasi
    kode = tulis_kode(aspirasi.kode)
    respons = client.get(f"/{daftar}/", {"cari": f"Kode lacak: {kode.lower()}, PIN 123456"})
    assert (respons.status_code, respons["Location"]) == (302, LACAK)
    assert "no-store" in respons["Cache-Control"]
    halaman = client.get(LACAK).content.decode()
    assert f'value="{kode}"' in halaman
    assert "Keadaan kiriman" in halaman
    assert "123456" not in halaman


def test_with_htmx_the_browser_goes_there_and_keeps_no_address(
    client: Client, pemeran: Any
) -> None:
    kode = tulis_kode(buat(pemeran.kampung).aspirasi.kode)
    respons = client.get("/aspirasi/", {"cari": kode}, headers={"HX-Request": "true"})
    assert (respons.status_code, respons["HX-Redirect"]) == (200, LACAK)
    assert kode not in respons.content.decode()
    assert "Keadaan kiriman" in client.get(LACAK).content.decode()


def test_an_unknown_code_is_said_to_be_one(client: Client) -> None:
    client.get("/aspirasi/", {"cari": "BR-ABCD-2345-XY"})
    halaman = client.get(LACAK).content.decode()
    assert "Kode ini tidak kami kenal" in halaman
    assert 'value="BR-ABCD-2345-XY"' in halaman


def test_the_desk_finds_a_kiriman_by_its_code_itself(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung).aspirasi
    respons = klien("staf").get(reverse("meja:aspirasi"), {"cari": tulis_kode(aspirasi.kode)})
    assert respons.status_code == 200
    assert aspirasi.judul in respons.content.decode()


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        *(("BR-7K4M-92QX-T3", "7K4M92QXT3"), ("br 7k4m 92qx t3", "7K4M92QXT3")),
        *(("kode br7k4m92qxt3.", "7K4M92QXT3"), ("BR–7K4M–92QX–T3", "7K4M92QXT3")),
        *(("7K4M-92QX-T3", "7K4M92QXT3"), (" 7k4m-92qx-t3 ", "7K4M92QXT3")),
        *(("7K4M-92QX-T33", ""), ("baru-saja-ok jalan", "")),
        *(("BR-7K4M-92QX-T", ""), ("BR-7K4M-92QX-T33", ""), ("ABR-7K4M-92QX-T3", "")),
        *(("7K4M92QXT3", ""), ("BR jalan rusak", ""), ("BR-0000-1111-OO", ""), ("", "")),
    ],
)
def test_a_code_in_words(teks: str, kode: str) -> None:
    assert kode_dalam(teks) == kode
