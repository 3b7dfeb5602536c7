"""Reads the pages that a client gets."""

import re
from typing import Any

from django.test import Client
from django.utils.html import escape


def teks(respons: Any) -> str:
    """The page as HTML."""
    return str(respons.content.decode())


def status(client: Any, alamat: str) -> int:
    """Ask for a file, read it to its end, and return the status."""
    respons = client.get(alamat)
    if respons.status_code == 200:
        assert b"".join(respons.streaming_content)
    return int(respons.status_code)


def polos(isi: str) -> str:
    """Return HTML without its classes: the look may change, elements and words may not."""
    return re.sub(r' class="[^"]*"', "", isi)


def teks_terbuka(respons: Any) -> str:
    """The page as HTML, which must have opened."""
    assert respons.status_code == 200
    return teks(respons)


def ada(respons: Any, potongan: str) -> bool:
    """The words stand on the page, as HTML writes them."""
    return escape(potongan) in teks(respons)


def kunci(client: Client, alamat: str) -> str:
    """The one-time key of a form, as the browser got it."""
    konteks = client.get(alamat).context
    form = konteks["formulir"].bagian()[0] if "formulir" in konteks else konteks["form"]
    return form["kunci"].value()


def sebaris(respons: Any) -> str:
    """The page as one line, with ordinary spaces; it must have opened."""
    return " ".join(teks_terbuka(respons).replace("\u00a0", " ").split())
