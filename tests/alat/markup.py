"""Errors that a checker of HTML names and a parser lets pass."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

SVG = "{http://www.w3.org/2000/svg}"
ALAMAT = ("action", "href", "poster", "src")
TUNJUK = ("aria-controls", "aria-describedby", "aria-labelledby", "for", "list")


def salah_atribut(pohon: Any) -> list[str]:
    """Return in words each attribute of a parsed page that breaks the HTML standard: an `id` that
    stands twice, a reference to none, an attribute of htmx without `data-`, `hidden` inside a
    drawing, a blank in an address."""
    unsur = [u for u in pohon.iter() if isinstance(u.tag, str)]
    nama = Counter(u.get("id") for u in unsur if u.get("id"))
    salah = [f"id {satu} {kali}×" for satu, kali in nama.items() if kali > 1]
    return salah + [kata for u in unsur for kata in _salah_satu(u, nama)]


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
