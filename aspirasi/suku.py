"""What a text is about, word by word, in the language of to_tsquery.

Residents name one thing in many ways ("dsn 3", "Dusun III"; "got mampet", "selokan buntu").
Each thing becomes one query that all its names answer.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.cari import potong_frasa, searti
from core.kamus import KATA_HENTI

PANJANG = 600
SUKU_TERBANYAK = 18
HURUF_TERSEDIKIT = 2
# Beside what one searches for, words that say where or how much without saying what.
_RINGAN = """
    arah banyak baru begini belakang beberapa berapa buah dekat depan hari hingga hampir jangan
    kemarin kurang lama lebih lewat malah masuk minta mungkin orang padahal pagi pernah
    samping sebelah sebelum sejak sekali sekitar selalu semenjak sering sesudah setelah setiap
    siang sore tahun tempat tiap tinggal usul usulan waktu warga
"""
KATA_RINGAN = KATA_HENTI | frozenset(_RINGAN.split())

# A number says something only after one of these; each with the ways it is written.
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
    """One thing of a text: its names as a query, and whether it is a numbered place."""

    tanya: str
    tempat: bool = False


def suku(teks: str) -> list[Suku]:
    """Return what `teks` is about, places first, each thing once; at most 18.

    Takes any text whatever, the first 600 characters of it. Only letters and digits get
    in, each word in quotes, so nothing of `teks` is syntax.
    """
    kata = _KATA.findall(teks[:PANJANG].lower())
    tempat, sisa = _pisahkan_tempat(kata)
    hal = [Suku(_hal(f)) for f in potong_frasa([k for k in sisa if _berarti(k)])]
    return list(dict.fromkeys([*tempat, *hal]))[:SUKU_TERBANYAK]


def _pisahkan_tempat(kata: list[str]) -> tuple[list[Suku], list[str]]:
    """Part "dusun 3" and the like from the other words."""
    tempat: list[Suku] = []
    sisa: list[str] = []
    i = 0
    while i < len(kata):
        nilai = _bilangan(kata[i + 1]) if kata[i] in SATUAN and i + 1 < len(kata) else None
        if nilai is None:
            sisa.append(kata[i])
        else:
            tempat.append(Suku(_bernomor(kata[i], nilai), tempat=True))
            i += 1
        i += 1
    return tempat, sisa


def _bilangan(kata: str) -> int | None:
    return int(kata) if kata.isascii() and kata.isdigit() and len(kata) < 5 else BILANGAN.get(kata)


def _bernomor(satuan: str, nilai: int) -> str:
    angka = list(dict.fromkeys([str(nilai), f"{nilai:02}", f"{nilai:03}"]))
    kata = [kata for kata, n in BILANGAN.items() if n == nilai]
    # PostgreSQL reads "RT.02" and "rt02" as one word each.
    rapat = [s + sela + a for s in SATUAN[satuan] for sela in ("", ".") for a in angka]
    terpisah = f"{_salah_satu(SATUAN[satuan])} <-> {_salah_satu([*angka, *kata])}"
    return f"(({terpisah}) | {_salah_satu(rapat)})"


def _berarti(kata: str) -> bool:
    return len(kata) >= HURUF_TERSEDIKIT and kata not in KATA_RINGAN and not kata.isdigit()


def _hal(frasa: tuple[str, ...]) -> str:
    return "(" + " | ".join(" <-> ".join(f"'{k}'" for k in f) for f in searti(frasa)) + ")"


def _salah_satu(kata: Iterable[str]) -> str:
    return "(" + " | ".join(f"'{k}'" for k in kata) + ")"
