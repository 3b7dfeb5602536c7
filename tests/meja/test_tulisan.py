"""Signs and words of a desk beside the words of a kiriman."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Jangkauan, Tentang
from tests.alat.baca import teks
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import buat, terbit

pytestmark = pytest.mark.django_db
HP, SUREL = "+6281234567890", "siti@contoh.invalid"


@pytest.mark.parametrize(
    ("kontak", "kata"),
    [
        ({"telepon": HP}, "ada nomor HP"),
        ({"email": SUREL}, "ada e-mail"),
        ({"telepon": HP, "email": SUREL}, "ada nomor HP dan e-mail"),
        ({"nama": "Siti"}, "tidak ada"),
    ],
)
def test_the_kecamatan_reads_whether_there_is_a_contact_and_not_which(
    klien: Any, pemeran: Any, kontak: dict[str, str], kata: str
) -> None:
    aspirasi = buat(pemeran.kampung, kontak=kontak).aspirasi
    for halaman in (alamat(aspirasi), alamat(aspirasi, "tolak")):
        isi = teks(klien("staf").get(halaman))
        assert f"<dt>Kontak pengirim</dt><dd>{kata}</dd>" in isi
        assert not [rahasia for rahasia in kontak.values() if rahasia in isi]


def test_a_kampung_does_not_even_read_that(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf, kontak={"telepon": HP})
    for halaman in (alamat(aspirasi), alamat(aspirasi, "catatan")):
        respons = klien("kakam").get(halaman)
        assert respons.status_code == 200
        assert "Kontak pengirim" not in teks(respons)


def test_a_kampung_asks_the_database_for_no_contact(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf, kontak={"telepon": HP})
    kakam = klien("kakam")
    with CaptureQueriesContext(connection) as kueri:
        kakam.get(alamat(aspirasi))
    assert not [q for q in kueri if '"aspirasi_pengirim"."telepon"' in q["sql"]]


def test_what_is_about_the_kecamatan_names_the_camat(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(
        pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, tentang=Tentang.PETUGAS_KECAMATAN
    ).aspirasi
    isi = teks(klien("camat").get(alamat(aspirasi)))
    assert "<dd>Hanya camat dan petugas yang ditunjuk</dd>" in isi


def test_the_words_stand_above_the_box_of_an_answer(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati di RT 4 sejak Senin.")
    isi = teks(
        klien("staf").get(reverse("meja:aspirasi_tindakan", args=[aspirasi.acuan, "teruskan"]))
    )
    assert 0 < isi.index("mati di RT 4 sejak Senin.</p>") < isi.index('id="aksi-teruskan"')
