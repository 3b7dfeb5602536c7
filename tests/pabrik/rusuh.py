"""Submissions as nobody would write them, always the same ones for the same seed."""

import io
import random
import zlib
from typing import Any

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from aspirasi.enums import Jangkauan, Jenis, Kelompok, Tentang
from tests.pabrik.aspirasi import isian
from tests.pabrik.berkas import foto

AKSARA = (
    "abcdefghijklmnopqrstuvwxyz      .,!?",
    "ꦲꦤꦕꦫꦏꦢꦠꦱꦮꦭ꧀ ",
    "ᨀᨁᨂᨃ ᩈᩣᩃᩣᨾ ",
    "مرحبا بالعالم ",
    "漢字かな交じり文 ",
    "🙏🏽👨‍👩‍👧🇮🇩😀 ",
    "\u202e\u200b\u200d\ufeff\u0301\u0489 ab",
    "\x00\x01\x08\x1b\x7f ab",
    "<>&\"'%{}\\/;--",
    "0123456789 -+",
    "\r\n\t ",
    "\ud7ff\ue000\ufffd\U0010ffff x",
)
PANJANG = (0, 1, 9, 10, 11, 40, 300, 301, 4999, 5000, 5001, 20_000)
TEKS = ("isi", "lokasi", "lintang", "bujur", "nama", "telepon", "email", "kampung", "proyek")
PILIHAN: dict[str, tuple[str, ...]] = {
    "jenis": tuple(Jenis),
    "jangkauan": tuple(Jangkauan),
    "tentang": (*Tentang, "tidak_yakin"),
    "kelompok_terdampak": tuple(Kelompok),
}
CENTANG = (
    *("bahaya", "tempat_umum", "anak", "tampilkan_nama", "nama_untuk_kampung", "setuju"),
    *("saran_dibaca", "serupa_dibaca", "hanya_kecamatan"),
)
ANGKA = ("NaN", "-Infinity", "1e999999", "-5,13", "105.03", "9" * 400, "-0", "٥٫١", "0x10", "1_0")
JENIS_BADAN = (
    "multipart/form-data",
    f"multipart/form-data; boundary={BOUNDARY}x",
    "multipart/form-data; boundary=" + "x" * 300,
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=ngawur",
    "application/json",
    "text/plain; charset=utf-16",
)


def teks(acak: random.Random) -> str:
    """Return a text of any script and any length."""
    aksara = acak.choice(AKSARA) + (acak.choice(AKSARA) if acak.random() < 0.3 else "")
    return "".join(acak.choices(aksara, k=acak.choice(PANJANG)))


class Unggahan(io.BytesIO):
    """A file to send, under any name and content type."""

    def __init__(self, nama: str, isi: bytes, content_type: str) -> None:
        super().__init__(isi)
        self.name, self.content_type = nama, content_type


def gambar_palsu(acak: random.Random) -> Unggahan:
    """Return an upload that says it is a photo; now and then it is one."""
    asli = foto(acak.choice(("red", "green", "blue"))).read()
    isi = acak.choice(
        (
            asli,
            asli[: acak.randrange(len(asli))],
            _rusak(acak, asli),
            b"",
            b"\x89PNG\r\n\x1a\n" + acak.randbytes(60),
            b"GIF89a" + b"\xff" * 8 + acak.randbytes(40),
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
            b"RIFF\xff\xff\xff\xffWEBP" + acak.randbytes(30),
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
            + b"\x7f\xff\xff\xff" * 2
            + b"\x08\x02\x00\x00\x00",
            zlib.compress(b"\0" * 100_000),
        )
    )
    nama = acak.choice(
        ("a.jpg", "../../etc/passwd", "‮gpj.exe", "x" * 300 + ".png", 'a;b".webp', ".")
    )
    return Unggahan(nama, isi, acak.choice(("image/jpeg", "image/png", "text/html")))


def _rusak(acak: random.Random, isi: bytes) -> bytes:
    """Overwrite, cut out or double a few places."""
    rusak = bytearray(isi)
    for _ in range(acak.randint(1, 8)):
        awal = acak.randrange(len(rusak) + 1)
        panjang = acak.randint(0, 40)
        rusak[awal : awal + panjang] = acak.randbytes(acak.choice((0, panjang, panjang * 2)))
    return bytes(rusak)


def kiriman(acak: random.Random) -> dict[str, Any]:
    """Return the data of one form: a valid one with a few fields that may be anything."""
    data: dict[str, Any] = isian()
    if acak.random() < 0.8:  # past the pages between
        data |= {"saran_dibaca": "1", "serupa_dibaca": "1"}
    if acak.random() < 0.8:
        data["isi"] = f"{teks(acak)[:4900]} jalan rusak" if acak.random() < 0.7 else teks(acak)
    for nama, nilai in PILIHAN.items():
        data[nama] = acak.choice(nilai)
    if acak.random() < 0.6:
        _kacaukan(acak, data)
    if acak.random() < 0.3:
        data["foto"] = [gambar_palsu(acak) for _ in range(acak.randint(1, 6))]
    return data


def _kacaukan(acak: random.Random, data: dict[str, Any]) -> None:
    """Put anything at all into a few fields, and lose one now and then."""
    for nama in acak.sample(TEKS, k=acak.randint(0, 3)):
        data[nama] = acak.choice(ANGKA) if nama in ("lintang", "bujur") else teks(acak)
    for nama in acak.sample(CENTANG, k=acak.randint(0, 3)):
        data[nama] = acak.choice(("on", "1", "", "\0", "ya" * 500))
    if acak.random() < 0.2:
        data[acak.choice(list(PILIHAN))] = teks(acak)[:50]
    if acak.random() < 0.2:
        data["kunci"] = teks(acak)[:100]
    if acak.random() < 0.2:
        data.pop(acak.choice(list(data)))


def badan(acak: random.Random) -> tuple[bytes, str]:
    """Return the body of a request and its content type: whole, or damaged on the way."""
    isi = encode_multipart(BOUNDARY, kiriman(acak))
    if acak.random() < 0.85:
        return isi, MULTIPART_CONTENT
    rusak = acak.choice((_rusak(acak, isi), isi[: acak.randrange(len(isi))], acak.randbytes(200)))
    return rusak, acak.choice((MULTIPART_CONTENT, *JENIS_BADAN))
