"""Pages that no phone and no cache keeps."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.alat.jelajah_orang import LEWATI
from tests.alat.pengirim import KIRIM
from tests.izin.test_alamat import SEMUA
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


def test_a_visitor_keeps_the_back_button_on_what_everybody_may_open(client: Client) -> None:
    for alamat in ("/", "/aspirasi/", "/proyek/"):
        assert tersimpan(client.get(alamat)), alamat


def test_back_shows_nothing_of_theirs_after_signing_out(klien: Any) -> None:
    """Here only the pages that are alike for all; every other one in meja/test_kerahasiaan."""
    client, dibuka = klien("warga"), 0
    for nama, jalur, _ in SEMUA:
        if not LEWATI.match(jalur) or nama == "account_logout":
            continue
        respons = client.get(jalur)
        if respons.status_code == 200 and respons["Content-Type"].startswith("text/html"):
            assert not tersimpan(respons), nama
            dibuka += 1
    assert dibuka
    client.post(reverse("account_logout"))
    assert tersimpan(client.get("/aspirasi/"))


def test_search_engines_leave_tracking_and_filtered_lists_alone(client: Client) -> None:
    for alamat in ("/aspirasi/lacak/?kode=BR-1234", "/aspirasi/?q=jalan", "/proyek/?tahun=2026"):
        assert client.get(alamat).headers.get("X-Robots-Tag") == "noindex", alamat
    for alamat in ("/", "/aspirasi/", "/proyek/", "/tentang/"):
        assert "X-Robots-Tag" not in client.get(alamat).headers, alamat
    robots = client.get("/robots.txt").content.decode()
    for jalur in ("/akun/", "/kerja/", "/admin/"):
        assert f"Disallow: {jalur}\n" in robots
    assert "lacak" not in robots
