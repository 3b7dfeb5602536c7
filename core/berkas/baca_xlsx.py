"""A workbook (XLSX) or CSV that somebody sent, as rows of values. Nothing in it is ever computed.

The archive is looked at before it is opened: how large it is unpacked, whether it holds macros, or
leads to other files. Cells are counted as they are read, and only those that exist: one far away
costs nothing. A formula gives the value that Excel stored with it; one without a value is refused,
and so is a cell that holds an error.
"""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from core.berkas.baca_csv import BUKAN_TABEL, baca_csv
from core.berkas.tabel_masuk import (
    KOSONG,
    MAKS_BARIS,
    MAKS_BYTE,
    MAKS_HURUF,
    MAKS_KOLOM,
    TERLALU_BANYAK,
    TERLALU_BESAR,
    TERLALU_LEBAR,
    TERLALU_PANJANG,
    BarisTabel,
    LembarMasuk,
    Nilai,
    sel,
)
from core.formulir.teks import sebaris
from core.galat import TidakBisa

MAKS_TERURAI = 24 * 1024 * 1024
MAKS_BAGIAN = 300
AWAL_ZIP, AWAL_LAMA, AWAL_PDF = b"PK", b"\xd0\xcf\x11\xe0", b"%PDF"
_MAKRO = re.compile(r"vbaproject|xl/(macrosheets|activex|embeddings)/", re.IGNORECASE)
_LUAR = re.compile(r"xl/(externallinks|connections|querytables)", re.IGNORECASE)
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
JENIS_LAMA = (
    "Ini Excel lama (.xls), atau berkas yang dikunci dengan kata sandi. Buka di Excel, pilih "
    "Simpan Sebagai, “Buku Kerja Excel (.xlsx)”, tanpa kata sandi, lalu unggah lagi."
)
PDF = "Ini PDF. Unggah tabelnya sebagai Excel (.xlsx) atau CSV, bukan cetakannya."
RUSAK = "Berkas Excel ini rusak atau terpotong. Buka di Excel, simpan ulang, lalu unggah lagi."
TERURAI = "Isi berkas Excel ini terlalu besar. Simpan lembar yang perlu saja, lalu unggah lagi."
MAKRO = (
    "Berkas Excel ini berisi makro atau berkas lain di dalamnya. Simpan sebagai “Buku Kerja Excel "
    "(.xlsx)” tanpa makro, lalu unggah lagi."
)
TAUTAN = (
    "Berkas Excel ini mengambil isi dari berkas lain. Salin nilainya (Tempel Khusus, Nilai), lalu "
    "unggah lagi."
)
RUMUS = (
    "Sel {sel} di lembar “{lembar}” berisi rumus tanpa hasil. Buka di Excel, simpan ulang, atau "
    "tulis angkanya langsung, lalu unggah lagi."
)
GALAT = "Sel {sel} di lembar “{lembar}” berisi {kata}. Perbaiki isinya, lalu unggah lagi."


def baca_tabel(data: bytes) -> list[LembarMasuk]:
    """Return the visible sheets of a file with their rows, whichever kind it is.

    Raises TidakBisa with a sentence for the person who sent it.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise TidakBisa(KOSONG)
    if len(data) > MAKS_BYTE:
        raise TidakBisa(TERLALU_BESAR)
    if data.startswith(AWAL_LAMA):
        raise TidakBisa(JENIS_LAMA)
    if data.startswith(AWAL_PDF):
        raise TidakBisa(PDF)
    return baca_xlsx(data) if data.startswith(AWAL_ZIP) else baca_csv(data)


def baca_xlsx(data: bytes) -> list[LembarMasuk]:
    """Return the visible sheets of a workbook. Raises TidakBisa."""
    _periksa_arsip(data)
    try:
        buku = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return [_lembar(satu) for satu in buku.worksheets if satu.sheet_state == "visible"]
    except TidakBisa:
        raise
    except Exception as galat:  # a damaged workbook makes the library raise whatever it meets
        raise TidakBisa(RUSAK) from galat


def _periksa_arsip(data: bytes) -> None:
    """Raise TidakBisa for an archive that is not opened: damaged, too large, with macros or links.

    `zipfile` reads no more of a part than the archive says, so the sizes named there hold.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as arsip:
            bagian = arsip.infolist()
            _periksa_bagian(bagian)
            for satu in bagian:
                _periksa_xml(arsip, satu)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as galat:
        raise TidakBisa(RUSAK) from galat


