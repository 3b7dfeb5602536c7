"""A CSV that somebody sent: with ; or , or tabs, and in the encodings in which Excel writes it."""

import codecs
import csv
from io import StringIO

from core.berkas.tabel_masuk import (
    MAKS_BARIS,
    MAKS_HURUF,
    MAKS_KOLOM,
    TERLALU_BANYAK,
    TERLALU_LEBAR,
    TERLALU_PANJANG,
    BarisTabel,
    LembarMasuk,
    sel,
)
from core.formulir.teks import sebaris
from core.galat import TidakBisa

PEMISAH = ";,\t"
CONTOH_BARIS = 50
BUKAN_TABEL = (
    "Berkas ini tidak dapat dibaca sebagai tabel. Simpan sebagai Excel (.xlsx) atau CSV, lalu "
    "unggah lagi."
)


def baca_csv(data: bytes) -> list[LembarMasuk]:
    """Return the table as one sheet. Every value is a word. Raises TidakBisa."""
    teks = _huruf(data)
    awal, _, ekor = teks.partition("\n")
    if awal.strip().lower() in ("sep=;", "sep=,"):  # a line that Excel writes for itself
        pemisah, teks = awal.strip()[-1], "\n" + ekor
    else:
        pemisah = _pemisah(teks)
    return [LembarMasuk("CSV", tuple(_baris(teks, pemisah)))]


def _huruf(data: bytes) -> str:
    """Return the text: UTF-8 or UTF-16 with a mark, UTF-8, or what Excel writes on Windows."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        sandi = ["utf-16"]
    else:
        sandi = ["utf-8-sig", "cp1252"]
    for satu in sandi:
        try:
            teks = data.decode(satu)
        except UnicodeDecodeError:
            continue
        if "\0" not in teks:
            return teks
    raise TidakBisa(BUKAN_TABEL)


def _pemisah(teks: str) -> str:
    """Return the sign that parts most cells of the first lines; on a tie the semicolon."""
    contoh = "\n".join(teks.split("\n", CONTOH_BARIS)[:CONTOH_BARIS])
    return max(PEMISAH, key=lambda tanda: _banyak_sel(contoh, tanda))


def _banyak_sel(contoh: str, tanda: str) -> int:
    try:
        return sum(len(satu) - 1 for satu in csv.reader(StringIO(contoh), delimiter=tanda))
    except csv.Error:
        return 0


def _baris(teks: str, pemisah: str) -> list[BarisTabel]:
    pembaca = csv.reader(StringIO(teks, newline=""), delimiter=pemisah)
    hasil = []
    try:
        for nomor, isi in enumerate(pembaca, start=1):
            if satu := _satu(nomor, isi):
                hasil.append(satu)
            if len(hasil) > MAKS_BARIS:
                raise TidakBisa(TERLALU_BANYAK)
    except csv.Error as galat:
        raise TidakBisa(BUKAN_TABEL) from galat
    return hasil


def _satu(nomor: int, isi: list[str]) -> BarisTabel | None:
    """Return one row; None without a value. Raises TidakBisa for one that is out of bounds."""
    for kolom, kata in enumerate(isi):
        if len(kata) > MAKS_HURUF:
            raise TidakBisa(TERLALU_PANJANG.format(sel=sel(nomor, kolom)))
    nilai = [sebaris(kata) or None for kata in isi]
    while nilai and nilai[-1] is None:
        nilai.pop()
    if len(nilai) > MAKS_KOLOM:
        raise TidakBisa(TERLALU_LEBAR.format(sel=sel(nomor, len(nilai) - 1)))
    return BarisTabel(nomor, tuple(nilai)) if nilai else None
