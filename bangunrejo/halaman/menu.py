"""The main menu: at most seven entries, pages or groups of pages.

An entry stands in MENU as soon as its page exists; nothing else has to change.
"""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse


@dataclass(frozen=True)
class Tujuan:
    """A page in the menu: its word, the name of its address, and a part of the page."""

    kata: str
    nama: str
    bagian: str = ""

    @property
    def alamat(self) -> str:
        return f"{_alamat(self.nama)}{'#' if self.bagian else ''}{self.bagian}"


@dataclass(frozen=True)
class Kelompok:
    """A group of pages under one word."""

    kata: str
    isi: tuple[Tujuan, ...]


@dataclass(frozen=True)
class Butir:
    """An entry as a page shows it. `kini` is the value of its aria-current, or ""."""

    kata: str
    alamat: str
    kini: str
    isi: tuple["Butir", ...] = ()


MENU: tuple[Tujuan | Kelompok, ...] = (
    Tujuan("Beranda", "beranda"),
    Kelompok(
        "Pembangunan",
        (
            Tujuan("Kegiatan", "proyek:daftar"),
            # With a group of their own the menu would need a second line at 960 px.
            Tujuan("Rencana kampung", "rencana:papan"),
            Tujuan("Musrenbang kecamatan", "musrenbang:daftar"),
            Tujuan("Uang kampung", "beranda", "uang"),
            Tujuan("Anggaran kampung", "anggaran:daftar"),
            Tujuan("Laporan kemajuan", "laporan:daftar"),
            Tujuan("Keputusan", "keputusan:daftar"),
            Tujuan("Gotong royong dan mitra", "mitra:daftar"),
        ),
    ),
    Kelompok(
        "Suara warga",
        (
            Tujuan("Aspirasi dan jawaban", "aspirasi:daftar"),
            Tujuan("Diskusi warga", "forum:daftar"),
        ),
    ),
    Tujuan("Kabar", "kabar:daftar"),
    Tujuan("Kampung", "kampung:daftar"),
    Kelompok(
        "Cara pakai",
        (
            Tujuan("Panduan", "panduan"),
            Tujuan("Kontak", "tentang", "hubungi"),
            Tujuan("Daftar informasi publik", "kampung:informasi_semua"),
            Tujuan("Riwayat (segel)", "segel"),
            Tujuan("Tentang portal", "tentang"),
        ),
    ),
)
# Pages under the address of an entry that are none of its own.
DI_LUAR = ("kabar:pemberitahuan", "aspirasi:kirim", "aspirasi:lacak")


def susun(jalur: str) -> tuple[Butir, ...]:
    """Return the menu for the page at this path; the entry it belongs to is marked."""
    milik = _milik(jalur)
    return _susun(milik, "page" if milik == jalur else "true")


@cache
def _susun(milik: str, kini: str) -> tuple[Butir, ...]:
    return tuple(_butir(satu, milik, kini) for satu in MENU)


def _butir(satu: Tujuan | Kelompok, milik: str, kini: str) -> Butir:
    if isinstance(satu, Kelompok):
        isi = tuple(_butir(tujuan, milik, kini) for tujuan in satu.isi)
        return Butir(satu.kata, "", "true" if any(b.kini for b in isi) else "", isi)
    return Butir(satu.kata, satu.alamat, kini if satu.alamat == milik else "")


def _milik(jalur: str) -> str:
    """Return the longest address of an entry that this path lies under; "" when there is none."""
    beranda = _alamat("beranda")
    if any(jalur.startswith(_alamat(nama)) for nama in DI_LUAR):
        return ""
    cocok = (a for a in _semua() if jalur == a or (a != beranda and jalur.startswith(a)))
    return max(cocok, key=len, default="")


@cache
def _semua() -> tuple[str, ...]:
    """Return the addresses of all entries that are whole pages."""
    rata = [t for satu in MENU for t in (satu.isi if isinstance(satu, Kelompok) else (satu,))]
    return tuple(t.alamat for t in rata if not t.bagian)


@cache
def _alamat(nama: str) -> str:
    return reverse(nama)
