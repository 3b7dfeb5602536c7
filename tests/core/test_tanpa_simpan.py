"""Pages that no phone and no cache keeps."""

from typing import Any

import pytest
from django.test import Client

from tests.alat.pengirim import KIRIM
from tests.pabrik.aspirasi import isian

pytestmark = pytest.mark.django_db


def tersimpan(respons: Any) -> bool:
    return "no-store" not in respons.headers.get("Cache-Control", "")


def test_a_form_that_comes_back_is_not_kept(client: Client, pemeran: Any) -> None:
    """Errors and suggestions repeat typed words. The empty form may be kept."""
    assert tersimpan(client.get(KIRIM))
    for lain in ({"setuju": ""}, {"isi": "Kepala kampung minta uang untuk KTP."}):
        respons = client.post(KIRIM, isian(**lain))
        assert respons.status_code == 200
        assert not tersimpan(respons)


@pytest.mark.parametrize("alamat", ["/akun/email/", "/proyek/buka/", "/keputusan/catat/"])
def test_nothing_behind_the_sign_in_is_kept(klien: Any, alamat: str) -> None:
    client = klien("aparat")
    for respons in (client.get(alamat), client.post(alamat, {"judul": "Rahasia", "email": "x"})):
        assert not tersimpan(respons)


def test_what_everybody_may_open_keeps_its_back_button(klien: Any) -> None:
    client = klien("warga")
    for alamat in ("/", "/aspirasi/", "/proyek/"):
        assert tersimpan(client.get(alamat)), alamat
