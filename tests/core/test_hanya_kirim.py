"""A button that was pressed after the session ended: the sign-in leads back to its page."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.middleware import TEKAN_LAGI, halaman_di_atas
from tests.alat.baca import teks
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
DARI_MASUK = {"Referer": "http://testserver/akun/masuk/?next=/"}


def test_whoever_signs_in_again_finds_the_button(klien: Any, pemeran: Pemeran) -> None:
    draf = buat_laporan(buat_proyek(pemeran.kampung), oleh=pemeran.kakam, terbit=False)
    hapus = reverse("laporan:hapus_draf", args=[draf.pk])
    masuk = Client().post(hapus)
    assert masuk.status_code == 302
    assert masuk["Location"].startswith(reverse("account_login"))
    respons = klien("aparat").get(hapus, headers=DARI_MASUK, follow=True)
    assert respons.redirect_chain == [(reverse("laporan:draf", args=[draf.pk]), 302)]
    assert TEKAN_LAGI in teks(respons)
    draf.refresh_from_db()


def test_nothing_is_told_of_what_is_there(klien: Any, pemeran: Pemeran) -> None:
    """The page above answers for itself: of a draft of another kampung it knows nothing."""
    draf = buat_laporan(buat_proyek(pemeran.kampung), oleh=pemeran.kakam, terbit=False)
    for pk in (draf.pk, draf.pk + 1000):
        hapus = reverse("laporan:hapus_draf", args=[pk])
        respons = klien("aparat_lain").get(hapus, headers=DARI_MASUK, follow=True)
        assert respons.status_code == 404


@pytest.mark.parametrize("asal", [{}, {"Referer": "http://lain.example/akun/masuk/"}])
def test_whoever_opens_it_otherwise_is_told_that_it_takes_no_page(klien: Any, asal: Any) -> None:
    assert klien("warga").get(reverse("aspirasi:serupa"), headers=asal).status_code == 405


@pytest.mark.parametrize(
    ("jalur", "atas"),
    [
        ("/laporan/draf/7/hapus/", "/laporan/draf/7/"),
        ("/akun/sandi/batal/", "/akun/sandi/"),
        ("/tidak/ada/di/sini/", "/"),
    ],
)
def test_the_page_above_is_the_nearest_one(jalur: str, atas: str) -> None:
    assert halaman_di_atas(jalur) == atas
