"""The title of a kiriman, made from its first sentence, and the sentence for a joiner without
words."""

import re

PANJANG_JUDUL = 90
PANJANG_ISI = 5000  # of the shown text; masks may make it longer than the original
# The sentence of a joiner without words (`bacaan.tulisan`). The second is stored as title, for the
# time when the joined title may not be quoted.
AWAL_SERUPA = "Saya juga mengalami: "
SERUPA_SAJA = "Saya juga mengalami hal yang sama."


def judul_dari(isi: str) -> str:
    """Return the first sentence of the text, cut at a word if longer than 90 letters.

    Invisible signs (that turn the direction of writing, for example) are left out.
    """
    kalimat = re.split(r"(?<=[.!?])\s|\n", isi.strip(), maxsplit=1)[0]
    terbaca = "".join(h if h.isprintable() else " " for h in kalimat)
    rapi = " ".join(terbaca.split()).rstrip(".")
    if len(rapi) > PANJANG_JUDUL:
        return rapi[:PANJANG_JUDUL].rsplit(" ", 1)[0] + "…"
    return rapi or "Tanpa judul"
