"""Software that helps: fields about oneself say so, and a photo is called by its subject."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.services import foto as lampiran
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db


def pelengkap(halaman: str) -> dict[str, str]:
    """The purpose that each field of a person names, by the name of the field."""
    isian = re.findall(r"<input[^>]*>", halaman)
    nama = {
        re.search(r' name="(\w+)"', i): re.search(r' autocomplete="([\w-]+)"', i) for i in isian
    }
    return {n[1]: p[1] for n, p in nama.items() if n and p}


def test_the_sender_is_helped_with_name_number_and_email(client: Client) -> None:
    isi = pelengkap(client.get(reverse("aspirasi:kirim")).content.decode())
    assert (isi["nama"], isi["telepon"], isi["email"]) == ("nickname", "tel", "email")


def test_an_official_who_writes_for_somebody_else_is_not(klien: Any) -> None:
    isi = pelengkap(klien("staf").get(reverse("aspirasi:titipan")).content.decode())
    assert {isi[nama] for nama in ("nama", "telepon", "email")} == {"off"}


def test_a_photo_is_called_by_the_subject(client: Client, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, isi="Jembatan gantung putus sejak Senin.").aspirasi
    lampiran.tambah(aspirasi, [foto("red"), foto("blue")])
    aspirasi = periksa(aspirasi, pemeran.staf, foto=list(aspirasi.lampiran.all()))
    halaman = client.get(aspirasi.get_absolute_url()).content.decode()
    for ke in (1, 2):
        assert f'alt="Foto {ke}: {aspirasi.judul}"' in halaman
