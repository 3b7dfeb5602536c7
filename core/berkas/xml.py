"""Words that go into parts of office files."""

import re

TERPANJANG = 32_767  # letters that a cell of a workbook holds, and a paragraph of ours
_TERLARANG = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")


def bersih(teks: str) -> str:
    """Return the text without the signs that no XML document may hold, cut where it is too long."""
    return _TERLARANG.sub("", teks)[:TERPANJANG]
