"""Printed sheets: the paper form, and a poster per kampung whose QR code leads to the form."""

import io
from typing import Any

import pytest
import segno
from django.test import Client

from core.kertas import qr
from warga.models import Kampung

pytestmark = pytest.mark.django_db


def jalur(alamat: str) -> str:
    """The dark squares of the QR code of an address, as the poster draws them."""
    wadah = io.BytesIO()
    segno.make(alamat, error="m", micro=False).save(wadah, kind="svg", xmldecl=False)
    return wadah.getvalue().decode().rsplit(' d="', 1)[1].split('"')[0]


@pytest.mark.parametrize(
    ("tetapan", "akar"),
    [("", "http://testserver"), ("https://portal.contoh.id", "https://portal.contoh.id")],
)
def test_the_poster_leads_to_the_form_of_that_kampung(
    client: Client, settings: Any, tetapan: str, akar: str
) -> None:
    settings.ALAMAT_PORTAL = tetapan
    isi = client.get("/aspirasi/poster/sido-rejo/").content.decode()
    assert jalur(f"{akar}/lapor?kampung=sido-rejo") in isi
    assert f"{akar.partition('://')[2]}/lapor<" in isi
    assert "Kampung Sido Rejo" in isi
    assert "style=" not in isi
    terima = client.get("/lapor?kampung=sido-rejo", follow=True).content.decode()
    assert 'value="sido-rejo" selected' in terima


def test_the_code_carries_no_class_and_no_style() -> None:
    assert "class=" not in qr("https://portal.contoh.id")
    assert "style" not in qr("https://portal.contoh.id")


def test_an_unknown_kampung_has_no_poster(client: Client) -> None:
    assert client.get("/aspirasi/poster/atlantis/").status_code == 404


def test_the_paper_form_asks_what_the_form_asks(client: Client) -> None:
    isi = client.get("/aspirasi/formulir/?kampung=sido-rejo").content.decode()
    for kata in ("Sido Rejo", "Usulan", "Keberatan", "Hanya petugas kecamatan", "112", "18 tahun"):
        assert kata in isi


@pytest.mark.parametrize("tanya", ["", "?kampung=atlantis", "?kampung=%00"])
def test_it_is_there_without_a_kampung(client: Client, tanya: str) -> None:
    assert client.get(f"/aspirasi/formulir/{tanya}").status_code == 200


def test_both_hang_on_the_page_of_the_kampung(client: Client) -> None:
    kampung = Kampung.objects.get(slug="sido-rejo")
    isi = client.get(kampung.get_absolute_url()).content.decode()
    assert "/aspirasi/poster/sido-rejo/" in isi
    assert "/aspirasi/formulir/?kampung=sido-rejo" in isi


def test_the_desk_leads_to_paper_and_to_sending_for_others(klien: Any) -> None:
    isi = klien("aparat").get("/kerja/").content.decode()
    assert "/aspirasi/titipan/" in isi
    assert "/kerja/lembar/" in isi


def test_paper_sends_what_is_about_officials_past_the_kampung(client: Client) -> None:
    isi = client.get("/aspirasi/formulir/").content.decode()
    assert "Jangan titipkan di kampung" in isi
    assert "Serahkan sendiri ke kantor kecamatan" in isi
    assert "Tidak seorang pun di kampung" not in isi
    assert "amplop tertutup" in client.get("/aspirasi/poster/sido-rejo/").content.decode()
