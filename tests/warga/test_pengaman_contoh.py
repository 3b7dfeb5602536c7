"""The demonstration asks nobody for a second code, and promises no such thing."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from tests.alat.baca import teks_terbuka

TIDAK_WAJIB = "kode kedua tidak diwajibkan"
HALAMAN = ("/akun/pengaman/", "/panduan/aparat/", "/panduan/staf/")


@pytest.mark.parametrize("mode", ["contoh", "uji"])
@pytest.mark.parametrize("alamat", HALAMAN)
def test_pages_about_it_say_so(klien, settings: Settings, mode: str, alamat: str) -> None:
    client = klien("staf")
    settings.PORTAL_MODE = mode
    assert (TIDAK_WAJIB in teks_terbuka(client.get(alamat))) == (mode == "contoh")


@pytest.mark.parametrize("mode", ["contoh", "uji"])
def test_taking_it_off_closes_no_desk_there(pemeran, settings: Settings, mode: str) -> None:
    settings.PORTAL_MODE = mode
    request = RequestFactory().get("/akun/pengaman/lepas/")
    request.user = pemeran.staf
    isi = render_to_string("mfa/totp/deactivate_form.html", {"form": ""}, request=request)
    assert ("Meja kerja tertutup" in isi) == (mode == "uji")
