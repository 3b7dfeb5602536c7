"""The words of an official are kept on the device, in every form of the desk (`draf.js`)."""

import re
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[2] / "templates"
RUANG = ("meja", "laporan", "proyek", "keputusan", "kabar", "forum", "warga")
FORMULIR = re.compile(r'<form\b(?=[^>]*method="post")[^>]*>.*?</form>', re.S)
# Forms without words that are worth it, or whose words no device may keep.
TANPA = {
    "meja/kabar_buka.html": "one hidden field",
    "meja/surat_instansi.html": "a file, and a box to tick",
    "meja/tutup_foto.html": "boxes drawn on a photo, by their own script",
    "kabar/pilihan.html": "boxes to tick",
    "laporan/penerbit.html": "people to tick",
    "laporan/penulis.html": "the contact of somebody else",
    "warga/beri_kode.html": "the contact of somebody else",
    "warga/minta_sandi.html": "the contact of somebody else",
    "warga/permintaan_sandi.html": "two words about a code",
    "warga/tambah_petugas.html": "name and contact of somebody else",
    "warga/petugas_berkas.html": "a file alone",
    "warga/petugas_daftar.html": "names and contacts of others",
    "warga/telepon.html": "a number of one's own account",
    "warga/data_diri.html": "one's own account",
    "warga/hapus.html": "a password",
    "warga/kode.html": "a code",
    "warga/kode_sandi.html": "a code and a password",
    "warga/cetak_pengaman.html": "codes",
}


def berisian(isi: str) -> list[str]:
    """The forms of a template with fields that somebody fills in."""
    return [f for f in FORMULIR.findall(isi) if re.search(r"\{\{ *form|<textarea|_isian", f)]


@pytest.mark.parametrize("ruang", RUANG)
def test_every_form_keeps_its_words_or_says_why_not(ruang: str) -> None:
    lupa = []
    for berkas in sorted((AKAR / ruang).glob("*.html")):
        nama = f"{ruang}/{berkas.name}"
        for formulir in berisian(berkas.read_text()):
            terjaga = "data-draf-petugas" in formulir and "{% penulis %}" in formulir
            if not terjaga and nama not in TANPA:
                lupa.append(nama)
    assert lupa == []


def test_no_exception_is_out_of_date() -> None:
    assert [nama for nama in TANPA if not (AKAR / nama).exists()] == []
