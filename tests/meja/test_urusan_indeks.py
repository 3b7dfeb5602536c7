"""Work that waits is found by indexes of the rows that wait, however many are settled."""

from typing import Any

import pytest
from django.db import connection

from meja import urusan
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
INDEKS = {
    "aparat": {
        "permintaan": "permintaan_menunggu",
        "draf_lanjut": "laporan_draf",
        "laporan_tulis": "laporan_draf",
        "uang_belum_tercatat": "jumlah_belum_bergerak",
        "evaluasi": "proyek_rampung_kampung",
        "berfungsi": "proyek_ditanya_kampung",
        "tanggapi_cek_kampung": "cek_ditunggu",
        "tanggapi_catatan_kampung": "catatan_ditunggu",
    },
    "staf": {
        "permintaan_ditinjau": "aspirasi_dihapus",
        "belum_dikabari": "pengirim_bertelepon",
        "cek": "cek_tertahan_sejak",
    },
}


@pytest.mark.parametrize("siapa", INDEKS)
def test_the_condition_of_each_kind_is_that_of_its_index(pemeran: Any, siapa: str) -> None:
    """Small tables are read whole, so that is forbidden here."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    himpunan = urusan.himpunan(Pengguna.objects.get(pk=pemeran[siapa].pk))
    for nama, indeks in INDEKS[siapa].items():
        langkah = himpunan[nama].order_by().values("pk").explain()
        assert f" {indeks} " in langkah, f"{nama}\n{langkah}"
