"""Tables that people send: read as they stand, or refused with a sentence."""

import datetime as dt
import tracemalloc
import zipfile
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from core.berkas.baca_xlsx import baca_tabel
from core.berkas.tabel_masuk import MAKS_BARIS, huruf_kolom
from core.berkas.xlsx import xlsx
from core.galat import TidakBisa

Buku = openpyxl.Workbook
HARI = dt.datetime.fromisoformat("2026-07-06")


def _buku(isi: Callable[[Buku], None]) -> bytes:
    buku = openpyxl.Workbook()
    isi(buku)
    keluaran = BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


def _tulis(**sel: object) -> bytes:
    def isi(buku: Buku) -> None:
        for nama, nilai in sel.items():
            buku.active[nama] = nilai

    return _buku(isi)


def _tambah(data: bytes, nama: str, isi: bytes) -> bytes:
    keluaran = BytesIO(data)
    with zipfile.ZipFile(keluaran, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(nama, isi)
    return keluaran.getvalue()


def _bom() -> bytes:
    return _tambah(_tulis(A1="x"), "xl/media/besar.bin", b"\0" * (30 * 1024 * 1024))


def _dtd() -> bytes:
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w") as arsip:
        arsip.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>')
    return keluaran.getvalue()


def test_values_come_as_they_stand() -> None:
    """Numbers exact, days as days, words cleaned; rows keep their numbers."""

    def isi(buku: Buku) -> None:
        lembar = buku.active
        lembar["A1"], lembar["C1"] = "Kode\u200b  Keg.", 41_600_000
        lembar["B3"], lembar["C3"] = 0.1, HARI
        lembar.merge_cells("A5:A7")
        lembar["A5"] = True
        buku.create_sheet("Rahasia").sheet_state = "hidden"

    (lembar,) = baca_tabel(_buku(isi))
    satu, tiga, lima = lembar.baris
    assert satu.nilai == ("Kode Keg.", None, 41_600_000)
    assert (tiga.nomor, tiga.nilai) == (3, (None, Decimal("0.1"), HARI))
    assert (lima.di(0), lima.di(9), lembar.gabungan) == (True, None, ("A5:A7",))
    assert [huruf_kolom(k) for k in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("sandi", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("tanda", [";", ",", "\t"])
def test_csv_of_excel(sandi: str, tanda: str) -> None:
    teks = f'Kode{tanda}Nama{tanda}Rp\r\n2.3.10{tanda}"Jalan\n{tanda}café"{tanda}"1.000,00"\r\n\r\n'
    (lembar,) = baca_tabel(teks.encode(sandi))
    kata = "Jalan café" if tanda == "\t" else f"Jalan {tanda}café"
    assert lembar.baris[1].nilai == ("2.3.10", kata, "1.000,00")


def test_csv_names_its_separator() -> None:
    (lembar,) = baca_tabel(b"sep=;\r\nA;B,C\r\n1;2,5\r\n")
    assert [(b.nomor, b.nilai) for b in lembar.baris] == [(2, ("A", "B,C")), (3, ("1", "2,5"))]


@pytest.mark.parametrize(
    ("data", "kata"),
    [
        (lambda: b"  \r\n", "kosong"),
        (lambda: b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 99, "Excel lama"),
        (lambda: b"%PDF-1.7", "PDF"),
        (lambda: b"a\0b;c", "tidak dapat dibaca"),
        (lambda: _tulis(A1="x")[:-99], "rusak"),
        (lambda: _tulis(B2="=1+1"), "B2.*rumus"),
        (lambda: _tulis(C4="#REF!"), "C4.*#REF!"),
        (lambda: _tulis(XFD1="x"), "XFD1"),
        (lambda: _tulis(A1="x", A1048576="x"), "A1048576"),
        (lambda: _tulis(A2="x" * 5001), "A2.*panjang"),
        (_bom, "terlalu besar"),
        (_dtd, "rusak"),
        (lambda: _tambah(_tulis(A1="x"), "xl/vbaProject.bin", b"x"), "makro"),
        (lambda: _tambah(_tulis(A1="x"), "xl/externalLinks/externalLink1.xml", b"<a/>"), "lain"),
        (lambda: b"a;b\n" * (MAKS_BARIS + 1), "20.000"),
        (lambda: b";" * 200 + b"x\n", "GS1"),
    ],
)
def test_what_is_refused(data: Callable[[], bytes], kata: str) -> None:
    with pytest.raises(TidakBisa, match=kata):
        baca_tabel(data())


def test_too_many_rows_are_refused_within_bounds() -> None:
    """The sender waits a moment, and the portal needs little memory."""
    data = xlsx([i] for i in range(21_000))
    tracemalloc.start()
    with pytest.raises(TidakBisa, match=r"20\.000"):
        baca_tabel(data)
    puncak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert puncak < 40 * 1024 * 1024
