"""Finds the parts of the manuals that hold some words; nothing here asks the database."""

import re
from dataclasses import dataclass
from functools import cache

from django import forms

from bangunrejo.halaman.panduan import NAMA, Bagian, Panduan, baca
from core import teks_resmi
from core.formulir.teks import BarisFormField

TERBANYAK, KUTIPAN = 20, 160


class CariForm(forms.Form):
    """The box of words."""

    cari = BarisFormField(label="Cari di semua panduan", required=False, max_length=100)


@dataclass(frozen=True)
class Hasil:
    """A part of a manual that holds all words, with the sentences around the first."""

    panduan: Panduan
    bagian: Bagian
    kutipan: str


def cari(kata: str) -> list[Hasil]:
    """Return the parts that hold every word of `kata`, those with a word in the heading first."""
    semua = [satu.lower() for satu in re.findall(r"\w+", kata)]
    cocok = [
        (not any(satu in bagian.judul.lower() for satu in semua), Hasil(panduan, bagian, kutipan))
        for panduan, bagian, teks in _isi()
        if semua and all(satu in f"{bagian.judul} {teks}".lower() for satu in semua)
        for kutipan in [_kutipan(teks, semua[0])]
    ]
    return [satu for _, satu in sorted(cocok, key=lambda pasang: pasang[0])][:TERBANYAK]


@cache
def _isi() -> tuple[tuple[Panduan, Bagian, str], ...]:
    """Return each part with the words that a reader sees in it below its heading."""
    semua = ((p, b) for p in map(baca, NAMA) for b in p.bagian)
    return tuple((p, b, _polos(b)) for p, b in semua)


def _polos(bagian: Bagian) -> str:
    teks = []
    for satu in bagian.potongan:
        teks += [satu.teks, *(satu.lembar.teks if satu.lembar else ())]
    return teks_resmi.polos("\n\n".join(teks))


def _kutipan(teks: str, kata: str) -> str:
    """Return some words around the first place of `kata`, cut between words."""
    awal = max(0, teks.lower().find(kata) - KUTIPAN // 3)
    isi = teks[awal : awal + KUTIPAN]
    isi = isi if awal == 0 else f"… {isi.partition(' ')[2]}"
    return isi if awal + KUTIPAN >= len(teks) else f"{isi.rpartition(' ')[0]} …"
