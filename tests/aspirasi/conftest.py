"""A project that kiriman can be about, a kiriman of one's own, days off, and a folder for files."""

import itertools
from typing import Any

import pytest
from django.test import Client

from aspirasi.services.kiriman import Terkirim
from core.models import HariLibur
from proyek.models import Proyek
from tests.alat.berkas import pakai_folder
from tests.alat.pengirim import kenal_pengirim
from tests.pabrik.aspirasi import buat
from tests.pabrik.proyek import buat_proyek

FOLDER = itertools.count()


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek()


@pytest.fixture
def terkirim(client: Client, pemeran: Any) -> Terkirim:
    """A kiriman of Sido Rejo for everyone, open as its sender's in this browser."""
    hasil = buat(pemeran.kampung)
    kenal_pengirim(client, hasil)
    return hasil


@pytest.fixture(autouse=True)
def simpanan(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Files of a test go to a folder of its own. The first file makes it: most tests store none."""
    pakai_folder(settings, tmp_path_factory.getbasetemp() / "simpanan" / str(next(FOLDER)))


@pytest.fixture
def libur(db: None) -> None:
    """Two days off in a week of March 2026, and no others."""
    HariLibur.objects.all().delete()
    for tanggal, nama in (("2026-03-18", "Cuti bersama"), ("2026-03-19", "Nyepi")):
        HariLibur.objects.create(tanggal=tanggal, nama=nama)
