"""SQL that is written once and asked for many people.

Writing a question takes Django many times longer than the database takes to answer it. A question
that every page asks is written with PENGGANTI for the key of a person, and kept; `isi` puts in the
key of the person who asks. Nothing that was read may stand in it.
"""

from collections.abc import Iterable
from typing import Any

PENGGANTI = -7_346_915_208_431  # no row has this key
Tertulis = tuple[str, tuple[Any, ...]]


def isi(isian: Iterable[Any], kunci: int) -> list[Any]:
    """Return the parameters with `kunci` in place of PENGGANTI, as a number or as text."""
    ganti: dict[Any, Any] = {PENGGANTI: kunci, str(PENGGANTI): str(kunci)}
    return [ganti.get(n, n) if isinstance(n, int | str) else n for n in isian]
