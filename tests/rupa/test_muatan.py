"""The cost of a first visit on a phone: the page and all its requests, as sent over the wire."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from tests.alat.lembar import khusus_diminta, khusus_perlu

KB = 1024
TERBANYAK = 9
# The form of a kiriman has its own script, that of photos, and htmx for similar ones while somebody
# types.
LEBIH = {"aspirasi:kirim": 4}
TERBERAT = 60 * KB


def berkas(alamat: str) -> bytes:
    jalur = alamat.partition("#")[0].removeprefix(settings.STATIC_URL)
    return Path(str(finders.find(jalur))).read_bytes()


def diminta(html: str) -> set[str]:
    """The addresses of static files that a page asks for, at once or later, those of its style
    sheet too."""
    milik = rf'(?:href|src|data-nanti)="({re.escape(settings.STATIC_URL)}[^"#]+)'
    alamat = set(re.findall(milik, html))
    for satu in [a for a in alamat if a.endswith(".css")]:
        gambar = re.findall(r'url\("\.\./([^"]+)"\)', berkas(satu).decode())
        alamat |= {settings.STATIC_URL + g for g in gambar}
    return alamat


@pytest.mark.parametrize("nama", ["beranda", "gaya", "aspirasi:kirim"])
def test_first_load_is_light(client: Client, db: None, nama: str) -> None:
    isi = client.get(reverse(nama)).content
    alamat = diminta(isi.decode())
    assert {settings.STATIC_URL + f"css/{satu}.css" for satu in ("dasar", "bagian")} <= alamat
    assert khusus_diminta(isi.decode()) == khusus_perlu(isi.decode()) == set()
    assert 1 + len(alamat) <= TERBANYAK + LEBIH.get(nama, 0)
    bobot = [len(brotli.compress(b)) for b in (isi, *map(berkas, alamat))]
    assert sum(bobot) <= TERBERAT, dict(zip(["html", *alamat], bobot, strict=True))


def test_script_of_lists_still_fits(client: Client, db: None) -> None:
    """Lists add htmx, and nothing else."""
    daftar = diminta(client.get(reverse("proyek:daftar")).content.decode())
    biasa = diminta(client.get(reverse("tentang")).content.decode())
    assert daftar - biasa <= {settings.STATIC_URL + "django_htmx/htmx-2.min.js"}


def test_no_script_of_sending_shares_the_line_with_the_style_sheet(
    client: Client, db: None
) -> None:
    """On 2G each of them put off the first sight of the page; portal.js calls them after it."""
    isi = client.get(reverse("aspirasi:kirim")).content.decode()
    naskah = [n.rpartition("/")[2] for n in re.findall(r'<script[^>]* src="([^"]+)"', isi)]
    nanti = [n.rpartition("/")[2] for n in re.findall(r'data-nanti="([^"]+)"', isi)]
    assert naskah == ["portal.js"]
    assert nanti == ["htmx-2.min.js", "antar.js", "kirim.js", "foto.js"]
