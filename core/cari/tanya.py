"""The words of a search, in the language of to_tsquery.

A text becomes parts, each of which a row must hold under one of its writings: a public number, the
name of a place, an amount, a thing under all its names (`core.cari.kamus`), or a word.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from core.cari.kamus import FRASA_TERPANJANG, KATA_HENTI, SEARTI, Frasa
from core.cari.kolom import pecah
from core.cari.nama import Nama, lipat
from core.cari.nomor import bagian_nomor, tulisan_angka

PANJANG = 200
KATA_TERBANYAK = 16
# Shorter words must match whole: "sd" is not "sdgs".
AWALAN_TERPENDEK = 3
NAMA_TERPANJANG = 4  # words
_RIBUAN = 3  # digits between two stops
_NOL_TERBANYAK = 3  # digits: "RW 2" is "RW 02" and "RW 002"


def bagian(teks: str, nama: Sequence[Nama] = ()) -> list[str]:
    """Return the parts of `teks`, each in the language of to_tsquery; [] without a word.

    Any text is taken: only the words in its first 200 characters count. Only letters and digits
    get in, each word in quotes, so nothing of `teks` is syntax.
    """
    kata = pecah(teks[:PANJANG])[:KATA_TERBANYAK]
    kata = [k for k in kata if k not in KATA_HENTI] or kata
    hasil: list[str] = []
    while kata:
        satu, panjang = _satu(kata, nama)
        hasil.append(satu)
        kata = kata[panjang:]
    return hasil


def _satu(kata: list[str], nama: Sequence[Nama]) -> tuple[str, int]:
    """Return the part that `kata` begins with, and how many words it takes."""
    if nomor := bagian_nomor(kata):
        return _nomor(*nomor[0]), nomor[1]
    if tempat := _tempat(kata, nama):
        return tempat
    if jumlah := _jumlah(kata):
        return jumlah
    frasa = potong_frasa(kata)[0]
    pilihan = [" <-> ".join(map(_kata, f)) for f in searti(frasa)]
    if len(frasa) == 1:
        bunyi = lipat(frasa)
        pilihan += [_kutip(n.tanda) for n in nama if n.berawal(bunyi)]
    return _salah_satu(pilihan), len(frasa)


def _nomor(huruf: str, tahun: str, angka: str) -> str:
    awal = f"{_kutip(angka)}:*" if angka.startswith("0") else _kata(angka)  # half of one
    tulisan = [f"({_kata(huruf)} & {_kata(tahun)} & {awal})"]
    for satu in tulisan_angka(angka):
        tulisan.append(" <-> ".join(map(_kutip, (huruf, tahun, satu))))
    return _salah_satu(tulisan)


def _tempat(kata: list[str], nama: Sequence[Nama]) -> tuple[str, int] | None:
    """Return the place whose name the words begin with, however it is parted."""
    for panjang in range(min(NAMA_TERPANJANG, len(kata)), 0, -1):
        bunyi = lipat(kata[:panjang])
        kena = [n for n in nama if bunyi in n.bunyi or (panjang > 1 and _awal(bunyi, n))]
        if kena:
            return _salah_satu([_dan(kata[:panjang]), *_ejaan(kena)]), panjang
    return None


def _awal(bunyi: str, nama: Nama) -> bool:
    return any(b.startswith(bunyi) for b in nama.bunyi)


def _ejaan(kena: Sequence[Nama]) -> list[str]:
    """Return the names as texts may write them, and their marks."""
    semua: dict[str, None] = {}
    for nama in kena:
        semua[_kutip(nama.tanda)] = None
        for kata in nama.kata:
            semua[" <-> ".join(map(_kutip, kata))] = None
            semua[_kutip("".join(kata))] = None
    return list(semua)


def _jumlah(kata: list[str]) -> tuple[str, int] | None:
    """Return an amount in both writings, "500.000" and "500000"; its groups come as words."""
    if not kata[0].isascii() or not kata[0].isdigit() or kata[0].startswith("0"):
        return None
    panjang = 1
    if len(kata[0]) <= _RIBUAN:
        while panjang < len(kata) and len(kata[panjang]) == _RIBUAN and kata[panjang].isdigit():
            panjang += 1
    if panjang > 1:
        return _salah_satu([_dan(kata[:panjang]), _kata("".join(kata[:panjang]))]), panjang
    if len(kata[0]) <= _RIBUAN:
        return None
    return _salah_satu([_kata(kata[0]), " <-> ".join(map(_kutip, _ribuan(kata[0])))]), 1


def _ribuan(angka: str) -> list[str]:
    """Return the groups of three: 1500000 is 1, 500, 000."""
    awal = len(angka) % _RIBUAN or _RIBUAN
    return [angka[:awal], *(angka[i : i + _RIBUAN] for i in range(awal, len(angka), _RIBUAN))]


def potong_frasa(kata: list[str], peta: Mapping[Frasa, Any] = SEARTI) -> list[Frasa]:
    """Cut words into the longest phrases that `peta` knows; other words stand alone."""
    hasil: list[Frasa] = []
    i = 0
    while i < len(kata):
        panjang = next(
            (p for p in range(FRASA_TERPANJANG, 1, -1) if tuple(kata[i : i + p]) in peta), 1
        )
        hasil.append(tuple(kata[i : i + panjang]))
        i += panjang
    return hasil


def searti(frasa: Frasa) -> tuple[Frasa, ...]:
    """Return every phrase that names the same thing, `frasa` among them; "-nya" is ignored."""
    pokok = (frasa[0].removesuffix("nya"),) if len(frasa) == 1 else frasa
    return SEARTI.get(frasa) or SEARTI.get(pokok) or (frasa,)


def _kata(kata: str) -> str:
    """Return a word, and what begins with it; a small number with and without its zeros."""
    if kata.isdigit() and len(kata) <= _NOL_TERBANYAK:
        polos = kata.lstrip("0") or "0"
        tulisan = dict.fromkeys([kata, *(polos.zfill(n) for n in range(1, _NOL_TERBANYAK + 1))])
        return _salah_satu([_kutip(t) for t in tulisan])
    return _kutip(kata) + (":*" if len(kata) >= AWALAN_TERPENDEK else "")


def _kutip(kata: str) -> str:
    return f"'{kata}'"


def _dan(kata: Sequence[str]) -> str:
    return f"({' & '.join(map(_kata, kata))})"


def _salah_satu(pilihan: Sequence[str]) -> str:
    return f"({' | '.join(pilihan)})"