def _periksa_bagian(bagian: list[zipfile.ZipInfo]) -> None:
    nama = [satu.filename for satu in bagian]
    if len(nama) > MAKS_BAGIAN or sum(satu.file_size for satu in bagian) > MAKS_TERURAI:
        raise TidakBisa(TERURAI)
    if any(_MAKRO.search(satu) for satu in nama):
        raise TidakBisa(MAKRO)
    if any(_LUAR.search(satu) for satu in nama):
        raise TidakBisa(TAUTAN)
    if "xl/workbook.xml" not in nama:
        raise TidakBisa(BUKAN_TABEL)
    if len(set(nama)) < len(nama):
        raise TidakBisa(RUSAK)


def _periksa_xml(arsip: zipfile.ZipFile, satu: zipfile.ZipInfo) -> None:
    """Refuse a part that declares words of its own: those grow when they are read. A content type
    with macros is refused, too."""
    if not satu.filename.endswith((".xml", ".rels")):
        return
    with arsip.open(satu) as isi:
        awal = isi.read(65_536)
    if _DTD.search(awal) or b"\0" in awal:
        raise TidakBisa(RUSAK)
    if satu.filename == "[Content_Types].xml" and b"macroEnabled" in awal:
        raise TidakBisa(MAKRO)


class _Pengurai(WorkSheetParser):
    """Reads cells as values, and remembers where a formula has none."""

    tanpa_hasil = ""

    def parse_cell(self, element: Any) -> Any:
        isi = super().parse_cell(element)
        kosong = isi["value"] is None and element.find(FORMULA_TAG) is not None
        if kosong and not self.tanpa_hasil and element.get("t") != "str":
            self.tanpa_hasil = sel(isi["row"], isi["column"] - 1)
        return isi


def _lembar(lembar: Any) -> LembarMasuk:
    buku = lembar.parent
    with buku._archive.open(lembar._worksheet_path) as sumber:
        pengurai = _Pengurai(
            sumber,
            lembar._shared_strings,
            data_only=True,
            epoch=buku.epoch,
            date_formats=buku._date_formats,
            timedelta_formats=buku._timedelta_formats,
        )
        baris = tuple(_baris(pengurai, lembar.title))
    return LembarMasuk(lembar.title, baris, _gabungan(pengurai))


def _baris(pengurai: _Pengurai, nama: str) -> Iterator[BarisTabel]:
    """Give the rows that hold a value. Raises TidakBisa beyond the bounds."""
    banyak = 0
    for nomor, isi in pengurai.parse():
        if pengurai.tanpa_hasil:
            raise TidakBisa(RUMUS.format(sel=pengurai.tanpa_hasil, lembar=nama))
        nilai = _nilai_sebaris(isi, nama)
        if not nilai:
            continue
        banyak += 1
        if banyak > MAKS_BARIS:
            raise TidakBisa(TERLALU_BANYAK)
        if nomor > 2 * MAKS_BARIS:
            raise TidakBisa(TERLALU_LEBAR.format(sel=sel(nomor, len(nilai) - 1)))
        yield BarisTabel(nomor, nilai)


def _nilai_sebaris(isi: list[dict[str, Any]], nama: str) -> tuple[Nilai, ...]:
    nilai: list[Nilai] = []
    for satu in isi:
        kolom = satu["column"] - 1
        isi_sel = _nilai(satu, nama)
        if isi_sel is None:
            continue
        if kolom >= MAKS_KOLOM:
            raise TidakBisa(TERLALU_LEBAR.format(sel=sel(satu["row"], kolom)))
        nilai.extend([None] * (kolom + 1 - len(nilai)))
        nilai[kolom] = isi_sel
    return tuple(nilai)


def _nilai(satu: dict[str, Any], nama: str) -> Nilai:
    """Return the value of a cell: words cleaned, numbers exact, days as days."""
    nilai = satu["value"]
    tempat = sel(satu["row"], satu["column"] - 1)
    if satu["data_type"] == "e":
        raise TidakBisa(GALAT.format(sel=tempat, lembar=nama, kata=str(nilai)[:20]))
    if isinstance(nilai, float):
        return Decimal(repr(nilai))
    if isinstance(nilai, str) and len(nilai) > MAKS_HURUF:
        raise TidakBisa(TERLALU_PANJANG.format(sel=tempat))
    if isinstance(nilai, bool | int | dt.datetime | dt.date) or nilai is None:
        return nilai
    return sebaris(str(nilai)) or None


def _gabungan(pengurai: _Pengurai) -> tuple[str, ...]:
    """Name the merged cells that reach over several rows."""
    gabung = pengurai.merged_cells
    if gabung is None:
        return ()
    return tuple(str(g.ref) for g in gabung.mergeCell if g.max_row > g.min_row)
