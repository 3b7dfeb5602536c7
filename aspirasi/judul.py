"""The title of a kiriman: the first sentence of its text that says something.

People begin a letter with a greeting and the person whom they write to, shorten words with a stop,
and number what they say. None of that ends a sentence or makes a title.
"""

import re

from core.formulir.fields import TANPA_JUDUL

PANJANG_JUDUL = 90
KATA_TERSEDIKIT = 3
DIBACA = 1000  # letters that are looked at; a greeting is never as long

# Words that are shortened with a stop. Those of the second list may also end a sentence.
_DISINGKAT = """
    jl jln gg kp ds dsn dk dkh lk kec kab kel prov rt rw no nmr km hm rp tgl tlp telp hp wa fax kpd
    ass yth ytc ykh bpk bp ibu pak bu sdr sdri tn ny nn hj drs dra dr ir prof kh ust ustz alm almh
    jend pt cv ud tbk sd smp sma smk mi mts ma tk pd ss swt saw wr wb sbb yg dg dgn utk bln thn th
    jan feb mar apr jun jul agt agu ags sep sept okt nov des maks kg gr mtr
    spd s.pd s.h s.e m.pd m.si a.n u.p d.a s.d d/a u/p a/n ke tel kom blok
"""
_SINGKATAN = frozenset(_DISINGKAT.split())
_BOLEH_AKHIR = frozenset(("dll", "dsb", "dst", "dkk", "tsb"))
_HENTI = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n+")
_ANGKA = re.compile(r"(?:rp\.?)?\d[\d.,:/-]*", re.IGNORECASE)
_BUTIR_LAGI = re.compile(r"\s\(?\d{1,2}[.)]\s")
_BUTIR = re.compile(r"(?:\(?\d{1,2}[.)]|[-*•–—+>])\s+")

_SALAM = (
    r"(?:w\W{0,2})?ass?\W?alam\w*(?:\W{0,3}(?:mu\W{0,2})?(?:a|')?\W?laik\w*)?"
    r"|ass(?=\W)|asl?mu?l?kum|assl?m\w{0,3}|askum"
)
# A sentence may begin with one of these, which say nothing.
_PEMBUKA = re.compile(
    rf"(?:{_SALAM}|salam\b|selamat\s+(?:pagi|siang|sore|malam|berjumpa)\b|hall?o+\b|hai\b|permisi\b"
    r"|(?:mohon\s+)?maaf\b(?:\s+(?:sebelumnya|mengganggu))?|sugeng\b|tabik\s*pun\b|om\s+swastiastu\b"
    r"|s[hy]+alom\b|namo\s+buddhaya\b|bismillah\w*|dengan\s+hormat\b"
    r"|(?:pagi|siang|sore|malam)(?=\s*,?\s+(?:pak|bu|min|kak|bapak|ibu)\b)"
    r"|(?:pak|bapak|bpk|ibu|bu)\.?\s+(?:camat|kakam|lurah)\s*(?=[,.!:])"
    r"|di\s*[-–]?\s*tempat\s*(?=[,.:]|$)|y\s?t\s?[hc]\b|yang\s+(?:ter)?hormat\b|kpd\b"
    r"|kepada\s+(?:yth|yang|bapak|ibu|pak|bu|camat|kepala|kakam)\b)",
    re.IGNORECASE,
)
_SELA = r"[\s.,:;!/&()~-]*"
_IKUT = re.compile(
    rf"{_SELA}(?:wr|wb|wbr|warr?[ao]hmatull\w*|wabar[ao]kat\w*|sejahtera|sehat|pagi|siang|sore|malam"
    r"|enjing|enjang|sonten|dalu|bagi|untuk|kita|semua\w*|sekalian)\b\.?",
    re.IGNORECASE,
)
_ORANG = (
    r"(?:bapak|bpk|ibu|pak|bu|sdr|saudara|yth|yang|terhormat|kami|hormati|kepada|camat|kakam|kepala"
    r"|sekcam|lurah|kampung|kecamatan|bangunrejo|admin|min|petugas|staf|jajaran\w*|dan|beserta|di"
    r"|tempat|mas|mbak|kak)\b\.?"
)
# After a greeting the person is greeted, too, if a stop or a comma follows: otherwise "Pak Camat
# tidak di kantor" would lose its subject. After "Yth." they are named in any case.
_DISAPA = re.compile(rf"{_SELA}(?:{_ORANG}[\s/&]*)+(?=[,.!:;]|$)", re.IGNORECASE)
_DISURATI = re.compile(rf"(?:{_SELA}{_ORANG})+", re.IGNORECASE)
_ALAMAT = re.compile(r"(?:kepada|kpd|y\s?t\s?[hc]\b|yang\s+(?:ter)?hormat)", re.IGNORECASE)
_NAMA = re.compile(
    r"(?:(?:H|Hj|Drs?|Ir|dr)\.\s*)*(?:[A-Z][\w'’]*\s+){0,3}[A-Z][\w'’]*,\s*"
    r"(?:(?:[SM]|Drs?|A)\.\s?[A-Z]\w*\.?,?\s*)*"
)
_NAMA_SAJA = re.compile(r"[\s,]*(?:[A-Z][\w.'’]*[\s,]*){1,5}[.:]?")
_LABEL = re.compile(
    r"(?:perihal|hal|judul|lapor(?:an)?|pengaduan|subje[ck]t?)\s*:\s*", re.IGNORECASE
)
# A sentence that only announces the next one.
_PENGANTAR = re.compile(
    r"(?:maaf\W+)?(?:saya|kami|aku)?\s*(?:mau|ingin|hendak|mohon|[ia]?zin|ijin)\s*(?:izin|ijin)?\s*"
    r"(?:lapor|melapor\w*|laporan|tanya|bertanya|usul|mengusulkan|menyampaikan|sampaikan)"
    r"(?:\s+(?:aspirasi|keluhan|usulan|laporan|sesuatu|begini|sedikit|pak|bu|bahwa))*\s*[.:,!]*",
    re.IGNORECASE,
)


