"""A project that kiriman can be about, and a folder for the files of each test."""

from typing import Any

import pytest

from proyek.models import Proyek
from tests.proyek.pabrik import buat_proyek


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek()


@pytest.fixture(autouse=True)
def simpanan(settings: Any, tmp_path: Any) -> None:
    """Files of a test go to a folder of its own."""
    lokal = "django.core.files.storage.FileSystemStorage"
    tempat = {
        alias: {"BACKEND": lokal, "OPTIONS": {"location": tmp_path / alias}}
        for alias in ("terbatas", "publik")
    }
    settings.STORAGES = settings.STORAGES | tempat
