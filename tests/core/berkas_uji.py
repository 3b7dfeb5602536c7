"""Stored files for tests: one photo and one document, always with the same words."""

import errno
from collections.abc import Iterator

import pytest

from core.berkas import simpan as modul
from core.models import Berkas
from tests.core import rupa_foto as rupa


def foto() -> Berkas:
    return modul.simpan_foto(rupa.unggahan(rupa.tulis(rupa.gambar(1000, 500), exif=rupa.exif())))


def dokumen(nama: str = "Berita acara.pdf") -> Berkas:
    return modul.simpan_dokumen(rupa.unggahan(rupa.pdf(), nama, "application/pdf"))


def penuhi(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full: files can be made, and not be filled."""

    def isi(*_: object, **__: object) -> Iterator[bytes]:
        yield b""
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("core.berkas.simpan.ContentFile.chunks", isi)
