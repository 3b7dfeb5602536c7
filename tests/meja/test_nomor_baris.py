"""The number of a row counts hidden rows: no page tells one of a table that holds secrets."""

from typing import Any

import pytest
from django.urls import reverse

from aspirasi.services import jawab
from tests.alat.jelajahan import BARIS, DITANDATANGANI, nomori_jauh
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.isian_proyek import isian_keputusan, pdf

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("siapa", ["aparat", "staf"])
def test_no_answer_to_a_form_tells_the_number_of_a_row(
    siapa: str, klien: Any, pemeran: Any
) -> None:
    """The pages that links lead to are in test_kerahasiaan."""
    nomori_jauh()
    client = klien(siapa)
    # A form with a scan that comes back with an error, and a message to be sent.
    catat = client.post("/keputusan/catat/", isian_keputusan(judul="", pindaian=pdf()))
    tamu = buat(pemeran.kampung, kontak={"telepon": "+6281377665544"})
    jawab.tanggapi(aspirasi=periksa(tamu.aspirasi, pemeran.staf), isi="Ya.", oleh=pemeran.staf)
    kabar = client.post(reverse("meja:kabar_buka", args=[tamu.aspirasi.acuan]))
    semua = {"catat": catat.content.decode(), "kabar": kabar.content.decode()}
    assert siapa != "aparat" or "sudah kami simpan" in semua["catat"]
    assert siapa != "staf" or 'name="sampai"' in semua["kabar"]
    for jalur, isi in semua.items():
        for pola in (BARIS, DITANDATANGANI):
            assert not pola.search(isi), jalur
