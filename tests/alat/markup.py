"""Errors that a checker of HTML names and a parser lets pass."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

SVG = "{http://www.w3.org/2000/svg}"
ALAMAT = ("action", "href", "poster", "src")
HTML5 = "{http://www.w3.org/1999/xhtml}"
KALIMAT = [HTML5 + nama for nama in ("p", "dd", "dt", "td", "th", "h1", "h2", "h3")]
# A sign that ends something, after a blank: "Rp 80.500.000 ." Names of files (".docx") are none.
TERLEPAS = re.compile(r"\S\s+[.,;:](?:\s|$)")
TUNJUK = ("aria-controls", "aria-describedby", "aria-labelledby", "for", "list")


def salah_atribut(pohon: Any) -> list[str]:
    """Return in words whatever breaks the HTML standard in the attributes of a parsed page: an `id`
    that stands twice, a reference to none, an attribute of htmx without `data-`, `hidden` inside a
    drawing, a blank in an address. A blank before the sign that ends a sentence breaks the
    orthography, and is named, too."""
    unsur = [u for u in pohon.iter() if isinstance(u.tag, str)]
    nama = Counter(u.get("id") for u in unsur if u.get("id"))
    salah = [f"id {satu} {kali}×" for satu, kali in nama.items() if kali > 1]
    salah += [kata for u in unsur for kata in _salah_satu(u, nama)]
    return salah + [kata for u in unsur if u.tag in KALIMAT for kata in _terlepas(u)]


def _terlepas(unsur: Any) -> Iterator[str]:
    """Return what stands before a sign of a sentence that a blank parts from its word."""
    kata = "".join(unsur.itertext())
    for cocok in TERLEPAS.finditer(kata):
        yield f"spasi sebelum tanda baca: {kata[max(0, cocok.start() - 30) : cocok.end()]!r}"


def _salah_satu(unsur: Any, nama: Counter[str]) -> Iterator[str]:
    for atribut, nilai in unsur.attrib.items():
        if atribut.startswith("hx-"):
            yield f"{atribut} tanpa data-"
        elif atribut == "hidden" and unsur.tag.startswith(SVG):
            yield "hidden di dalam svg"
        elif atribut in ALAMAT and re.search(r"\s", nilai.strip()):
            yield f"spasi di dalam {atribut}"
        elif atribut in TUNJUK:
            yield from (f"{atribut} ke {satu}" for satu in nilai.split() if satu not in nama)
