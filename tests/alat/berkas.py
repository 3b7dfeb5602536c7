"""Files as visitors get them and as they lie on the disk."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.test import Client

from core.berkas.simpan import PUBLIK, TERBATAS


def pakai_folder(settings: Any, tempat: Path) -> None:
    """Let both storages lie in this folder for the time of a test."""
    lokal = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = settings.STORAGES | {
        alias: {"BACKEND": lokal, "OPTIONS": {"location": tempat / alias}}
        for alias in (TERBATAS, PUBLIK)
    }


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


def penuhi(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full: files can be made, and not be filled."""

    def isi(*_: object, **__: object) -> Iterator[bytes]:
        yield b""
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("core.berkas.simpan.ContentFile.chunks", isi)
