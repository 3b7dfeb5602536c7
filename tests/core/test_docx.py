"""The Word file of a sheet: whole for whatever was typed, the same bytes for the same words."""

from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENTATION

from core.berkas.docx import docx
from core.berkas.lembar import Lembar, Rincian, Tabel, TandaTangan, Tulisan, kode_periksa
from tests.alat.docx import kata_docx, tabel_docx

ANEH = "a\x00\x01\x0b\ud800\ufffe<b>&\"'=SUM(A1)\tb"
PANJANG = "W" * 100_000


def lembar(kata: str, **lain: object) -> Lembar:
    tabel = Tabel(
        "Uang", ("Sumber", "Rupiah"), [(kata, "1")] * 3, (70, 30), frozenset({1}), ("n", "3")
    )
    isi = {
        "kop": ("KABUPATEN", kata),
        "alamat_kop": kata,
        "judul": kata,
        "pengantar": (kata,),
        "bagian": (Rincian("Hal", [("kata", kata)]), tabel, Tulisan("", [f"{kata}\n\nbaris"])),
        "tempat": "Sido Rejo",
        "tanda_tangan": (TandaTangan("Kepala"), TandaTangan("Pelaksana", kata)),
        "keterangan": (kata,),
        "jalur": "/laporan/LAP-2026-0001/",
    }
    return Lembar(**(isi | lain))  # type: ignore[arg-type]  # mypy does not look into a dict


def tulis(satu: Lembar) -> bytes:
    return docx(satu, alamat="https://portal.id/laporan/", dibuat="1 Januari 2026", awalan="CONTOH")


def test_nothing_that_was_typed_breaks_the_file() -> None:
    kata = kata_docx(tulis(lembar(ANEH)))
    assert "a<b>&\"'=SUM(A1)" in kata
    assert "CONTOH · A<B>" in kata
    assert "\x01" not in kata
    panjang = kata_docx(tulis(lembar(PANJANG)))
    assert max(map(len, panjang.splitlines())) < 40_000


def test_a_table_keeps_its_rows_and_its_sum() -> None:
    _, uang, *_ = tabel_docx(tulis(lembar("Dana Desa")))
    assert uang == [["Sumber", "Rupiah"], *[["Dana Desa", "1"]] * 3, ["n", "3"]]


def test_the_same_words_make_the_same_bytes_and_others_another_code() -> None:
    assert tulis(lembar("x")) == tulis(lembar("x"))
    assert lembar("x").kode == lembar("x").kode != lembar("y").kode
    assert lembar("x").kode in kata_docx(tulis(lembar("x")))
    assert kode_periksa(1) != kode_periksa("1")


def test_a_wide_sheet_lies() -> None:
    for mendatar in (False, True):
        kertas = Document(BytesIO(tulis(lembar("x", mendatar=mendatar)))).sections[0]
        assert (kertas.orientation == WD_ORIENTATION.LANDSCAPE) is mendatar
        assert (kertas.page_width > kertas.page_height) is mendatar
