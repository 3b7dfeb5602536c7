"""A table as a workbook of one sheet (XLSX, ECMA-376), written without a library.

Every word is an inline string and no cell is a formula, so nothing that somebody typed is ever
computed when the file is opened, whatever it begins with.
"""

import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import escape

from core.berkas.xml import bersih

Sel = str | int | Decimal | None

TIPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_KANTOR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LEMBAR = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_UTAMA = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TETAP = {
    "[Content_Types].xml": f'<Types xmlns="{_PAKET}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_UTAMA}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_UTAMA}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PAKET}/relationships"><Relationship Id="rId1" '
    f'Type="{_KANTOR}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_LEMBAR}" xmlns:r="{_KANTOR}"><sheets>'
    '<sheet name="Lembar1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PAKET}/relationships"><Relationship '
    f'Id="rId1" Type="{_KANTOR}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def xlsx(baris: Iterable[Sequence[Sel]]) -> bytes:
    """Return a workbook with these rows. Numbers stay numbers, None is an empty cell, and words
    lose the signs that XML forbids."""
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in _TETAP.items():
            _tulis(arsip, nama, isi)
        _tulis(arsip, "xl/worksheets/sheet1.xml", _lembar(baris))
    return keluaran.getvalue()


def _tulis(arsip: zipfile.ZipFile, nama: str, isi: str) -> None:
    """Write one part; ZipInfo without a time, so that the same rows give the same bytes."""
    arsip.writestr(zipfile.ZipInfo(nama), _KEPALA + isi, zipfile.ZIP_DEFLATED)


def _lembar(baris: Iterable[Sequence[Sel]]) -> str:
    isi = "".join(f"<row>{''.join(map(_sel, satu))}</row>" for satu in baris)
    return f'<worksheet xmlns="{_LEMBAR}"><sheetData>{isi}</sheetData></worksheet>'


def _sel(nilai: Sel) -> str:
    if nilai is None:
        return "<c/>"
    if not isinstance(nilai, str):
        return f"<c><v>{nilai}</v></c>"
    kata = escape(bersih(nilai))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{kata}</t></is></c>'
