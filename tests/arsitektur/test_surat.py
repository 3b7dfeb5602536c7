"""Letters that nobody's own act calls for end by one press (RFC 8058)."""

import ast
from pathlib import Path

RUMAH = Path(__file__).resolve().parents[2]
APLIKASI = [
    "aspirasi",
    "proyek",
    "rencana",
    "mitra",
    "musrenbang",
    "laporan",
    "anggaran",
    "forum",
    "kabar",
    "transparansi",
    "meja",
    "warga",
    "bangunrejo",
]
# Why a letter has no `henti`. Where a new one is written to people who follow something, or again
# and again, it takes one.
TANPA_HENTI = {
    "aspirasi/services/bahaya.py": "to officials on duty, about one danger",
    "aspirasi/services/pengabaran.py": "to its sender, about their own kiriman",
    "aspirasi/services/pengingat.py": "to officials on duty, about one late step",
    "aspirasi/services/pin.py": "to its sender, about their own PIN",
    "aspirasi/services/pin_email.py": "the code that somebody asked for",
    "bangunrejo/jaga_jejak.py": "to the guards of the trail and to addresses that operators set",
    "laporan/services/pesan.py": "to one person about a draft or a task of their own",
    "proyek/services/fungsi.py": "to officials on duty, about works that wait for their answer",
    "warga/adapter.py": "codes and news that the owner of an account asked for",
    "warga/services/surel.py": "to its owner about an account, to officials about their work",
}


def surat(berkas: Path) -> list[set[str | None]]:
    """The keywords of each call that writes a letter."""
    panggilan = (n for n in ast.walk(ast.parse(berkas.read_text())) if isinstance(n, ast.Call))
    kata_kunci = ({k.arg for k in n.keywords} for n in panggilan)
    return [satu for satu in kata_kunci if {"kepada", "perihal"} <= satu]


def test_every_other_letter_says_how_it_ends() -> None:
    berkas = [satu for app in APLIKASI for satu in (RUMAH / app).rglob("*.py")]
    tanpa = [b for b in berkas if any("henti" not in satu for satu in surat(b))]
    assert {str(satu.relative_to(RUMAH)) for satu in tanpa} == set(TANPA_HENTI)
    assert any("henti" in satu for b in berkas for satu in surat(b))
