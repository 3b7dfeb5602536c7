"""The number of a row counts hidden rows: no page tells one of a table that holds secrets."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from aspirasi.services import jawab
from core.models import Berkas, Jejak
from kabar.models import Pemberitahuan
from tests.alat.kerahasiaan import AWAL, jelajahi, ramaikan, sembunyikan
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.isian_proyek import isian_keputusan, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.jelajah]
MULAI = 7_311_000_000  # no such number stands anywhere else
BARIS = re.compile(r"7311\d{6}")
# Everybody can read a value that `django.core.signing` made: JSON in base64, a time, a seal.
DITANDATANGANI = re.compile(r'value="[\w-]+:[\w-]{6}:[\w-]{27,}"')


@pytest.fixture
def bernomor_besar(pemeran: Any) -> None:
    """Everything that counts hidden rows goes on from numbers that one would find on a page."""
    semua = [*apps.get_app_config("aspirasi").get_models(), Berkas, Jejak, Pemberitahuan]
    with connection.cursor() as cursor:
        for ke, model in enumerate(semua):
            tabel, kolom = model._meta.db_table, model._meta.pk.column
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [tabel, kolom])
            if deret := cursor.fetchone()[0]:
                cursor.execute("SELECT setval(%s, %s)", [deret, MULAI + ke * 10_000])


@pytest.mark.usefixtures("bernomor_besar")
@pytest.mark.parametrize("siapa", ["aparat", "staf"])
def test_no_page_tells_the_number_of_a_row(siapa: str, klien: Any, pemeran: Any) -> None:
    ramaikan(pemeran)
    sembunyikan(pemeran, "petugas")
    client = klien(siapa)
    halaman = jelajahi(client, [a for a in AWAL if not a.startswith("/admin")])
    # A form with a scan that comes back with an error, and a message to be sent.
    catat = client.post("/keputusan/catat/", isian_keputusan(judul="", pindaian=pdf()))
    tamu = buat(pemeran.kampung, kontak={"telepon": "+6281377665544"})
    jawab.tanggapi(aspirasi=periksa(tamu.aspirasi, pemeran.staf), isi="Ya.", oleh=pemeran.staf)
    kabar = client.post(reverse("meja:kabar_buka", args=[tamu.aspirasi.acuan]))
    semua = {k: j.isi for k, j in halaman.items()}
    semua |= {"catat": catat.content.decode(), "kabar": kabar.content.decode()}
    assert siapa != "aparat" or "sudah kami simpan" in semua["catat"]
    assert siapa != "staf" or 'name="sampai"' in semua["kabar"]
    for jalur, isi in semua.items():
        for pola in (BARIS, DITANDATANGANI):
            assert not pola.search(isi), jalur
