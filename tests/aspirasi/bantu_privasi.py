"""What the tests of the rights of a sender share."""

from pathlib import Path
from typing import Any

from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.berkas.simpan import PUBLIK, TERBATAS

LACAK = "/aspirasi/lacak/"
KONTAK = {"nama": "Slamet", "telepon": "+6281234567890", "email": "slamet@contoh.id"}


def halaman(aspirasi: Aspirasi, bagian: str = "") -> str:
    nama = f"aspirasi:kiriman{'_' + bagian if bagian else ''}"
    return reverse(nama, args=[aspirasi.acuan])


def teks(respons: Any) -> str:
    return str(respons.content.decode())


def status_berkas(alamat: str) -> int:
    """Fetch a file as a visitor, to its end."""
    respons = Client().get(alamat)
    if respons.status_code == 200:
        assert b"".join(respons.streaming_content)
    return respons.status_code


def berkas_tersimpan() -> int:
    """How many files lie in both storages."""
    akar = [Path(storages[alias].path("")) for alias in (TERBATAS, PUBLIK)]
    return sum(p.is_file() for folder in akar for p in folder.rglob("*"))
