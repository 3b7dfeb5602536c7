"""The papers of decisions: what each of them says about itself."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "keputusan"
JUDUL = re.compile(r"# (\d{4})\. (.+)\n")
STATUS = re.compile(
    r"^Status: ((?:accepted|replaced by \[\d{4}\]\([\w-]+\.md\)), \d{1,2} \w+ \d{4}.*?)\n\n",
    re.M | re.S,
)
LIHAT_LAGI = re.compile(r"^Look again when (.{20,}?)\n\n", re.M | re.S)


@dataclass(frozen=True)
class Keputusan:
    """One paper. A part that it lacks is ""."""

    berkas: str
    nomor: str
    judul: str
    status: str
    lihat_lagi: str


def semua() -> list[Keputusan]:
    """Return every paper, by its number."""
    return [_baca(jalur) for jalur in sorted(FOLDER.glob("[0-9]*.md"))]


def daftar() -> str:
    """Return the index: one line a paper, with its status."""
    baris = (f"- [{k.nomor}]({k.berkas}) {k.judul} *({k.status.rstrip('.')})*" for k in semua())
    return "\n".join(baris)


def _baca(jalur: Path) -> Keputusan:
    teks = jalur.read_text() + "\n\n"
    judul = JUDUL.match(teks)
    nomor, nama = judul.groups() if judul else ("", "")
    return Keputusan(jalur.name, nomor, nama, _satu(STATUS, teks), _satu(LIHAT_LAGI, teks))


def _satu(pola: re.Pattern[str], teks: str) -> str:
    """Return the words that a pattern finds, on one line; "" where it finds none."""
    temuan = pola.search(teks)
    return " ".join(temuan[1].split()) if temuan else ""
