"""SQL that is written once and asked for many people.

Writing a question takes Django many times longer than the database takes to answer it. A question
that every page asks is written with SESEORANG for the key of a person, and kept; `isi` puts in the
key of the person who asks. Nothing that was read may stand in it.
"""

from collections.abc import Iterable
from typing import Any

SESEORANG = -7_346_915_208_431  # the key of nobody; no row has it
Tertulis = tuple[str, tuple[Any, ...]]


def isi(isian: Iterable[Any], kunci: int) -> list[Any]:
    """Return the parameters with `kunci` in place of SESEORANG, as a number or as text."""
    ganti: dict[Any, Any] = {SESEORANG: kunci, str(SESEORANG): str(kunci)}
    return [ganti.get(n, n) if isinstance(n, int | str) else n for n in isian]
