"""A kiriman of danger is told at once to those on whose desk it stands.

The notice for everyone is in `tests/meja/services/test_bahaya.py`, the limits of a flood in
`tests/aspirasi/test_kirim_padat.py`, who learns of it in `tests/meja/test_kerahasiaan_pintu.py`.
"""

from typing import Any

import pytest
from django.test import Client

from aspirasi.models import Aspirasi
from aspirasi.services import bahaya
from core.antrean.tugas import kerjakan_semua
from tests.alat.pengirim import kirim

pytestmark = pytest.mark.django_db


def test_danger_is_told_at_once_to_those_on_whose_desk_it_stands(
    client: Client, pemeran: Any, mailoutbox: Any
) -> None:
    for nama in ("staf", "petugas_rahasia", "aparat", "aparat_lain", "warga", "admin"):
        orang = pemeran[nama]
        orang.email = f"{nama}@contoh.id"
        orang.save()
    kirim(client, bahaya="on", isi="Tebing longsor di dekat rumah warga.")
    kirim(client, bahaya="on", jangkauan="kecamatan", isi="Ada yang membawa senjata di sana.")
    kirim(client, isi="Mohon lampu jalan ditambah dua.")
    kerjakan_semua()
    alamat = sorted(a for surat in mailoutbox for a in surat.to)
    assert alamat == sorted(
        f"{n}@contoh.id" for n in ("staf", "petugas_rahasia", "aparat", "admin", "petugas_rahasia")
    )
    assert not any("longsor" in s.body + s.subject for s in mailoutbox)


def test_the_letter_about_danger_says_the_day_of_the_clock() -> None:
    surat = bahaya._isi(Aspirasi(bahaya=True))
    assert "harus diperiksa paling lama dalam satu hari kerja, dan dijawab satu hari kerja" in surat
