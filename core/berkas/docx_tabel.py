"""Tables of a Word file, as XML (WordprocessingML, ECMA-376 part 1, 17.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from core.berkas.xml import bersih

_GARIS = "".join(
    f'<w:{sisi} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for sisi in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@dataclass(frozen=True)
class Baris:
    """One row: its words, and which of its columns (from 0) stand at the right and in bold.
    `kepala` is repeated on each page."""

    isi: Sequence[str]
    kanan: frozenset[int] = frozenset()
    tebal: frozenset[int] = frozenset()
    kepala: bool = False


def tabel_xml(baris: Sequence[Baris], lebar: Sequence[int], *, bergaris: bool = True) -> str:
    """Return a table as wide as its page; `lebar` is the width of each column against the others.
    Columns keep their widths, whatever stands in them: long words break."""
    semua = [5000 * satu // sum(lebar) for satu in lebar]  # fiftieths of a percent
    garis = f"<w:tblBorders>{_GARIS}</w:tblBorders>" if bergaris else ""
    kisi = "".join(f'<w:gridCol w:w="{satu * 2}"/>' for satu in semua)
    isi = "".join(_baris(satu, semua) for satu in baris)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{garis}'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{kisi}</w:tblGrid>{isi}</w:tbl>'
    )


def _baris(baris: Baris, lebar: Sequence[int]) -> str:
    kepala = "<w:trPr><w:tblHeader/></w:trPr>" if baris.kepala else ""
    sel = (
        _sel(kata, lebar[n], kanan=n in baris.kanan, tebal=n in baris.tebal)
        for n, kata in enumerate(baris.isi)
    )
    return f"<w:tr>{kepala}{''.join(sel)}</w:tr>"


def _sel(kata: str, lebar: int, *, kanan: bool, tebal: bool) -> str:
    rata = '<w:jc w:val="right"/>' if kanan else ""
    huruf = f'<w:rPr>{"<w:b/>" if tebal else ""}<w:sz w:val="18"/></w:rPr>'
    isi = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(satu)}</w:t>' for satu in bersih(kata).split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="pct"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:after="20"/>{rata}</w:pPr><w:r>{huruf}{isi}</w:r></w:p></w:tc>'
    )
