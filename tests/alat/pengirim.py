"""Acts of a sender: send, read code and PIN, open one's kiriman with them."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from aspirasi.services import kiriman as layanan
from tests.pabrik.aspirasi import isian

KIRIM, LACAK = "/aspirasi/kirim/", "/aspirasi/lacak/"
KONTAK = {"nama": "Slamet", "telepon": "+6281234567890", "email": "slamet@contoh.id"}


def halaman(aspirasi: Aspirasi, bagian: str = "") -> str:
    """The address of the sender's own page, or of a part of it (`letak`, `pembaca`, …)."""
    nama = f"aspirasi:kiriman{'_' + bagian if bagian else ''}"
    return reverse(nama, args=[aspirasi.acuan])


def kirim(client: Client, **lain: Any) -> HttpResponse:
    """Send through the front door and follow to the page of code and PIN."""
    return client.post(KIRIM, isian(**lain), follow=True)


def kode_dan_pin(respons: HttpResponse) -> tuple[str, str]:
    """Read both from the page, as a person does."""
    isi = respons.content.decode()
    return (
        re.findall(r"BR-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{2}", isi)[0],
        re.findall(r"data-salin>(\d{6})<", isi)[0],
    )


def masuk_pengirim(client: Client, terkirim: layanan.Terkirim) -> HttpResponse:
    """Open it by code and PIN; return its page."""
    return client.get(kenal_pengirim(client, terkirim))


def kenal_pengirim(client: Client, terkirim: layanan.Terkirim) -> str:
    """Prove oneself by code and PIN; return the address of its page, which is not opened."""
    data = {"kode": terkirim.kode, "pin": terkirim.pin}
    respons = client.post(reverse("aspirasi:lacak"), data)
    assert respons.status_code == 302
    return str(respons["Location"])
