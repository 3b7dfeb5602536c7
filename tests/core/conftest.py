"""Storages of one test alone, and a stored photo with an owner."""

import secrets
from pathlib import Path

import pytest
from pytest_django import Settings

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi, Lampiran
from tests.alat.berkas import pakai_folder
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.pemeran import Pemeran


@pytest.fixture
def simpanan(settings: Settings, tmp_path: Path) -> Path:
    """Storages of this test alone."""
    pakai_folder(settings, tmp_path)
    return tmp_path


@pytest.fixture
def lampiran(simpanan: Path, pemeran: Pemeran) -> Lampiran:
    """A photo of a kiriman for everyone, not verified yet, of the cast's kampung."""
    aspirasi = Aspirasi.objects.create(
        kunci_hash=secrets.token_hex(32),
        kode=secrets.token_hex(5),
        pin_hash=secrets.token_hex(32),
        jenis=Jenis.KELUHAN,
        judul="Jalan berlubang",
        isi="Jalan di depan sekolah berlubang.",
        isi_publik="Jalan di depan sekolah berlubang.",
        kampung=pemeran.kampung,
    )
    return Lampiran.objects.create(aspirasi=aspirasi, berkas=foto_tersimpan())
