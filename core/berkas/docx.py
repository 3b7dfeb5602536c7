"""A sheet as a Word file (DOCX, ECMA-376), by python-docx.

Tables are XML of our own: python-docx looks for each cell anew, which takes seconds for some
hundred rows.
"""

import zipfile
from io import BytesIO
from typing import Any

import docx as pustaka
import segno
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from core.berkas import simpan
from core.berkas.docx_tabel import Baris, tabel_xml
from core.berkas.lembar import Bagian, Foto, Gambar, Lembar, Rincian, Tabel
from core.berkas.xml import bersih
from core.gambar.jpeg import jpeg

TIPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PENDEK, PANJANG, TEPI = Cm(21), Cm(29.7), Cm(2)  # A4
PROPERTI = 255  # letters of a property of the file
SISI_FOTO, SISI_QR = Cm(7.5), Cm(2.4)
LEBAR_QR, LEBAR_ASAL = Cm(3), Cm(14)
GARIS = "(........................................)"
TANGGAL = ".............................."
FOTO_TIADA = "(Foto ini tidak dapat dibuka sekarang.)"
TENGAH = WD_ALIGN_PARAGRAPH.CENTER
_BATAS = '<w:pBdr {}><w:bottom w:val="double" w:sz="6" w:space="4" w:color="auto"/></w:pBdr>'
_HALAMAN = (
    '<w:fldSimple {} w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>1</w:t></w:r>'
    "</w:fldSimple>"
)


def docx(lembar: Lembar, *, alamat: str, dibuat: str, awalan: str = "") -> bytes:
    """Return the sheet as a Word file. `alamat` is the address of its public page, `dibuat` the
    hour of making; `awalan` stands before its title. The same sheet of the same hour gives the same
    bytes."""
    dokumen = _kosong(lembar)
    _kop(dokumen, lembar, awalan)
    for bagian in lembar.bagian:
        _bagian(dokumen, bagian)
    _tanda_tangan(dokumen, lembar)
    _kaki(dokumen, lembar, alamat, dibuat)
    keluaran = BytesIO()
    dokumen.save(keluaran)
    return _tetap(keluaran)


def _kosong(lembar: Lembar) -> Document:
    """Return an empty document of A4 in Indonesian."""
    dokumen = pustaka.Document()
    _buang_bawaan(dokumen)
    _kertas(dokumen.sections[0], mendatar=lembar.mendatar)
    gaya: Any = dokumen.styles["Normal"]
    gaya.font.name, gaya.font.size = "Arial", Pt(10)
    gaya.paragraph_format.space_after = Pt(4)
    milik = dokumen.core_properties
    milik.author, milik.title = bersih(lembar.kop[-1])[:PROPERTI], bersih(lembar.judul)[:PROPERTI]
    milik.comments, milik.language = "", "id-ID"
    return dokumen


def _buang_bawaan(dokumen: Document) -> None:
    """Drop the picture and the second set of styles that the library's template brings along."""
    for pemilik, akhiran in ((dokumen.part.package, "thumbnail"), (dokumen.part, "WithEffects")):
        kait: Any = pemilik.rels
        for kunci in [k for k, satu in kait.items() if satu.reltype.endswith(akhiran)]:
            del kait[kunci]


def _kertas(bagian: Any, *, mendatar: bool) -> None:
    bagian.orientation = WD_ORIENTATION.LANDSCAPE if mendatar else WD_ORIENTATION.PORTRAIT
    bagian.page_width, bagian.page_height = (PANJANG, PENDEK) if mendatar else (PENDEK, PANJANG)
    bagian.left_margin = bagian.right_margin = bagian.top_margin = bagian.bottom_margin = TEPI


def _kop(dokumen: Document, lembar: Lembar, awalan: str) -> None:
    for baris in lembar.kop:
        _paragraf(
            dokumen, baris, tebal=True, ukuran=12, rata=TENGAH
        ).paragraph_format.space_after = Pt(0)
    kaki = _paragraf(dokumen, lembar.alamat_kop, ukuran=9, rata=TENGAH)
    kaki._p.get_or_add_pPr().insert(0, parse_xml(_BATAS.format(nsdecls("w"))))
    judul = f"{awalan} · {lembar.judul}" if awalan else lembar.judul
    _paragraf(dokumen, judul.upper(), tebal=True, ukuran=12, rata=TENGAH)
    for baris in lembar.pengantar:
        _paragraf(dokumen, baris, rata=TENGAH)


def _bagian(dokumen: Document, bagian: Bagian) -> None:
    if bagian.judul:
        judul = _paragraf(dokumen, bagian.judul, tebal=True, ukuran=11).paragraph_format
        judul.space_before, judul.keep_with_next = Pt(8), True
    match bagian:
        case Rincian():
            isi = [Baris(satu, tebal=frozenset({0})) for satu in bagian.baris]
            _taruh(dokumen, tabel_xml(isi, (28, 72), bergaris=False))
        case Tabel():
            _tabel(dokumen, bagian)
        case Gambar():
            _gambar(dokumen, bagian)
        case _:
            for baris in bagian.baris:
                _paragraf(dokumen, baris)


