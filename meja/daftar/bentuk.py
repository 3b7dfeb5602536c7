"""The declaration of a list of a desk: its rows, its columns, its orders and its filter.

A new list is one `Daftar` in `meja.daftar.semua`, an address, and a view of two lines
(docs/menambah.md).
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from core.templatetags.bentuk import angka, tanggal
from meja.filters import DaftarFilter
from warga.models import Pengguna

Nilai = str | int | Decimal | dt.date | None


@dataclass(frozen=True)
class Kolom:
    """A column: its words, its value, and the orders of its head (upwards, downwards). `di` is the
    column in whose cell the table writes it, so that a screen holds the table; a file has a column
    for each. `sebut` stands before it there, where it does not speak for itself."""

    label: str
    nilai: Callable[[Any], Nilai]
    urut: tuple[str, ...] = ()
    kanan: bool = False
    di: str = ""
    sebut: str = ""

    def tampil(self, baris: Any) -> str:
        """Return the value as people read it; "" for none."""
        nilai = polos(self.nilai(baris))
        if nilai is None:
            return ""
        if isinstance(nilai, dt.date):
            return str(tanggal(nilai))
        return nilai if isinstance(nilai, str) else angka(nilai)

    def ekspor(self, baris: Any) -> str | int | Decimal | None:
        """Return the value for a file: a day as 2026-11-30, which every program sorts."""
        nilai = polos(self.nilai(baris))
        return nilai.isoformat() if isinstance(nilai, dt.date) else nilai


def polos(nilai: Any) -> Nilai:
    """Return a moment as its day here, and everything else as it is."""
    return timezone.localdate(nilai) if isinstance(nilai, dt.datetime) else nilai


@dataclass(frozen=True)
class Massal:
    """An act for several rows: the right to it, its words, its address, the field of a row that
    names it, and how many it takes at once."""

    izin: str
    kata: str
    alamat: str
    kunci: str
    terbanyak: int


@dataclass(frozen=True)
class Daftar:
    """A list. `nama` is its key in addresses and in kept filters, `alamat` the name of its page,
    `tautan` the address of a row. The first column is its title. `kartu` is the template of one
    row, as `satu`, with its `alamat`. `izin` is the right to it. `rahasia`: its rows say more than
    everybody may read, so that whoever takes a copy is written into the log. `jangkar` names a row
    in addresses (`…#name`), as a card and in the table; `tombol` is the template of its act."""

    nama: str
    judul: str
    alamat: str
    baris: Callable[[Pengguna], QuerySet[Any]]
    saringan: type[DaftarFilter]
    kolom: tuple[Kolom, ...]
    tautan: Callable[[Any], str]
    kartu: str
    kosong: tuple[str, str]
    izin: str = "warga.buka_meja"
    rahasia: bool = False
    massal: Massal | None = None
    jangkar: Callable[[Any], str] | None = None
    tombol: str = ""

    @property
    def kolom_tabel(self) -> tuple[Kolom, ...]:
        """Return the columns of the table: those that stand in no other."""
        return tuple(satu for satu in self.kolom if not satu.di)

    @property
    def url(self) -> str:
        """Return the address of its page."""
        return reverse(self.alamat)

    def saring(self, data: Any, oleh: Pengguna) -> DaftarFilter:
        """Return the rows of this person, filtered by `data` (the query of an address). Raises
        PermissionDenied for people without the right to the list."""
        if not rules.has_perm(self.izin, oleh):
            raise PermissionDenied
        return self.saringan(data, self.baris(oleh), user=oleh)
