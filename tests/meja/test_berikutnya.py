"""From one kiriman of a queue to the next, without the way back to the list."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from tests.alat.baca import teks
from tests.alat.meja import alamat, isian_periksa
from tests.pabrik.aspirasi import buat

pytestmark = pytest.mark.django_db
BARU = "?antrean=baru"
TAUTAN = '<a href="{}">Kiriman berikutnya dalam antrean →</a>'


def periksa(klien: Any, aspirasi: Aspirasi, ekor: str = BARU) -> str:
    data = isian_periksa(aspirasi)
    return teks(klien.post(alamat(aspirasi, "periksa") + ekor, data, follow=True))


def test_a_list_of_a_queue_leads_through_it(klien: Any, pemeran: Any) -> None:
    pertama, kedua = (buat(pemeran.kampung, bahaya=b).aspirasi for b in (True, False))
    staf = klien("staf")
    daftar = teks(staf.get("/kerja/aspirasi/?keadaan=baru"))
    assert f'href="{alamat(pertama)}{BARU}"' in daftar
    halaman = teks(staf.get(alamat(pertama) + BARU))
    assert f'action="{alamat(pertama, "periksa")}{BARU}&amp;kirim=1"' in halaman
    assert f'href="{alamat(pertama, "tolak")}{BARU}"' in halaman
    sesudah = periksa(staf, pertama)
    pesan = re.search(r'role="status">\s*<p[^>]*>(.*?)</p>', sesudah, re.DOTALL)
    assert pesan
    assert TAUTAN.format(alamat(kedua) + BARU) in pesan[1]
    assert pesan[1].count("<a ") == 1
    assert "Antreannya sudah habis." in periksa(staf, kedua)


def test_the_front_page_leads_through_its_queues(klien: Any, pemeran: Any) -> None:
    bahaya, biasa = (buat(pemeran.kampung, bahaya=b).aspirasi for b in (True, False))
    halaman = teks(klien("staf").get("/kerja/"))
    for satu in (bahaya, biasa):
        assert f'href="{alamat(satu, "periksa")}?antrean=bagian"' in halaman


@pytest.mark.parametrize("ekor", ["", "?antrean=", "?antrean=entah", "?antrean=terbuka"])
def test_without_a_queue_nothing_is_said(klien: Any, pemeran: Any, ekor: str) -> None:
    aspirasi, _ = buat(pemeran.kampung).aspirasi, buat(pemeran.kampung)
    sesudah = periksa(klien("staf"), aspirasi, ekor)
    assert "antrean=" not in sesudah
    assert "berikutnya dalam antrean" not in sesudah


def test_nobody_is_led_to_what_they_may_not_read(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung).aspirasi
    buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN)
    assert "Antreannya sudah habis." in periksa(klien("staf"), aspirasi)


def test_an_act_that_failed_stays_in_the_queue(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung).aspirasi
    respons = klien("staf").post(alamat(aspirasi, "tolak") + BARU, {"alasan": "pendek"})
    assert f'action="{alamat(aspirasi, "tolak")}{BARU}&amp;kirim=1"' in teks(respons)


def test_it_costs_one_query_and_none_without_a_queue(klien: Any, pemeran: Any) -> None:
    staf, jumlah = klien("staf"), []
    buat(pemeran.kampung)
    for ekor in ("", "", BARU):
        aspirasi = buat(pemeran.kampung).aspirasi
        with CaptureQueriesContext(connection) as kueri:
            staf.post(alamat(aspirasi, "catatan") + ekor, {"isi": "Sudah saya telepon."})
        jumlah.append(len(kueri))
    assert jumlah[2] - jumlah[1] == 1
