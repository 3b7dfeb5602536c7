"""Pictures and files for tests: made here, byte by byte where they have to be wrong."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

GPS_IFD, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F
MEREK = "MEREK-HP-RAHASIA"


def gambar(lebar: int = 60, tinggi: int = 40, mode: str = "RGB", warna: Any = (200, 30, 30)) -> Any:
    return Image.new(mode, (lebar, tinggi), warna)


def tulis(gambar: Image.Image, format: str = "JPEG", **pilihan: Any) -> bytes:
    tujuan = BytesIO()
    gambar.save(tujuan, format, **pilihan)
    return tujuan.getvalue()


def buka(data: bytes) -> Image.Image:
    hasil = Image.open(BytesIO(data))
    hasil.load()
    return hasil


def exif(arah: int = 1) -> bytes:
    """EXIF of a phone: its make, how it was held, and where it was."""
    data = Image.Exif()
    data[MAKE] = MEREK
    data[ORIENTATION] = arah
    data.get_ifd(GPS_IFD).update({1: "S", 2: (5.0, 7.0, 48.0), 3: "E", 4: (105.0, 1.0, 12.0)})
    return data.tobytes()


def potongan_riff(webp: bytes) -> set[bytes]:
    """The names of the chunks of a WebP file: metadata would be EXIF, XMP or ICCP."""
    nama, posisi = set(), 12
    while posisi + 8 <= len(webp):
        nama.add(webp[posisi : posisi + 4])
        panjang = struct.unpack("<I", webp[posisi + 4 : posisi + 8])[0]
        posisi += 8 + panjang + panjang % 2
    return nama


def png_bom(lebar: int, tinggi: int) -> bytes:
    """A PNG of a few kilobytes that claims to be huge: its rows are compressed zeros."""

    def potong(jenis: bytes, isi: bytes) -> bytes:
        jumlah = zlib.crc32(jenis + isi)
        return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", jumlah)

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 2, 0, 0, 0)
    isi = zlib.compress(bytes(2_000_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", isi) + potong(b"IEND", b"")
    )


def zip_kecil() -> bytes:
    tujuan = BytesIO()
    with zipfile.ZipFile(tujuan, "w") as arsip:
        arsip.writestr("jahat.class", b"\xca\xfe\xba\xbe")
    return tujuan.getvalue()


def unggahan(data: bytes, nama: str = "foto.jpg", jenis: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, data, jenis)


def pdf(isi: bytes = b"1 0 obj\n<< >>\nendobj\n") -> bytes:
    return b"%PDF-1.7\n" + isi + b"trailer\n<< >>\nstartxref\n0\n%%EOF\n"


class TokoObjek(Storage):
    """An object store: no paths on a disk, addresses of its own."""

    def __init__(self) -> None:
        self.isi: dict[str, bytes] = {}

    def _save(self, name: str, content: File) -> str:
        self.isi[name] = content.read()
        return name

    def _open(self, name: str, mode: str = "rb") -> File:
        return ContentFile(self.isi[name])

    def exists(self, name: str) -> bool:
        return name in self.isi

    def url(self, name: str) -> str:
        return f"https://toko.example/{name}?tanda=1"


def serangan(sisi: int, lintasan: int) -> bytes:
    """A small progressive JPEG that costs much: the same refining pass over and over."""
    awal = tulis(gambar(sisi, sisi, "L", 128), progressive=True, quality=30)
    ruas = list(_ruas(awal))
    pindaian = [n for n, satu in enumerate(ruas) if satu.startswith(b"\xff\xda")]
    ulang = b"".join(ruas[pindaian[1] - 1 : pindaian[1] + 1])  # with its table
    tambahan = ulang * (lintasan - len(pindaian))
    return b"\xff\xd8" + b"".join(ruas) + tambahan + b"\xff\xd9"


def _ruas(data: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG from its first marker on; a pass comes with its bits."""
    letak = 2
    while data[letak + 1] != 0xD9:
        akhir = letak + 2 + int.from_bytes(data[letak + 2 : letak + 4], "big")
        if data[letak + 1] == 0xDA:
            cocok = re.compile(rb"\xff[^\x00\xd0-\xd7]").search(data, akhir)
            assert cocok
            akhir = cocok.start()
        yield data[letak:akhir]
        letak = akhir
