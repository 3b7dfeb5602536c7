"""A table as a workbook of one sheet (XLSX), by XlsxWriter in constant memory.

Every word is an inline string and no cell is a formula or a link, so nothing that somebody typed is
ever computed when the file is opened, whatever it begins with.
"""

import datetime as dt
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from core.berkas.xml import bersih

Sel = str | int | Decimal | None

TIPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PILIHAN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# The time of making is the same for all, so that the same rows give the same bytes.
TETAP = dt.datetime.fromisoformat("2026-01-01")


def xlsx(baris: Iterable[Sequence[Sel]]) -> bytes:
    """Return a workbook with these rows. Numbers stay numbers, None is an empty cell, and words
    lose the signs that XML forbids."""
    keluaran = BytesIO()
    buku = Workbook(keluaran, PILIHAN)
    buku.set_properties({"created": TETAP})
    lembar, polos = buku.add_worksheet("Lembar1"), buku.add_format()
    for nomor, satu in enumerate(baris):
        for kolom, nilai in enumerate(satu):
            _tulis(lembar, nomor, kolom, nilai, polos)
    buku.close()
    return _tanpa_jam(keluaran)


def _tulis(lembar: Any, nomor: int, kolom: int, nilai: Sel, polos: Any) -> None:
    """Write one cell. An empty one needs a format, or the library leaves it out."""
    if nilai is None or nilai == "":
        lembar.write_blank(nomor, kolom, None, polos)
    elif isinstance(nilai, str):
        lembar.write_string(nomor, kolom, bersih(nilai))
    else:
        lembar.write_number(nomor, kolom, nilai)


def _tanpa_jam(keluaran: BytesIO) -> bytes:
    """Return the archive with its parts at one hour: the writer's own names when each was made."""
    hasil = BytesIO()
    with zipfile.ZipFile(keluaran) as lama, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as b:
        for satu in lama.infolist():
            b.writestr(zipfile.ZipInfo(satu.filename), lama.read(satu), zipfile.ZIP_DEFLATED)
    return hasil.getvalue()
