"""The way to the sheets that are printed: from the desk, and from where others are helped."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.alat.baca import teks
from tests.pabrik.kampung import KampungFactory
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
LEMBAR = "/kerja/lembar/"
POSTER = "/aspirasi/poster/sido-rejo/"
FORMULIR = "/aspirasi/formulir/?kampung=sido-rejo"
GUNA = "Poster ditempel di tempat orang berkumpul"
PETUGAS = {"aparat", "kakam", "aparat_lain", "staf", "petugas_rahasia", "camat", "admin"}


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_finds_them_on_the_desk(klien: Any, pemeran: Any, siapa: str) -> None:
    client = klien(siapa)
    respons = client.get(LEMBAR)
    assert respons.status_code == (200 if siapa in PETUGAS else 302 if siapa[0] == "p" else 403)
    if siapa in PETUGAS:
        assert f'href="{LEMBAR}"' in teks(client.get("/kerja/"))
        for kata in (GUNA, f'href="{POSTER}"', f'href="{FORMULIR}"'):
            assert kata in teks(respons)


def test_the_own_kampung_stands_first(klien: Any, pemeran: Any) -> None:
    isi = teks(klien("aparat").get(LEMBAR))
    assert isi.index(POSTER) == isi.index("/aspirasi/poster/")
    isi = teks(klien("staf").get(LEMBAR))
    assert isi.index(POSTER) > isi.index("/aspirasi/poster/")


@pytest.mark.parametrize("siapa", ["fasilitator", "bpk"])
def test_who_helps_others_finds_them_there(klien: Any, pemeran: Any, siapa: str) -> None:
    isi = teks(klien(siapa).get("/aspirasi/titipan/"))
    for kata in (GUNA, f'href="{POSTER}"', f'href="{FORMULIR}"'):
        assert kata in isi


def test_an_official_goes_to_all_of_them(klien: Any, pemeran: Any) -> None:
    assert f'href="{LEMBAR}"' in teks(klien("staf").get("/aspirasi/titipan/"))


def test_all_kampung_cost_one_query(klien: Any, pemeran: Any) -> None:
    client = klien("aparat")
    for jumlah in (17, 20):
        with CaptureQueriesContext(connection) as semua:
            assert teks(client.get(LEMBAR)).count("/aspirasi/poster/") == jumlah
        assert len([q for q in semua if q["sql"].startswith('SELECT "warga_kampung"')]) == 1
        for _ in range(3):
            KampungFactory()
