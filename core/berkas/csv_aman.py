"""A table as text that programs here open at once, without a formula in it."""

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from core.berkas.xlsx import Sel

TIPE = "text/csv; charset=utf-8"
# A program of tables reads words that begin so as a formula, blanks before them or not.
RUMUS = re.compile(r"[\s\0]*[=+\-@\uff0b\uff0d\uff1d\uff20|%]|[\t\r\n]")


def tulis_csv(baris: Iterable[Sequence[Sel]]) -> bytes:
    """Return a table with semicolons, and a mark that it is UTF-8. Words that a program would
    compute get an apostrophe before them."""
    keluaran = StringIO()
    csv.writer(keluaran, delimiter=";").writerows([*map(_aman, satu)] for satu in baris)
    return keluaran.getvalue().encode("utf-8-sig")


def _aman(nilai: Sel) -> str:
    if nilai is None:
        return ""
    if isinstance(nilai, str):
        return f"'{nilai}" if RUMUS.match(nilai) else nilai
    return str(nilai).replace(".", ",") if isinstance(nilai, Decimal) else str(nilai)
