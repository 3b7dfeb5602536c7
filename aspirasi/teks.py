"""The title of a kiriman, made from its first sentence."""

import re

PANJANG_JUDUL = 90


def judul_dari(isi: str) -> str:
    """Return the first sentence of the text, cut at a word if longer than 90 letters."""
    kalimat = re.split(r"(?<=[.!?])\s|\n", isi.strip(), maxsplit=1)[0]
    kalimat = " ".join(kalimat.split()).rstrip(".")
    if len(kalimat) <= PANJANG_JUDUL:
        return kalimat
    return kalimat[:PANJANG_JUDUL].rsplit(" ", 1)[0] + "…"