def _tabel(dokumen: Document, tabel: Tabel) -> None:
    semua = frozenset(range(len(tabel.kepala)))
    isi = [Baris(tabel.kepala, tabel.angka, semua, kepala=True)]
    isi += [Baris(satu, tabel.angka) for satu in tabel.baris]
    if tabel.jumlah:
        isi.append(Baris(tabel.jumlah, tabel.angka, semua))
    _taruh(dokumen, tabel_xml(isi, tabel.lebar), tabel.catatan)


def _taruh(dokumen: Document, xml: str, catatan: str = "") -> None:
    """Add a table; the paragraph behind it keeps it apart from the next one."""
    dokumen.element.body.sectPr.addprevious(parse_xml(xml))
    _paragraf(dokumen, catatan, ukuran=9 if catatan else 4)


def _gambar(dokumen: Document, gambar: Gambar) -> None:
    kisi = dokumen.add_table(rows=0, cols=2)
    for awal in range(0, len(gambar.baris), 2):
        for sel, foto in zip(kisi.add_row().cells, gambar.baris[awal : awal + 2], strict=False):
            _foto(sel.paragraphs[0], foto)
            _isi(sel.add_paragraph(), foto.keterangan, ukuran=9)
    _paragraf(dokumen, "", ukuran=4)


def _foto(tempat: Paragraph, foto: Foto) -> None:
    """Put a photo in, its longer side on 7.5 cm; a sentence where its file cannot be opened."""
    try:
        isi = jpeg(simpan.isi(foto.berkas, kecil=True))
    except OSError:
        _isi(tempat, FOTO_TIADA)
        return
    lebar = (foto.berkas.lebar or 1) >= (foto.berkas.tinggi or 1)
    ukuran = {"width" if lebar else "height": SISI_FOTO}
    letak = tempat.add_run().add_picture(BytesIO(isi), **ukuran)
    letak._inline.docPr.set("descr", bersih(foto.keterangan))


def _tanda_tangan(dokumen: Document, lembar: Lembar) -> None:
    """Leave places to sign, the last one at the right."""
    _paragraf(dokumen, f"{lembar.tempat}, {TANGGAL}", rata=WD_ALIGN_PARAGRAPH.RIGHT)
    tangan = lembar.tangan
    sel = dokumen.add_table(rows=1, cols=max(2, len(tangan))).rows[0].cells
    for tempat, satu in zip(sel[-len(tangan) :], tangan, strict=True):
        isi = f"{satu.jabatan}\n\n\n\n{f'({satu.nama})' if satu.nama else GARIS}"
        _isi(tempat.paragraphs[0], isi, rata=TENGAH)


def _kaki(dokumen: Document, lembar: Lembar, alamat: str, dibuat: str) -> None:
    """Write from what it was made, and where the newest stands; the address is on each page."""
    _paragraf(dokumen, "", ukuran=4)
    kisi = dokumen.add_table(rows=1, cols=2)
    kisi.autofit = False
    for n, lebar in enumerate((LEBAR_QR, LEBAR_ASAL)):
        kisi.columns[n].width = kisi.rows[0].cells[n].width = lebar
    kode, kata = kisi.rows[0].cells
    kode.paragraphs[0].add_run().add_picture(_qr(alamat), width=SISI_QR)
    isi = "\n".join([*lembar.keterangan, *lembar.asal(alamat, dibuat)])
    _isi(kata.paragraphs[0], isi, ukuran=9)
    bawah = dokumen.sections[0].footer.paragraphs[0]
    _isi(bawah, f"{alamat.partition('://')[2]} · kode periksa {lembar.kode} · halaman ", ukuran=8)
    bawah._p.append(parse_xml(_HALAMAN.format(nsdecls("w"))))


def _qr(alamat: str) -> BytesIO:
    gambar = BytesIO()
    segno.make(alamat, error="m", micro=False).save(gambar, kind="png", scale=4)
    gambar.seek(0)
    return gambar


def _paragraf(dokumen: Document, teks: str, **rupa: Any) -> Paragraph:
    return _isi(dokumen.add_paragraph(), teks, **rupa)


def _isi(
    tempat: Paragraph,
    teks: str,
    *,
    tebal: bool = False,
    ukuran: int = 10,
    rata: WD_ALIGN_PARAGRAPH | None = None,
) -> Paragraph:
    kata = tempat.add_run(bersih(teks))
    kata.bold, kata.font.size = tebal or None, Pt(ukuran)
    if rata is not None:
        tempat.alignment = rata
    return tempat


def _tetap(berkas: BytesIO) -> bytes:
    """Return the packed file with parts that carry no time of packing."""
    keluaran = BytesIO()
    with zipfile.ZipFile(berkas) as asal, zipfile.ZipFile(keluaran, "w") as arsip:
        for nama in asal.namelist():
            arsip.writestr(zipfile.ZipInfo(nama), asal.read(nama), zipfile.ZIP_DEFLATED)
    return keluaran.getvalue()
