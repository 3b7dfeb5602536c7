"""A table that somebody sent, as rows of values: what it looks like, and how large it may be."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

MAKS_BYTE = 10 * 1024 * 1024
MAKS_BARIS = 20_000
MAKS_KOLOM = 100
MAKS_HURUF = 5_000  # of one cell
Nilai = str | int | Decimal | bool | dt.date | dt.datetime | None

KOSONG = "Berkas ini kosong. Pilih berkasnya sekali lagi."
TERLALU_BESAR = "Berkas ini lebih dari 10 MB. Simpan lembar yang perlu saja, lalu unggah lagi."
TERLALU_BANYAK = (
    "Tabel ini lebih dari 20.000 baris. Bagi menjadi beberapa berkas, lalu unggah lagi."
)
TERLALU_LEBAR = (
    "Ada isi di sel {sel}, jauh di luar tabel. Hapus isi sel itu, simpan, lalu unggah lagi."
)
TERLALU_PANJANG = "Isi sel {sel} terlalu panjang. Pendekkan dulu, lalu unggah lagi."


@dataclass(frozen=True)
class BarisTabel:
    """One row with at least one value. `nomor` is its number in the file, from 1; the values stand
    by their columns, without the empty ones at the end."""

    nomor: int
    nilai: tuple[Nilai, ...]

    def di(self, kolom: int) -> Nilai:
        """Return the value in this column, from 0; None where there is none."""
        return self.nilai[kolom] if kolom < len(self.nilai) else None


@dataclass(frozen=True)
class LembarMasuk:
    """One sheet. `gabungan` names the merged cells that reach over several rows ("B4:B7"): only the
    first of them holds the value."""

    nama: str
    baris: tuple[BarisTabel, ...]
    gabungan: tuple[str, ...] = field(default=())


def huruf_kolom(kolom: int) -> str:
    """Return the letters of a column, from 0: "A", "AB"."""
    huruf = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def sel(nomor: int, kolom: int) -> str:
    """Return the name of a cell as Excel shows it; `nomor` from 1, `kolom` from 0."""
    return f"{huruf_kolom(kolom)}{nomor}"
