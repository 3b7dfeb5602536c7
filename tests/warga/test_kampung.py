"""The list of kampung."""

import re

import pytest

from tests.alat.baca import polos
from tests.pabrik.kampung import KampungFactory

pytestmark = pytest.mark.django_db
DAFTAR = "/kampung/"


def test_everyone_sees_all_seventeen(client):
    halaman = client.get(DAFTAR).content.decode()
    assert polos(halaman).count('<h2><a href="/kampung/') == 17
    assert 'href="/kampung/sido-rejo/"' in halaman


@pytest.mark.parametrize("teks", ["bangunrejo", "Bangun Rejo", " BANGUN  rejo "])
def test_the_search_ignores_spaces_and_case(client, teks):
    halaman = client.get(DAFTAR, {"cari": teks}).content.decode()
    assert polos(halaman).count('<h2><a href="/kampung/') == 1
    assert "Kampung Bangun Rejo" in halaman


def test_nothing_found_says_what_to_do(client):
    halaman = client.get(DAFTAR, {"cari": "jakarta"}).content.decode()
    assert "Tidak ada kampung yang cocok" in halaman
    assert "jakarta" in halaman


@pytest.mark.parametrize("teks", ["\x00", "x" * 100_000, "%", "😀", "<script>"])
def test_odd_searches_do_no_harm(client, teks):
    response = client.get(DAFTAR, {"cari": teks})
    assert response.status_code == 200
    assert "<script>" not in response.content.decode().split("<main")[1]


def test_the_invented_kampung_is_marked(client):
    KampungFactory(nama="Kampung Contoh", contoh=True)
    assert "Kampung rekaan" in client.get(DAFTAR).content.decode()


@pytest.mark.parametrize("jalur", ["/aspirasi/", "/proyek/", "/laporan/", "/keputusan/"])
def test_it_is_marked_in_every_choice(client, jalur):
    KampungFactory(nama="Contoh", contoh=True)
    assert re.search(r"<option[^>]*>Contoh \(rekaan\)</option>", client.get(jalur).content.decode())


def test_the_list_costs_the_same_for_more_kampung(client, django_assert_num_queries):
    for _ in range(2):
        KampungFactory()
        with django_assert_num_queries(1):
            client.get(DAFTAR)


def test_visitors_get_no_token_and_nothing_personal(client):
    response = client.get(DAFTAR)
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert not response.cookies
