"""Lateness is that of the thing: no sentence about it names an office or a person as late.

"Jawaban pertama seharusnya ada paling lambat 9 Februari", never "Kakam seharusnya menjawab". Whose
turn it is stands beside it, once, in the sentence of the state.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

RUMAH = Path(__file__).resolve().parents[2]
APLIKASI = [
    *("aspirasi", "proyek", "rencana", "mitra", "musrenbang", "laporan", "anggaran", "forum"),
    *("kabar", "transparansi", "meja", "warga"),
]
LAMBAT = re.compile(
    r"\b(?:terlambat|telat|seharusnya|lalai|(?:sudah|sampai) lewat|lewat (?:tanggal|tenggat|batas)"
    r"|melewati|belum terbit)\b",
    re.IGNORECASE,
)
PELAKU = re.compile(
    r"kakam|camat\b|kecamatan|aparat|petugas|pejabat|operator|staf\b|admin\b|sekretaris|pemerintah"
    r"|dinas|instansi|kantor|pemeriksa\b|kepala kampung|\bOPD\b|_siapa|\.nama\b",
    re.IGNORECASE,
)
# Sentences about something else, by their beginning.
BUKAN = (
    "Dalam peragaan tidak ada surat",  # what would have been sent
    "Ada kiriman warga yang terlambat",
)


def kalimat_py(berkas: Path) -> Iterator[str]:
    """The sentences of a module, without docstrings; what is filled in stands as its code."""
    pohon = ast.parse(berkas.read_text())
    dilewati = {
        id(isi.value)
        for n in ast.walk(pohon)
        if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)
        and n.body
        and isinstance(isi := n.body[0], ast.Expr)
    }
    for n in ast.walk(pohon):
        if isinstance(n, ast.JoinedStr):
            dilewati |= {id(v) for v in n.values}
            yield from potong("".join(_bagian(v) for v in n.values))
        elif isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in dilewati:
            yield from potong(n.value)


def _bagian(satu: ast.expr) -> str:
    return satu.value if isinstance(satu, ast.Constant) else f"{{{ast.unparse(satu)}}}"


def kalimat_templat(berkas: Path) -> Iterator[str]:
    isi = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", " ", berkas.read_text(), flags=re.S)
    isi = re.sub(r"{% ?(?:if|elif|else|endif|include|load|with|for|url)[^%]*%}", ". ", isi)
    for ruas in re.split(r"</?(?:p|li|h\d|dt|dd|div|span|a|summary|title|td|th)\b[^>]*>", isi):
        yield from potong(re.sub(r"<[^>]+>", "", ruas))


def potong(teks: str) -> Iterator[str]:
    for satu in re.split(r"(?<=[.!?;])\s+", teks):
        if " " in (rapi := " ".join(satu.split())):
            yield rapi


def menuduh(kalimat: str) -> bool:
    return bool(LAMBAT.search(kalimat) and PELAKU.search(kalimat)) and not kalimat.startswith(BUKAN)


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Pemerintah Kampung {k.nama} seharusnya menjawab paling lambat 9 Februari.", True),
        ("{_petugas(aspirasi)} seharusnya memeriksanya", True),
        ("Kakam terlambat 4 hari kerja.", True),
        ("Tanggal yang dijanjikan {kantor} sudah lewat.", True),
        ("Jawaban pertama seharusnya ada paling lambat 9 Februari.", False),
        ("Laporan bulan ini belum terbit, lewat 4 hari kerja.", False),
        ("Sekarang di Pemerintah Kampung Sido Rejo.", False),
    ],
)
def test_the_rule_itself(kalimat: str, salah: bool) -> None:
    assert menuduh(kalimat) is salah


def test_no_sentence_of_lateness_names_who() -> None:
    salah = []
    for app in APLIKASI:
        for berkas in (RUMAH / app).rglob("*.py"):
            if "migrations" not in berkas.parts:
                salah += [f"{berkas.name}: {k}" for k in kalimat_py(berkas) if menuduh(k)]
    for berkas in (RUMAH / "templates").rglob("*"):
        if berkas.suffix in (".html", ".txt"):
            salah += [f"{berkas.name}: {k}" for k in kalimat_templat(berkas) if menuduh(k)]
    assert salah == [], "Name the thing that is late, and whose turn it is apart."
