"""Masks for public text: identity numbers, telephone numbers, e-mail addresses.

We use patterns of our own and not the matcher of `phonenumbers`. That one reads only valid numbers
of known operators, takes milliseconds a page, and misses numbers that a resident has broken up with
dots and spaces. A mask rather hides too much than too little. Its tests list what it must leave
alone: money, dates, years, numbers of things, positions. Those with a clear writing of their own
are set aside first (`_TERANG`), so that no mask begins or ends inside them.
"""

import re

NIK = "[nomor 16 angka disamarkan]"
TELEPON = "[nomor telepon disamarkan]"
UTUH = 10  # digits of the shortest mobile number
SUREL = "[alamat e-mail disamarkan]"

_SELA = r"[ \t\u00a0.\-\u2010-\u2014_]"
_NIK = re.compile(rf"(?<!\d)\d(?:{_SELA}{{0,3}}\d){{15}}(?!\d)")
# A number starts here: not inside a word, PRJ-2026-0812, or a position (-5.0812, 105.0812).
_AWAL = r"""
    (?<!\w) (?<![A-Z]{3}-\d{4}-) (?<![-\u2212]\d[.,]) (?<!(?<!\d)1[0-4]\d[.,])
"""
# An opening bracket belongs to the number only if it closes around its first part.
_BUKA = r"(?:\((?=[^()]{1,6}\)))?"
_SELULER = re.compile(
    rf"""
    {_AWAL}
    (?![0-2]\d\.[0-5]\d{_SELA}{{1,3}}[0-2]\d\.[0-5]\d)             # not two times
    (?: (?:(?:\+|00){_SELA}{{0,2}})?{_BUKA}62\)?{_SELA}{{0,2}}(?:\(?0\)?)? | {_BUKA}0 )
    {_SELA}{{0,2}} \(? 8 (?:\)?{_SELA}{{0,3}}\(?\d){{7,11}} (?!\d)
    """,
    re.VERBOSE,
)
# (0725) 123456, 0725-123456, 021 5550123, +62 725 123456. An area code stands together.
_RUMAH = re.compile(
    rf"""
    {_AWAL}
    (?: \+{_SELA}?62{_SELA}{{0,2}}\(?[2-79]\d{{1,2}}\)? | \(0[2-79]\d{{1,2}}\) | 0[2-79]\d{{1,2}} )
    {_SELA}{{0,2}} \d{{3,4}} {_SELA}? \d{{2,4}} (?!{_SELA}?\d)
    """,
    re.VERBOSE,
)
_SUREL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")

# A time of day; "08.12 3456 7890" is none.
_JAM = r"(?!08.\d\d[ ]\d{4}[ .\-]\d)[0-2]\d[.:][0-5]\d(?!\d|\.\d|-\d{3})"
_HARI = r"(?:0?[1-9]|[12]\d|3[01])"
_BULAN = r"(?:0?[1-9]|1[0-2])"
_ANTARA = r"\s{0,2}(?:[-\u2010-\u2014]|s\.?/?d\.?|sampai)\s{0,2}"
_PUKUL = rf"[ \t,]{{1,3}}(?:(?:pukul|pkl\.?|jam)\s{{1,2}})?{_JAM}(?:{_ANTARA}{_JAM})?"
_TERANG = re.compile(
    rf"""
    (?<!\d) (?<!\d[./-]) (?<!\b08\d\d[ ])
    (?: {_HARI}([./-]){_BULAN}\1(?:(?:19|20)\d\d(?!\d|\1\d)(?:{_PUKUL})?|\d\d{_PUKUL})
      | (?:19|20)\d\d([./-]){_BULAN}\2{_HARI}(?!\d|\2\d)(?:T{_JAM}|{_PUKUL})? )
    | \b(?:pukul|pkl\.?|jam)\s{{1,2}}{_JAM}(?:{_ANTARA}{_JAM})?
    | \b(?:RT|RW|KM)[. ]{{0,2}}\d{{1,3}}(?=[.,;]?\s{{1,2}}[a-z]|\.\s|,\s|/)
    | \bRp\.?\s{{0,2}}(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}}(?:[ ]\d{{3}})+|\d{{1,12}})
      (?!{_SELA}?\d)
    | \b[a-z]{{3}}-(?:19|20)\d\d-\d{{4,6}}\b
    | [-\u2010-\u2014\u2212]?\b1?\d[.,]\d{{3,12}}\u00b0?
      \s{{0,2}}[,;/ ]\s{{0,2}}(?:9[4-9]|1[0-4]\d)[.,]\d{{3,12}}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Sixteen digits that are no identity number.
_BUKAN_NIK = tuple(
    re.compile(pola)
    for pola in (
        r"(?:19|20)\d\d(?:\D{1,3}(?:19|20)\d\d){3}",  # four years
        r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d\D{1,3}\d{1,2}\1\d{1,2}\1(?:19|20)\d\d",  # two dates
        r"(?:[0-2]\d\.[0-5]\d\D{1,3}){3}[0-2]\d\.[0-5]\d",  # four times of day
        r"(?:\d{1,3}(?:\.\d{3})+)(?: (?:\d{1,3}(?:\.\d{3})+))*",  # money
        r"-?\d{1,3}\.\d{4,} -?\d{1,3}\.\d{4,}",  # a position
    )
)


def samarkan(teks: str) -> str:
    """Return `teks` with personal numbers and addresses replaced by words that say so."""
    if "@" in teks:
        teks = _SUREL.sub(SUREL, teks)
    hasil: list[str] = []
    akhir = 0
    for terang in _TERANG.finditer(teks):
        hasil += (_angka(teks[akhir : terang.start()]), terang[0])
        akhir = terang.end()
    return "".join((*hasil, _angka(teks[akhir:])))


def _angka(teks: str) -> str:
    teks = _NIK.sub(_nik, teks)
    teks = _SELULER.sub(_seluler, teks)
    return _RUMAH.sub(TELEPON, teks)


def _nik(cocok: re.Match[str]) -> str:
    isi = cocok[0]
    return isi if any(pola.fullmatch(isi) for pola in _BUKAN_NIK) else NIK


def _seluler(cocok: re.Match[str]) -> str:
    """Give back a small number that follows a whole one written without spaces: "0812… 2 kali"."""
    kepala, sela, ekor = cocok[0].rpartition(" ")
    utuh = " " not in kepala and sum(map(str.isdigit, kepala)) >= UTUH
    return f"{TELEPON}{sela}{ekor}" if utuh and len(ekor) <= 2 else TELEPON
