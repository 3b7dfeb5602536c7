"""The menu of a desk names each page as the page names itself."""

import re
from html import unescape
from typing import Any

import pytest

from meja.antrean import ANTREAN
from meja.menu import susun
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
_H1 = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
# The admin names its pages by itself.
ADMIN = "/admin/"


def judul(isi: str) -> str:
    """Return the words of the first heading of a page."""
    cocok = _H1.search(isi)
    assert cocok
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", cocok[1])).split())


@pytest.mark.parametrize("siapa", SEMUA_PERAN[1:])
def test_every_entry_is_the_title_of_its_page_or_its_beginning(
    klien: Any, pemeran: Any, siapa: str, settings: Any
) -> None:
    antrean = {nama: 1 for nama, _ in ANTREAN} if pemeran[siapa].akun_petugas else {}
    beda = {}
    for kelompok in susun(pemeran[siapa], antrean):
        for pintu in kelompok.isi:
            if pintu.alamat.startswith(ADMIN):
                continue
            respons = klien(siapa).get(pintu.alamat, follow=True)
            assert respons.status_code == 200, pintu
            if not judul(respons.text).startswith(pintu.kata):
                beda[pintu.kata] = judul(respons.text)
    assert not beda
