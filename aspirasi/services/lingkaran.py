"""Circles of readers, from the most people to the fewest: the one rule of who may change them.

Officials may only narrow, at the first look and later. Only the sender widens
(docs/keputusan/0027-pembaca.md).
"""

from enum import Enum, auto

from aspirasi.enums import URUTAN_JANGKAUAN, Jangkauan, Tentang
from aspirasi.models import Aspirasi

# Kiriman about officials are for the kecamatan alone; those about its own officers for the fewest.
URUTAN_PEMBACA: tuple[tuple[str, str], ...] = (
    (Jangkauan.PUBLIK, Tentang.TIDAK),
    (Jangkauan.PETUGAS, Tentang.TIDAK),
    (Jangkauan.KECAMATAN, Tentang.TIDAK),
    (Jangkauan.KECAMATAN, Tentang.APARAT_KAMPUNG),
    (Jangkauan.KECAMATAN, Tentang.PETUGAS_KECAMATAN),
)


class Perubahan(Enum):
    """The effect of a change on the circle of readers."""

    TETAP = auto()
    MENYEMPIT = auto()
    MELUAS = auto()


def lingkaran(jangkauan: str, tentang: str) -> tuple[str, str]:
    """Return the circle that the two mean together, one of `URUTAN_PEMBACA`."""
    tertutup = tentang != Tentang.TIDAK
    return (Jangkauan.KECAMATAN if tertutup else jangkauan), tentang


def perubahan_pembaca(aspirasi: Aspirasi, jangkauan: str, tentang: str) -> Perubahan:
    """Return whether the readers stay, become fewer or become more by this change."""
    lama = URUTAN_PEMBACA.index((aspirasi.jangkauan, aspirasi.tentang))
    baru = URUTAN_PEMBACA.index(lingkaran(jangkauan, tentang))
    if baru == lama:
        return Perubahan.TETAP
    return Perubahan.MENYEMPIT if baru > lama else Perubahan.MELUAS


def yang_berubah(aspirasi: Aspirasi, jangkauan: str, tentang: str) -> list[str]:
    """Return the names of what differs, for the trail: "jangkauan", "tentang", both or neither."""
    pasangan = zip(("jangkauan", "tentang"), lingkaran(jangkauan, tentang), strict=True)
    return [nama for nama, baru in pasangan if getattr(aspirasi, nama) != baru]


def jangkauan_boleh(aspirasi: Aspirasi) -> list[Jangkauan]:
    """Return the jangkauan that an official may choose: the present one, and narrower ones."""
    return list(URUTAN_JANGKAUAN[URUTAN_JANGKAUAN.index(Jangkauan(aspirasi.jangkauan)) :])


def tentang_boleh(aspirasi: Aspirasi) -> list[Tentang]:
    """Return what an official may say it is about, without opening it to more people."""
    semua = (Tentang(tentang) for tentang in Tentang.values)
    tertutup = ((t, perubahan_pembaca(aspirasi, Jangkauan.KECAMATAN, t)) for t in semua)
    return [t for t, perubahan in tertutup if perubahan is not Perubahan.MELUAS]
