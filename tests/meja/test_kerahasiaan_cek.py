"""Each of the cast finds what they may read of checks, notes, answers, looks and letters, by no
door more: words, names, days and photos (`tests.alat.kerahasiaan_cek`).
"""

import datetime as dt
import re

import pytest

from core.templatetags.bentuk import tanggal
from tests.alat.jelajahan import Jelajahan, jelajahan
from tests.alat.kerahasiaan_cek import HARI, KATA, NAMA, PEMBACA, SURAT
from tests.meja.test_kerahasiaan import siapa

__all__ = ["jelajahan", "siapa"]
pytestmark = [pytest.mark.django_db, pytest.mark.jelajah]
# The accounts themselves, of which the offices of accounts have lists.
AKUN = ("/admin/", "/kerja/akun/", "/kerja/warga/")
ADMIN = {"Jaspilit"}  # on the page of its row in the admin, which the walk may not come to


def tempat(pola: str, jelajahan: Jelajahan) -> list[str]:
    """Return the pages on which it stands."""
    cari = re.compile(pola, re.IGNORECASE)
    semua = jelajahan.sesudah | jelajahan.cek
    return sorted(j for j, satu in semua.items() if cari.search(satu.isi))


def test_no_word_reaches_anybody_else(siapa: str, jelajahan: Jelajahan) -> None:
    bocor = {
        k: ada for k, untuk in KATA.items() if siapa not in untuk and (ada := tempat(k, jelajahan))
    }
    assert bocor == {}


def test_the_number_of_a_letter_is_on_the_page_of_its_readers_alone(
    siapa: str, jelajahan: Jelajahan
) -> None:
    """On no other page, list, search, export or trail; nor why one was taken back."""
    ruang = {j.partition("PRJ-")[0] for j in tempat(SURAT, jelajahan)}
    assert ruang == ({"/laporan/inspektorat/"} if siapa in PEMBACA else set())


def test_its_readers_find_each(siapa: str, jelajahan: Jelajahan) -> None:
    """Else the walk would prove nothing."""
    hilang = {k for k, untuk in KATA.items() if siapa in untuk and not tempat(k, jelajahan)}
    tertutup = {j: satu.status for j, satu in jelajahan.cek.items() if satu.status != 200}
    assert hilang <= ADMIN, tertutup


def test_no_page_but_those_of_accounts_names_a_sender(siapa: str, jelajahan: Jelajahan) -> None:
    assert [j for j in tempat(NAMA, jelajahan) if not j.startswith(AKUN)] == []


def test_no_page_tells_the_day_of_a_check(siapa: str, jelajahan: Jelajahan) -> None:
    for hari, untuk in HARI.items():
        panjang = tanggal(dt.date.fromisoformat(hari))
        pola = "|".join([hari, re.escape(panjang), re.escape(panjang.rpartition(" ")[0]) + r"\b"])
        assert siapa in untuk or tempat(pola, jelajahan) == [], hari


def test_photos_and_scans_open_for_their_readers_alone(siapa: str, jelajahan: Jelajahan) -> None:
    harap = {nama: 200 if siapa in untuk else 404 for nama, untuk in jelajahan.boleh.items()}
    assert jelajahan.berkas == {nama: [status, status] for nama, status in harap.items()}
