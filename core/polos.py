"""Text as a person means it, without what only machines see."""

import unicodedata

# Formats, marks that change the look of a letter, and the box of a keycap.
_HIASAN = {"Cf", "Mn", "Me"}
_GARIS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def tanpa_hiasan(teks: str) -> str:
    """Return a number or a code in plain letters: no invisible signs, full-width digits as ASCII,
    each dash as "-". Meant for what a machine reads, not for words."""
    polos = unicodedata.normalize("NFKC", teks)
    return "".join(h for h in polos if unicodedata.category(h) not in _HIASAN).translate(_GARIS)
