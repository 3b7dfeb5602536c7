"""Reads the manuals of docs/panduan/ for the pages under "Cara pakai"."""

import re
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.text import slugify

NAMA = ("warga", "aparat", "staf")


@dataclass(frozen=True)
class Bagian:
    """One part of a manual: its heading, the anchor of the heading, and its Markdown."""

    judul: str
    jangkar: str
    isi: str


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


def _bagian(teks: str) -> Bagian:
    judul, _, isi = teks.partition("\n")
    return Bagian(judul.strip(), slugify(judul), isi.strip())


@cache
def baca(nama: str) -> Panduan:
    """Return the manual called `nama`, one of NAMA: a "# " title, a sentence, "## " parts."""
    teks = (settings.BASE_DIR / "docs" / "panduan" / f"{nama}.md").read_text()
    kepala, *bagian = re.split(r"^## ", teks, flags=re.MULTILINE)
    judul, _, pembuka = kepala.removeprefix("# ").partition("\n")
    return Panduan(nama, judul.strip(), pembuka.strip(), tuple(map(_bagian, bagian)))
