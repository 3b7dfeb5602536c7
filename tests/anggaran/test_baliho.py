"""The banner: one page of vectors in the size of the printer, whose words keep their place."""

import re
import zlib
from typing import Any

import pytest

from anggaran.bacaan.baliho import UKURAN, BarisBaliho, IsiBaliho, _Lembar, muat, pdf
from anggaran.enums import JenisAnggaran
from tests.pabrik.anggaran import anggaran_terbit
from tests.pabrik.pemeran import Pemeran


def _isi(nama: str = "Contoh", *, kolom: tuple[str, ...] = ("Jumlah",)) -> IsiBaliho:
    baris = tuple(BarisBaliho(nama, (999_999_999_999,) * len(kolom), 50.0) for _ in range(8))
    semua: Any = (baris, baris, baris[:3])
    return IsiBaliho("APB KAMPUNG 2026", nama, nama, kolom, *semua, nama, "https://x.id/a/")


@pytest.mark.parametrize("ukuran", UKURAN)
def test_one_page_of_vectors(ukuran: str) -> None:
    data = pdf(_isi(), ukuran)
    lebar, tinggi = (float(n) for n in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)[0])
    assert (round(lebar * 25.4 / 72), round(tinggi * 25.4 / 72)) == UKURAN[ukuran]
    assert data.count(b"/Type /Page\n") == 1
    assert b"/Subtype /Image" not in data


@pytest.mark.parametrize(
    "nama", ["W" * 200, "Bidang Penanggulangan Bencana, Darurat, dan " * 5, "é–“"]
)
def test_no_words_leave_their_place(nama: str) -> None:
    """However long a name and its sums: every text lies within the sheet, and in its width."""
    lembar = _Lembar(_isi(nama, kolom=("Anggaran", "Realisasi")), *UKURAN["a3"])
    lembar.pdf.set_font("Helvetica")
    for baris in (1, 2):
        besar, potong = muat(
            lembar, nama.encode("latin-1", "replace").decode("latin-1"), 60, 6, baris
        )
        assert len(potong) <= baris
        assert besar > 0
        assert all(lembar._lebar(satu) <= 60 for satu in potong)
    isi = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", lembar.jadi(), re.S)
    teks = b"".join(zlib.decompress(satu) for satu in isi if satu[:1] == b"x")
    tempat = [float(x) for x in re.findall(rb"BT ([\d.\-]+) [\d.\-]+ Td", teks)]
    assert len(tempat) > 40
    assert min(tempat) >= 0


@pytest.mark.django_db
def test_the_office_prints_what_is_published(klien: Any, pemeran: Pemeran) -> None:
    milik = {"kampung": pemeran.kampung}
    anggaran_terbit(**milik)
    anggaran_terbit(**milik, jenis=JenisAnggaran.PERUBAHAN, ke=1, belanja={"4": 345_350_000})
    anggaran_terbit(**milik, jenis=JenisAnggaran.REALISASI, ke=1, belanja={"2": 5})
    dasar = f"/anggaran/{pemeran.kampung.slug}/2026"
    for nama in ("murni", "perubahan-1", "semester-1"):
        respons = klien("aparat").get(f"{dasar}/{nama}/baliho/a3/")
        assert respons.content.startswith(b"%PDF")
    assert klien("aparat").get(f"{dasar}/semester-2/baliho/a3/").status_code == 404
    assert klien("aparat").get(f"{dasar}/murni/baliho/a9/").status_code == 404
    assert klien("aparat_lain").get(f"{dasar}/murni/baliho/a3/").status_code == 403
