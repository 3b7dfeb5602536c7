"""Reads the rules of a style sheet, and names what a browser of 2020 would not follow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Chrome 80, the last one for many Android phones. Sources: caniuse.com, MDN's tables of browsers.
# Anything lost here costs nothing but beauty, so it needs no plain rule before it.
HIASAN = {
    "accent-color",
    "container-type",
    "content-visibility",
    "print-color-adjust",
    "text-decoration-thickness",
    "text-size-adjust",
    "text-underline-offset",
    "text-wrap",
}
# Properties that Chrome 80 does not know; sides are named left, right, top and bottom instead.
SIFAT_BARU = re.compile(
    r"(margin|padding)-(inline|block)|border-(inline|block)(-(width|style|color))?|inset(-.*)?"
    r"|aspect-ratio|appearance|translate|rotate|scale|container(-.*)?|.*-trim|field-sizing"
    r"|animation-timeline|content-visibility|accent-color|print-color-adjust|text-size-adjust"
    r"|text-decoration-thickness|text-underline-offset|text-wrap|overflow-clip-margin"
)
NILAI_BARU = re.compile(
    r"\brevert|color-mix|light-dark|oklch|oklab|\blab\(|\blch\(|\bd[v]|\d[dsl]v[hwib]\b|cq[wihb]"
    r"|round\(|\bsin\(|float: inline-|\bfrom var\(|overflow: clip|subgrid|image-set|\banchor\("
    r"|text-decoration: \w+ .*\d|^content: .* / |\bcap\b|\brlh\b|\blh\b"
)
PEMILIH_BARU = re.compile(
    r":is\(|:where\(|:has\(|:not\([^)]*[,\s]|:focus-visible|:user-(in)?valid|:modal|:popover"
    r"|::file-selector-button|::details-content|::marker|::backdrop|:open\b|&"
)
ATURAN = ("@media", "@supports", "@page", "@font-face", "@keyframes", "@container")
GUGUR = "@supports not (appearance: none)"  # true where flexible boxes know no gap: Chrome 84


@dataclass(frozen=True)
class Aturan:
    """One rule: its selectors, its declarations in order, and the at-rules around it."""

    pemilih: tuple[str, ...]
    isi: tuple[str, ...]
    di_dalam: tuple[str, ...]

    @property
    def dijaga(self) -> bool:
        """True when browsers that lack what the rule needs skip the rule as a whole."""
        return any(
            luar.startswith("@container") or (luar.startswith("@supports") and luar != GUGUR)
            for luar in self.di_dalam
        )


def aturan(css: str, di_dalam: tuple[str, ...] = ()) -> Iterator[Aturan]:
    """Yield the rules of a sheet without comments; at-rules are opened."""
    sisa = css
    while "{" in sisa:
        kepala, _, sisa = sisa.partition("{")
        kepala, isi = " ".join(kepala.split()), ""
        dalam = 1
        for i, huruf in enumerate(sisa):
            dalam += (huruf == "{") - (huruf == "}")
            if not dalam:
                isi, sisa = sisa[:i], sisa[i + 1 :]
                break
        if kepala.startswith("@") and not kepala.startswith(("@page", "@font-face")):
            yield from aturan(isi, (*di_dalam, kepala))
        else:
            yield Aturan(pisah(kepala), pernyataan(isi), di_dalam)


def pisah(pemilih: str) -> tuple[str, ...]:
    """Return the selectors of a list; commas in brackets separate nothing."""
    return tuple(satu.strip() for satu in re.split(r",(?![^(]*\))", pemilih))


def pernyataan(isi: str) -> tuple[str, ...]:
    """Return the declarations of a rule: `property: value`."""
    semua = (re.sub(r"\s+", " ", satu.strip()) for satu in isi.split(";"))
    return tuple(satu for satu in semua if satu)


def terlalu_baru(css: str) -> list[str]:
    """Return what Chrome 80 would throw away with something that is needed."""
    semua = list(aturan(css))
    return [salah for satu in semua for salah in _salah(satu)] + _tanpa_jarak(semua)


def _salah(satu: Aturan) -> Iterator[str]:
    kepala = ", ".join(satu.pemilih)
    yield from (f"{luar}: tidak dikenal" for luar in satu.di_dalam if not luar.startswith(ATURAN))
    if satu.dijaga:
        return
    if len(satu.pemilih) > 1 and (baru := PEMILIH_BARU.search(kepala)):
        yield f"{kepala}: {baru[0]} membuang seluruh daftar pemilih"
    if len(satu.pemilih) == 1 and re.search(r":is\(|:where\(|:not\([^)]*[,\s]|&", kepala):
        yield f"{kepala}: pemilih baru"
    for urutan, nyata in enumerate(satu.isi):
        if _baru(nyata) and not _didahului(satu.isi[:urutan], nyata):
            yield f"{kepala}: {nyata}"


def _baru(nyata: str) -> bool:
    sifat = nyata.partition(":")[0]
    sifat_baru = SIFAT_BARU.fullmatch(sifat) and sifat not in HIASAN
    return bool(sifat_baru or NILAI_BARU.search(nyata) or "{" in nyata)  # "{": a rule in a rule


def _didahului(sebelum: tuple[str, ...], nyata: str) -> bool:
    """True when a plain declaration of the same property stands before it."""
    sifat = nyata.partition(":")[0]
    sama = [satu for satu in sebelum if satu.partition(":")[0] in (sifat, f"-webkit-{sifat}")]
    return any(not NILAI_BARU.search(satu) for satu in sama)


def _tanpa_jarak(semua: list[Aturan]) -> list[str]:
    """Return flexible boxes whose gap has no margins for browsers that know none."""
    lentur = _lentur(semua)
    berjarak = {p for a in semua for p in a.pemilih if any(_berjarak(n) for n in a.isi)}
    pengganti = {
        re.sub(r"( > [*a-z]+|::before)$", "", p)
        for a in semua
        if a.di_dalam == (GUGUR,)
        for p in a.pemilih
    }
    return [f"{p}: gap tanpa pengganti" for p in sorted((lentur & berjarak) - pengganti)]


def _lentur(semua: list[Aturan]) -> set[str]:
    """Return the selectors of flexible boxes."""
    sikap = ("display: flex", "display: inline-flex")
    return {p for a in semua if set(a.isi) & set(sikap) for p in a.pemilih}


def _berjarak(nyata: str) -> bool:
    return bool(re.match(r"(column-|row-)?gap:", nyata))


def seperti_krom80(css: str) -> str:
    """Return a sheet as Chrome 80 understands it: what it does not know is gone."""
    semua = list(aturan(css))
    lentur = _lentur(semua)
    return "\n".join(_tulis(satu, lentur) for satu in semua if _dipahami(satu))


def _dipahami(satu: Aturan) -> bool:
    kepala = ", ".join(satu.pemilih)
    luar = all(a == GUGUR or not a.startswith(("@container", "@supports")) for a in satu.di_dalam)
    return luar and not PEMILIH_BARU.search(kepala)


def _tulis(satu: Aturan, lentur: set[str]) -> str:
    tanpa_jarak = bool(lentur & set(satu.pemilih))
    isi = [
        nyata
        for nyata in satu.isi
        if not SIFAT_BARU.fullmatch(nyata.partition(":")[0])
        and not NILAI_BARU.search(nyata)
        and not (tanpa_jarak and _berjarak(nyata))
    ]
    luar = [a for a in satu.di_dalam if a.startswith("@media")]
    badan = f"{', '.join(satu.pemilih)} {{ {'; '.join(isi)} }}"
    return "".join(f"{a} {{ " for a in luar) + badan + " }" * len(luar)
