"""Reads the manuals of docs/panduan/ for the pages under "Cara pakai".

A manual is Markdown: a "# " title, a sentence, "## " parts. Two kinds of lines are its own:
`![what to press](gambar:lapor-1)` shows a picture, `[lembar](lembar:lapor)` the steps of a sheet.
A sheet (docs/panduan/lembar/) has a title, a sentence, the address of its page, and numbered steps,
each with its picture below it; words below the steps are its note.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.text import slugify

PERAN = ("warga", "aparat", "kakam", "bpk", "fasilitator", "staf", "camat", "admin")
NAMA = (*PERAN, "memulai")
# The sheets, in the order of the list.
LEMBAR = (
    "lapor",
    "cek-jawaban",
    "cek-laporan",
    "jawab-kiriman",
    "tulis-laporan",
    "terbitkan-laporan",
    "kirim-titipan",
    "kode-aktivasi",
    "periksa-kiriman",
    "lembar-rapat",
)
GAMBAR = re.compile(r"^ *!\[([^\]]+)\]\(gambar:([\w-]+)\)$", re.M)
SISIPAN = re.compile(r"^( *!\[[^\]]+\]\(gambar:[\w-]+\)|\[lembar\]\(lembar:[\w-]+\))$", re.M)
LANGKAH = re.compile(r"^\d+\. ", re.M)


@dataclass(frozen=True)
class Gambar:
    """A picture: its file among the static ones, its size in a page, and what it says to press."""

    berkas: str
    lebar: int
    tinggi: int
    alt: str


@dataclass(frozen=True)
class Langkah:
    """A step of a sheet; its picture may be missing."""

    teks: str
    gambar: Gambar | None


@dataclass(frozen=True)
class Lembar:
    """The steps of one task; `alamat` is the page where it begins, `peran` whose manual tells of
    it."""

    nama: str
    judul: str
    pembuka: str
    alamat: str
    peran: str
    langkah: tuple[Langkah, ...]
    catatan: str

    @property
    def teks(self) -> tuple[str, ...]:
        """Return its words, for those who search."""
        return (self.judul, *(satu.teks for satu in self.langkah), self.catatan)


@dataclass(frozen=True)
class Potongan:
    """A piece of a manual: Markdown, or a picture, or the steps of a sheet."""

    teks: str = ""
    gambar: Gambar | None = None
    lembar: Lembar | None = None


@dataclass(frozen=True)
class Bagian:
    """One part of a manual: its heading, the anchor of the heading, its Markdown, and its
    pieces."""

    judul: str
    jangkar: str
    isi: str
    potongan: tuple[Potongan, ...]


@dataclass(frozen=True)
class Panduan:
    """A whole manual; `pembuka` is the plain sentence under the title."""

    nama: str
    judul: str
    pembuka: str
    bagian: tuple[Bagian, ...]

    @property
    def untuk_petugas(self) -> bool:
        return self.nama != "warga"


@cache
def baca(nama: str) -> Panduan:
    """Return the manual called `nama`, one of NAMA."""
    kepala, *bagian = re.split(r"^## ", _berkas(f"{nama}.md"), flags=re.MULTILINE)
    judul, _, pembuka = kepala.removeprefix("# ").partition("\n")
    return Panduan(nama, judul.strip(), pembuka.strip(), tuple(map(_bagian, bagian)))


@cache
def baca_lembar(nama: str) -> Lembar:
    """Return the sheet called `nama`, one of LEMBAR."""
    kepala, *langkah = LANGKAH.split(_berkas(f"lembar/{nama}.md"))
    judul, pembuka, isian = kepala.removeprefix("# ").strip().split("\n\n")
    akhir, _, catatan = langkah[-1].partition("\n\n")
    isi = dict(baris.split(": ") for baris in isian.splitlines())
    semua = tuple(map(_langkah, (*langkah[:-1], akhir)))
    return Lembar(nama, judul, pembuka, isi["alamat"], isi["peran"], semua, catatan.strip())


def semua_lembar() -> Iterator[Lembar]:
    """Yield the sheets in the order of the list."""
    yield from map(baca_lembar, LEMBAR)


def _berkas(jalur: str) -> str:
    return (settings.BASE_DIR / "docs" / "panduan" / jalur).read_text()


def _bagian(teks: str) -> Bagian:
    judul, _, isi = teks.partition("\n")
    potongan = (satu for satu in SISIPAN.split(isi.strip()) if satu.strip())
    return Bagian(judul.strip(), slugify(judul), isi.strip(), tuple(map(_potongan, potongan)))


def _potongan(teks: str) -> Potongan:
    if teks.startswith("[lembar]"):
        return Potongan(lembar=baca_lembar(teks.partition("lembar:")[2].rstrip(")")))
    cocok = GAMBAR.fullmatch(teks)
    return Potongan(gambar=_gambar(*cocok.groups())) if cocok else Potongan(teks.strip("\n"))


def _langkah(teks: str) -> Langkah:
    cocok = GAMBAR.search(teks)
    gambar = _gambar(*cocok.groups()) if cocok else None
    return Langkah(" ".join(GAMBAR.sub("", teks).split()), gambar)


def _gambar(alt: str, nama: str) -> Gambar:
    satu = _ukuran()[nama]
    return Gambar(f"panduan/{nama}.webp", satu["lebar"], satu["tinggi"], alt)


@cache
def _ukuran() -> dict[str, dict[str, Any]]:
    """Return the sizes of the pictures, as the tests that made them wrote them down."""
    isi: dict[str, dict[str, Any]] = json.loads(_berkas("gambar.json"))
    return isi
