"""No address tells in which order checks were written."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.jaga.alamat import samarkan
from laporan.models.tentang import Tentang
from tests.izin.test_alamat import SEMUA
from tests.pabrik.catatan import buat_catatan
from tests.pabrik.cek import terbukti, tulis

pytestmark = pytest.mark.django_db
HURUF = re.compile(r"/([A-Za-z0-9_-]{32})/")


def pintu(pk: int) -> list[str]:
    """Every address that names a check."""
    hal = {"jenis": "cek", "pk": pk}
    satu = [reverse(nama, args=[pk]) for nama in ("laporan:cek", "meja:cek_baca")]
    return satu + [reverse(nama, kwargs=hal) for nama in ("laporan:belum", "meja:tanggapi")]


def test_letters_of_a_check_are_those_of_no_other_table(
    klien: Any, pemeran: Any, tentang: Tentang
) -> None:
    """Notes show their day: equal letters would tell the place of a check among all."""
    cek = tulis(tentang, terbukti(pemeran))
    semua = {HURUF.findall(satu)[0] for satu in pintu(cek.pk)}
    assert len(semua) == 1
    lain = samarkan(cek.pk)
    assert lain not in semua
    for siapa in ("pengunjung", "warga", "aparat", "staf"):
        client = Client() if siapa == "pengunjung" else klien(siapa)
        for satu in pintu(cek.pk):
            assert client.get(HURUF.sub(f"/{lain}/", satu)).status_code in {302, 404}


def test_a_note_keeps_its_letters(pemeran: Any, tentang: Tentang) -> None:
    catatan = buat_catatan(tentang.proyek, pemeran.bpk)
    jalan = reverse("meja:tanggapi", kwargs={"jenis": "catatan", "pk": catatan.pk})
    assert samarkan(catatan.pk) in jalan


def test_no_other_address_names_one() -> None:
    """A new address of checks says `<cek:pk>`."""
    bercek = {nama for nama, _, pola in SEMUA if "<cek:" in str(pola.pattern)}
    assert bercek == {"laporan:cek", "laporan:belum", "meja:cek_baca", "meja:tanggapi"}
    samar = [str(pola.pattern) for _, _, pola in SEMUA if "<samar:" in str(pola.pattern)]
    assert [satu for satu in samar if re.search(r"\bcek/(\w+/)*<samar:", satu)] == []
