"""Codes and sums as Siskeudes writes them, in the words of the portal."""

import re
from decimal import Decimal

from anggaran.enums import Kelompok
from core.berkas.tabel_masuk import Nilai
from core.formulir.isian import baca_angka
from proyek.enums import SumberDana

TERBESAR = 10**12
_AWAL = re.compile(r"\s*(\d[\d.\-]*)")
_KURUNG = re.compile(r"\((.+)\)")
SUMBER_REKENING: tuple[tuple[str, SumberDana], ...] = (
    ("4.2.1", SumberDana.DD),
    ("4.2.2", SumberDana.PBH),
    ("4.2.3", SumberDana.ADD),
    ("4.2.4", SumberDana.BKP),
    ("4.2.5", SumberDana.BKK),
    ("4.1", SumberDana.PAD),
    ("4.3", SumberDana.LAIN),
)
# The short codes of Siskeudes; the rest are those of the portal, or its words.
SUMBER_PENDEK = {
    "dds": SumberDana.DD,
    "pbp": SumberDana.BKP,
    "pbk": SumberDana.BKK,
    "swd": SumberDana.SWADAYA,
    "pdl": SumberDana.LAIN,
    "dll": SumberDana.LAIN,
    "dana kampung": SumberDana.DD,
    "alokasi dana kampung": SumberDana.ADD,
}
SEMUA_SUMBER = (
    {satu.value: satu for satu in SumberDana}
    | {str(satu.label).lower(): satu for satu in SumberDana}
    | SUMBER_PENDEK
)
AKUN = {"4": Kelompok.PENDAPATAN, "5": Kelompok.BELANJA}


def kode_kegiatan(kata: str, desa: str = "") -> str:
    """Return the code of a kegiatan ("2.3.10") out of "99.2099.02.03.10."; that of a bidang alone
    ("2") out of "00.0000.02 BIDANG …"; "" for none."""
    cocok = _AWAL.match(kata)
    polos = cocok[1].removeprefix(desa).strip(".") if cocok else ""
    bagian = [satu for satu in polos.split(".") if satu]
    if len(bagian) == 3 and bagian[:2] == ["00", "0000"]:
        return str(int(bagian[2]))
    if len(bagian) < 3 or not all(satu.isdigit() for satu in bagian[-3:]):
        return ""
    bidang, sub, kegiatan = bagian[-3:]
    if not int(bidang):
        return ""
    return f"{int(bidang)}.{int(sub)}.{int(kegiatan):02}"


def kode_rekening(kata: str) -> str:
    """Return the code of an account with dots ("4.2.1"), out of "4.2.1. Dana Desa" or "421-01"."""
    cocok = _AWAL.match(kata)
    if cocok is None:
        return ""
    polos = cocok[1].strip(".-")
    if opendk := re.fullmatch(r"(\d)(\d)(\d)-(\d+)", polos):
        return ".".join(opendk.groups())
    return polos


def kelompok_dari(rekening: str) -> str:
    """Return the group of rows that an account is of; "" for none."""
    if rekening.startswith("6"):
        return Kelompok.PENGELUARAN if rekening.startswith("6.2") else Kelompok.PENERIMAAN
    return AKUN.get(rekening[:1], "")


def sumber_rekening(rekening: str) -> str:
    """Return the source that an account of income is; "" for one that says none."""
    cocok = (s for awal, s in SUMBER_REKENING if f"{rekening}.".startswith(f"{awal}."))
    return next(cocok, "")


def sumber_dari(kata: str) -> str:
    """Return the source of a word ("DDS", "Dana Desa"); "" for one that we do not know."""
    return SEMUA_SUMBER.get(kata.strip().lower(), "")


def uang(nilai: Nilai) -> int | None:
    """Return whole rupiah, from a number or as people and Siskeudes write them; None for an empty
    cell. Raises ValueError for what is no sum, or has sen."""
    if nilai is None or nilai in ("-", "–"):
        return None
    angka = Decimal(nilai) if isinstance(nilai, int | Decimal) else _baca(str(nilai))
    if angka is None or isinstance(nilai, bool) or angka != int(angka) or abs(angka) > TERBESAR:
        raise ValueError(str(nilai)[:40])
    return int(angka)


def _baca(kata: str) -> Decimal | None:
    kata = re.sub(r"(?i)^rp\.?\s*", "", kata.strip())
    if kurung := _KURUNG.fullmatch(kata):
        nilai = baca_angka(kurung[1])
        return None if nilai is None else -nilai
    return baca_angka(kata)
