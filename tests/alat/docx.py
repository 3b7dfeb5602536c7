"""Reads a Word file as somebody would who opens it, and as one who knows only zip and XML."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

import docx

WAJIB = {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}


def kata_docx(isi: bytes) -> str:
    """Return all words of the file, its tables and its foot among them, in their order. Every part
    has to be sound."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        assert arsip.testzip() is None
        nama = arsip.namelist()
        assert set(nama) >= WAJIB
        xml = [n for n in nama if n.endswith((".xml", ".rels"))]
        pohon = {n: ElementTree.fromstring(arsip.read(n)) for n in xml}  # noqa: S314 (our own)
    assert docx.Document(BytesIO(isi)).sections
    badan = [pohon[n] for n in pohon if n.startswith(("word/document", "word/footer"))]
    baris = (satu for bagian in badan for satu in bagian.iter() if satu.tag.endswith("}p"))
    return "\n".join("".join(satu.itertext()) for satu in baris).replace("\u00a0", " ")


def tabel_docx(isi: bytes) -> list[list[list[str]]]:
    """Return the words of each cell of each table."""
    semua = docx.Document(BytesIO(isi)).tables
    return [[[sel.text for sel in baris.cells] for baris in satu.rows] for satu in semua]


def banyak_gambar(isi: bytes) -> int:
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        return len([n for n in arsip.namelist() if n.startswith("word/media/")])
