"""Names that speak as an office: refused for residents, and for names of senders that show.

A name is compared by its skeleton (as UTS 39 of Unicode means it): letters that look alike,
invisible signs, doubled letters and blanks make no other name. Whole words count, so that Camattua
and Bayu Admiral keep their names.
"""

import re
import unicodedata
from collections.abc import Iterable

from django.core.exceptions import ValidationError

from warga.enums import Peran
from warga.models import Kampung, Pengguna

PESAN = (
    "Nama ini terbaca sebagai jabatan atau kantor, jadi orang dapat mengira petugas yang menulis. "
    "Tulis nama Anda sendiri. Nama Anda memang begitu? Tulis bersama nama Anda yang lain di "
    "depannya. Akun petugas dibuat admin di kantor kecamatan."
)
# Latin letter: small letters of other scripts, small capitals and digits that pass for it. `l`
# counts as `i`, since 1 and | pass for both.
_SERUPA = {
    "a": "аαɑᴀ4",
    "b": "вьβʙƅ8",
    "c": "сϲᴄ",
    "d": "ԁᴅ",
    "e": "еєεɛᴇ3",
    "g": "ɡɢ9",
    "h": "һнʜ",
    "i": "іιɪıɩӏʟl1",
    "j": "јᴊ",
    "k": "кκᴋ",
    "m": "мμᴍ",
    "n": "пոηνɴ",
    "o": "оοσօᴏ0",
    "p": "рρᴘ",
    "r": "гʀ",
    "s": "ѕꜱ5",
    "t": "тτᴛ7",
    "u": "υцսᴜ",
    "v": "ѵᴠ",
    "w": "ωԝшᴡ",
    "x": "хχ",
    "y": "уγүʏ",
    "z": "ᴢ2",
}
_HURUF = {ord(satu): latin for latin, semua in _SERUPA.items() for satu in semua}
_TANDA = {ord("@"): "a", ord("!"): "i", ord("|"): "i", ord("$"): "s"}
_BERTANDA = _HURUF | _TANDA
_KOSONG = "\u115f\u1160\u3164\uffa0"  # letters without a shape
_TAK_TAMPAK = ("Mn", "Me", "Cf")
_GANDA = re.compile(r"(.)\1+")
_SATU_SATU = re.compile(r"\b(?:\w ){1,}\w\b")
_BALIK = re.compile("[\u202d\u202e]")


def _kerangka(nama: str, huruf: dict[int, str] = _HURUF) -> list[str]:
    """Return the words of a name as a reader sees them: letters that look alike are one."""
    urai = unicodedata.normalize("NFKD", nama.translate(dict.fromkeys(map(ord, _KOSONG))))
    urai = unicodedata.normalize("NFKD", urai.casefold()).translate(huruf)
    tampak = "".join(s for s in urai if unicodedata.category(s) not in _TAK_TAMPAK)
    padat = _GANDA.sub(r"\1", tampak.replace("rn", "m").replace("vv", "w"))
    kata = " ".join(re.findall(r"[^\W_]+", padat))
    return _SATU_SATU.sub(lambda cocok: cocok[0].replace(" ", ""), kata).split()


def _padat(kata: list[str]) -> str:
    return _GANDA.sub(r"\1", "".join(kata))


def _lipat(kata: str) -> list[str]:
    """Return each of these words as it stands in a skeleton."""
    return [_padat(_kerangka(satu)) for satu in kata.split()]


# Refused wherever they stand as a word of their own.
KERAS = frozenset(
    _lipat(
        "admin administrator moderator camat sekcam kecamatan petugas kakam kades sekdes pemda "
        "pemkab pemdes pemerintah bupati wabup gubernur inspektorat kapolsek polsek danramil "
        "koramil babinsa bhabinkamtibmas satpol"
    )
)
# Refused as the first word, behind words of address: people may be called so besides.
LUNAK = frozenset(
    _lipat("lurah kepala sekretaris kadus operator staf aparat perangkat polisi verifikator")
)
SAPAAN = frozenset(_lipat("pak bapak bpk bp bu ibu mas mbak kak sdr sdri yth plt pj pjs"))
# Refused wherever they stand, with blanks or without.
FRASA = _lipat(
    "kepalakampung kepaladesa kepaladusun kepalaseksi sekretariskampung sekretarisdesa kasipmk "
    "kasikesra kasipemerintahan kasipelayanan kasikesejahteraan kaurkeuangan kaurumum "
    "kaurperencanaan petugaskecamatan stafkecamatan aparatkampung aparatdesa aparatkecamatan "
    "perangkatkampung perangkatdesa operatorkampung bpkkampung bpkdesa ketuabpk anggotabpk "
    "ketuabpd badanpermusyawaratan timpelaksanakegiatan adminportal portalbangunrejo kantorcamat"
)
BPK = "bpk"  # it also means "Bapak": refused alone, and before the name of a place


def berlagak_kantor(nama: str, tempat: frozenset[str] | None = None) -> bool:
    """Return whether a name reads as that of an office or an official. `tempat` spares many names
    the same query."""
    tempat = _tempat() if tempat is None else tempat
    dibaca = [nama, *([nama[::-1]] if _BALIK.search(nama) else [])]
    return any(
        _berlagak(_kerangka(satu, huruf), tempat)
        for satu in dibaca
        for huruf in (_HURUF, _BERTANDA)
    )


def _berlagak(kata: list[str], tempat: frozenset[str]) -> bool:
    padat = _padat(kata)
    inti = [k for i, k in enumerate(kata) if any(lain not in SAPAAN for lain in kata[: i + 1])]
    return (
        not KERAS.isdisjoint(kata)
        or bool(inti and inti[0] in LUNAK)
        or any(frasa in padat for frasa in FRASA)
        or _bersama_tempat(padat, KERAS | LUNAK | {BPK}, tempat | {""})
    )


def _bersama_tempat(padat: str, awalan: Iterable[str], tempat: frozenset[str]) -> bool:
    """Return whether it is one of these words and a place, written in one."""
    return any(padat.startswith(satu) and padat[len(satu) :] in tempat for satu in awalan)


def _tempat() -> frozenset[str]:
    nama = Kampung.objects.values_list("nama", flat=True)
    return frozenset(_padat(_kerangka(n)) for n in (*nama, "Bangunrejo", "Lampung Tengah"))


def bernama_kantor() -> list[int]:
    """Return the keys of residents' accounts with such a name: they may be older than this rule."""
    warga = Pengguna.objects.filter(peran=Peran.WARGA, dikosongkan_pada__isnull=True)
    tempat = _tempat()
    semua = warga.order_by().values_list("pk", "nama").iterator()
    return [pk for pk, nama in semua if berlagak_kantor(nama, tempat)]


def periksa_nama(nama: str) -> None:
    """Raise ValidationError when a resident cannot carry this name."""
    if berlagak_kantor(nama):
        raise ValidationError(PESAN, code="nama_kantor")
