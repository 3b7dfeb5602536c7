"""Words without their affixes, as residents write them: "diperbaiki", "perbaikan" → "baik".

PostgreSQL's stemmer knows the affixes of the schoolbook. What people type on a phone has
others as well ("nyolong", "benerin", "lampune") and other vowels ("kemaren", "mampat"), so
both sides of a comparison are cut by the rules below. The function `aspirasi_pokok` of the
database holds the same list (migration 0013_serupa); a test compares them word by word.
"""

import re
from functools import lru_cache

# The rules apply from top to bottom. A capital stands for a swallowed letter, so that it is not cut
# again: "penerangan" is t-erang, not ter-ang.
ATURAN: tuple[tuple[str, str], ...] = (
    (r"\b(meny|peny|ny)([aiueo]\w\w)", r"S\2"),
    (r"\b(men|pen)([aiueo]\w\w)", r"T\2"),
    (r"\b(mem|pem)([aiueo]\w\w)", r"P\2"),
    (r"\b(menge|penge|nge|meng|peng|ng|ber|ter|di|ke)(\w{4,})", r"\2"),
    (r"\b(men|pen)([cdjtz]\w{3,})", r"\2"),
    (r"\b(mem|pem)([bfpv]\w{3,})", r"\2"),
    (r"\bper(\w{4,})", r"\1"),
    (r"\b(me|pe)([b-df-hj-np-tv-z]\w{3,})", r"\2"),
    (r"\b(\w{3,})nya\b", r"\1"),
    (r"\b(\w{4,}?)k?(an|in|i)?(lah|kah|ku|mu|ne)?\b", r"\1"),
)
# The capitals, and letters that sound alike.
HURUF = ("STPoezvfyq", "stpuijppik")
_HURUF = str.maketrans(*HURUF)


@lru_cache(10_000)
def pokok(kata: str) -> str:
    """Return a lower-case word without its affixes, spelt by sound; it need not be a real word."""
    for pola, ganti in ATURAN:
        kata = re.sub(pola, ganti, kata)
    return kata.translate(_HURUF)
