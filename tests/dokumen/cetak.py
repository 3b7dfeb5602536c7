"""Fill the marked parts of the pages in docs/ with what the code says.

A page marks such a part with a line `<!-- alat/cetak: NAME -->` and ends it with AKHIR. `BAGIAN`
names the function that returns the lines between. `alat/cetak` writes all pages, and a test
compares them.
"""

import re
from collections.abc import Callable
from pathlib import Path

from tests.dokumen import hak, keputusan, kiriman, laku

DOKUMEN = Path(__file__).resolve().parents[2] / "docs"
AKHIR = "<!-- alat/cetak: end -->"
TANDA = re.compile(rf"<!-- alat/cetak: (?!end)([\w-]+) -->\n.*?{re.escape(AKHIR)}\n", re.S)

BAGIAN: dict[str, Callable[[], str]] = {
    "states-of-a-kiriman": kiriman.status,
    "days-of-a-kiriman": kiriman.hari,
    "ladder": kiriman.tangga,
    "limits-of-a-kiriman": kiriman.batas,
    "acts-of-a-kiriman": laku.kiriman,
    "acts-of-everything-else": laku.lainnya,
    "readers": hak.pembaca,
    "rights": hak.tabel,
    "decisions": keputusan.daftar,
}


def berkas() -> list[Path]:
    """Return the pages that have a printed part."""
    return [p for p in sorted(DOKUMEN.rglob("*.md")) if TANDA.search(p.read_text())]


def isi(jalur: Path) -> str:
    """Return a page as it should be: its own words, and the printed parts as the code has them."""
    return TANDA.sub(_bagian, jalur.read_text())


def _bagian(tanda: re.Match[str]) -> str:
    nama = tanda[1]
    return f"<!-- alat/cetak: {nama} -->\n\n{BAGIAN[nama]().strip()}\n\n{AKHIR}\n"