def judul_dari(isi: str) -> str:
    """Return the first sentence that says something, cut at a word if longer than 90 letters.

    One of fewer than three words takes the next along. A text of nothing but a greeting is its own
    title. Invisible signs (that turn the direction of writing, for example) are left out.
    """
    semua = _kalimat(_terbaca(isi.strip()[:DIBACA]))
    berisi = [k for satu in semua if (k := _tanpa_pembuka(satu))]
    judul = _cukup(_tanpa_nomor(berisi) or semua)
    return _dipotong(judul) or TANPA_JUDUL


def judul_berikut(lama: str, isi_lama: str, isi: str, diketik: str = "") -> str:
    """Return the title of a text that an official edits.

    `diketik` is the title in the form: one that was changed there stands. Otherwise a title that
    was made of words of the old text, which the new one does not hold any more, is made anew.
    """
    if diketik and diketik != lama:
        return diketik
    kata = lama.removesuffix("…").strip()
    hilang = _rata(kata) in _rata(isi_lama) and _rata(kata) not in _rata(isi)
    return judul_dari(isi) if hilang else lama


def _rata(teks: str) -> str:
    """Return the bare words, to compare a title with the text that it was cut from."""
    return " ".join(re.findall(r"\w+", teks.casefold()))


def _terbaca(isi: str) -> str:
    return "".join(h if h.isprintable() or h == "\n" else " " for h in isi.replace("\r", "\n"))


def _kalimat(isi: str) -> list[str]:
    """Return the sentences, each with its stop."""
    hasil, awal = [], 0
    for henti in _HENTI.finditer(isi):
        if _mengakhiri(isi[awal : henti.start()], henti[0], isi[henti.end() :].lstrip()):
            hasil.append(isi[awal : henti.end()])
            awal = henti.end()
    return [rapi for satu in (*hasil, isi[awal:]) if (rapi := " ".join(satu.split()))]


def _mengakhiri(kalimat: str, henti: str, lanjutan: str) -> bool:
    """Return whether this stop ends the sentence before it."""
    kata = kalimat.split()[-1:]
    if henti != "." or not kata:
        return True
    akhir = kata[0].lstrip("(\"'“‘").casefold()
    if akhir in _BOLEH_AKHIR:
        return lanjutan[:1].isupper()
    inisial = len(akhir) == 1 and akhir.isalpha()
    return not (inisial or akhir in _SINGKATAN or _ANGKA.fullmatch(akhir))


def _tanpa_pembuka(kalimat: str) -> str:
    """Return a sentence without its greeting and its label; "" when nothing else is there."""
    isi = kalimat
    while cocok := _PEMBUKA.match(isi):
        isi = _sesudah(isi, cocok)
    isi = _LABEL.sub("", isi, count=1) if _LABEL.match(isi) else isi
    return "" if _PENGANTAR.fullmatch(isi) or not _banyak_kata(isi) else _berawal_besar(isi)


def _sesudah(isi: str, pembuka: re.Match[str]) -> str:
    """Return what follows a greeting, or an address with the name of its person."""
    beralamat = _ALAMAT.match(isi)
    ekor = pembuka.end()
    while ikut := _IKUT.match(isi, ekor):
        ekor = ikut.end()
    if orang := (_DISURATI if beralamat else _DISAPA).match(isi, ekor):
        ekor = orang.end()
    sisa = isi[ekor:].lstrip(" .,:;!/&()~-…")
    if not beralamat:
        return sisa
    return "" if _NAMA_SAJA.fullmatch(sisa) else _NAMA.sub("", sisa, count=1)


def _tanpa_nomor(kalimat: list[str]) -> list[str]:
    """Return the sentences without the list number of the first, where it stands there alone."""
    if not kalimat:
        return kalimat
    pertama = kalimat[0]
    polos = _BUTIR.sub("", pertama, count=1) if _BUTIR.match(pertama) else pertama
    sambung = _banyak_kata(polos) < KATA_TERSEDIKIT and len(kalimat) > 1
    if sambung or _BUTIR_LAGI.search(polos):
        return kalimat
    return [_berawal_besar(polos), *kalimat[1:]]


def _berawal_besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def _banyak_kata(teks: str) -> int:
    return sum(any(h.isalpha() for h in kata) for kata in teks.split())


def _cukup(kalimat: list[str]) -> str:
    """Return the first sentence, with as many of the next ones as make three words."""
    judul = ""
    for satu in kalimat:
        sambung = "" if not judul or judul[-1] in ".!?…,:;" else "."
        judul = f"{judul}{sambung} {satu}".strip()
        if _banyak_kata(judul) >= KATA_TERSEDIKIT:
            break
    return judul


def _dipotong(judul: str) -> str:
    rapi = judul.rstrip(" .,;:")
    if len(rapi) <= PANJANG_JUDUL:
        return rapi
    return rapi[:PANJANG_JUDUL].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"
