"""Moderation as a person does it: the page is read, then its button is pressed."""

import re
from typing import Any

from django.test import Client

_SIDIK = re.compile(r'name="dibaca" value="([^"]+)"')
MEJA = "/kerja/tertahan/"


def sidik_halaman(isi: str, aksi: str = "") -> list[str]:
    """Return the fingerprints that a page carries; those of the form that leads to `aksi`."""
    if aksi:
        isi = isi.partition(f'action="{aksi}"')[2].partition("</form>")[0]
    return _SIDIK.findall(isi)


def tekan_di_admin(client: Client, jalan: str, isi: Any = None, **lain: Any) -> Any:
    """Read the page of an act in the admin, and press its button."""
    dibaca = sidik_halaman(client.get(jalan).text)
    return client.post(jalan, {**(isi or {}), "dibaca": dibaca}, **lain)


def tampilkan_di_meja(client: Client, jenis: str, pk: int, **lain: Any) -> Any:
    """Read the held texts on the desk, and show one of them."""
    jalan = f"{MEJA}{jenis}/{pk}/tampilkan/"
    dibaca = sidik_halaman(client.get(MEJA).text, jalan)
    return client.post(jalan, {"dibaca": dibaca}, **lain)
