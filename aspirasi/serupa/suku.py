"""The matter of a text, word by word, in the language of to_tsquery.

Residents name one thing in many ways ("dsn 3", "Dusun III"; "got mampet", "selokan buntu").
Each thing becomes one query that all its names answer.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from aspirasi.serupa.pokok import pokok
from core.cari.kamus import KATA_HENTI, SEARTI, Frasa
from core.cari.tanya import potong_frasa

PANJANG = 600
SUKU_TERBANYAK = 18
HURUF_TERSEDIKIT = 2
# Words that say where or how much, without saying what; added to the words that search ignores.
_RINGAN = """
    arah bahkan banyak baru beberapa begini belakang benar berapa bikin buah bulan butuh cuma
    datang dekat depan dipakai gara hampir hari hingga jangan jelas kadang kasih katanya kayaknya
    kemarin kurang lama langsung lebih lewat malah masuk memang menjadi minta mungkin orang
    padahal pagi pakai perlu pernah samping sebelah sebelum sejak sekarang sekitar selalu selama
    semenjak semoga sendiri sering sesudah setelah setiap siang sore tahun tanpa tempat terlalu
    tetap tiap tinggal usul usulan waktu warga
"""
KATA_RINGAN = KATA_HENTI | frozenset(_RINGAN.split())

# A number says something only after one of these. Each has its ways of writing.
SATUAN: dict[str, tuple[str, ...]] = {
    kata: ragam
    for ragam in (
        ("dusun", "dsn"),
        ("rt",),
        ("rw",),
        ("lingkungan", "lk"),
        ("blok",),
        ("jalur",),
        ("km", "kilometer"),
        ("gang", "gg"),
    )
    for kata in ragam
}
_ANGKA = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_ROMAWI = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
BILANGAN = {kata: i for daftar in (_ANGKA, _ROMAWI) for i, kata in enumerate(daftar, 1)}
# "rt02", "dsn.3" and "dusun 3" are cut alike.
_KATA = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True)
class Suku:
    """One thing of a text: its names as a query; for a numbered place, also any other number."""

    tanya: str
    lain: str = ""


def suku(teks: str) -> list[Suku]:
    """Return the things in `teks`, places first, each once; at most 18.

    Any text is accepted; its first 600 characters count. Only letters and digits get in, each word
    in quotes, so nothing of `teks` is syntax.
    """
    kata = _KATA.findall(teks[:PANJANG].lower())
    tempat, sisa = _pisahkan_tempat(kata)
    pokok_kata = [pokok(k) for k in sisa if _berarti(k)]
    hal = [Suku(_hal(f)) for f in potong_frasa(pokok_kata, searti_pokok())]
    return list(dict.fromkeys([*tempat, *hal]))[:SUKU_TERBANYAK]


def _pisahkan_tempat(kata: list[str]) -> tuple[list[Suku], list[str]]:
    """Return places such as "dusun 3", and the other words."""
    tempat: list[Suku] = []
    sisa: list[str] = []
    i = 0
    while i < len(kata):
        nilai = _bilangan(kata[i + 1]) if kata[i] in SATUAN and i + 1 < len(kata) else None
        if nilai is None:
            sisa.append(kata[i])
        else:
            tempat.append(_bernomor(kata[i], nilai))
            i += 1
        i += 1
    return tempat, sisa


def _bilangan(kata: str) -> int | None:
    return int(kata) if kata.isascii() and kata.isdigit() and len(kata) < 5 else BILANGAN.get(kata)


def _bernomor(satuan: str, nilai: int) -> Suku:
    nama = _salah_satu(SATUAN[satuan])
    angka = [str(nilai), *(kata for kata, n in BILANGAN.items() if n == nilai)]
    berangka = " | ".join(f"'{n}':*" for n in range(1, 10))
    return Suku(
        f"({nama} <-> {_salah_satu(angka)})",
        f"({nama} <-> ({berangka} | {_salah_satu(BILANGAN)}))",
    )


def _berarti(kata: str) -> bool:
    return len(kata) >= HURUF_TERSEDIKIT and kata not in KATA_RINGAN and not kata.isdigit()


def _hal(frasa: Frasa) -> str:
    semua = searti_pokok().get(frasa, (frasa,))
    return "(" + " | ".join(" <-> ".join(f"'{k}'" for k in f) for f in semua) + ")"


def _salah_satu(kata: Iterable[str]) -> str:
    return "(" + " | ".join(f"'{pokok(k)}'" for k in kata) + ")"


@cache
def searti_pokok() -> dict[Frasa, tuple[Frasa, ...]]:
    """Return the synonyms, each word without its affixes.

    Cutting them takes longer than most modules take to load, so it waits for the first question.
    """
    peta: dict[Frasa, tuple[Frasa, ...]] = {}
    for frasa, semua in SEARTI.items():
        tanpa_imbuhan = tuple(dict.fromkeys(tuple(map(pokok, f)) for f in semua))
        peta[tuple(map(pokok, frasa))] = tanpa_imbuhan
    return peta
