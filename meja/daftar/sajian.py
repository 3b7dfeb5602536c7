"""One list as somebody asks for it: filtered, ordered, a page of it, as cards or as a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import rules
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import cached_property

from core.cari.halaman import Halaman, halaman
from meja.daftar.bentuk import Daftar, Kolom
from meja.filters import DaftarFilter
from meja.models import SaringanTersimpan
from warga.models import Pengguna
from warga.views.bantu import pengguna_masuk

KUKI, TABEL, KARTU = "tampilan", "tabel", "kartu"
SETAHUN = 365 * 86400
NAIK, TURUN = "ascending", "descending"


@dataclass(frozen=True)
class Kepala:
    """The head of a column: its order now ("ascending", "descending", ""), and the `urut` that
    a press leads to ("" for a column that orders nothing)."""

    kolom: Kolom
    arah: str
    ke: str


@dataclass(frozen=True)
class Sel:
    """A cell of the table; `bawah` are the columns that stand in it."""

    label: str
    isi: str
    kanan: bool
    bawah: tuple[str, ...] = ()


@dataclass(frozen=True)
class Baris:
    """A row of a list: the object, its address, its name in addresses, and its cells."""

    satu: Any
    alamat: str
    jangkar: str
    sel: tuple[Sel, ...] = ()


class Sajian:
    """The page of a list, as its template reads it."""

    def __init__(self, request: HttpRequest, daftar: Daftar, oleh: Pengguna) -> None:
        self.request, self.daftar, self.oleh = request, daftar, oleh
        self.filter: DaftarFilter = daftar.saring(request.GET, oleh)

    @cached_property
    def halaman(self) -> Halaman[Any]:
        """Return the page of rows that is asked for."""
        kunci, ukuran = self.filter.kunci_urut, self.filter.ukuran
        return halaman(self.filter.qs, self.request, kunci=kunci, ukuran=ukuran)

    @cached_property
    def tersimpan(self) -> list[SaringanTersimpan]:
        """Return this person's kept filters of this list."""
        return list(SaringanTersimpan.objects.milik(self.oleh, self.daftar.nama))

    @property
    def bawaan(self) -> SaringanTersimpan | None:
        """Return the one with which this list opens."""
        return next((satu for satu in self.tersimpan if satu.bawaan), None)

    @property
    def dapat_disimpan(self) -> bool:
        """Return whether something is chosen that is not kept yet."""
        kini = self.filter.tersimpan
        return bool(kini) and all(satu.pilihan != kini for satu in self.tersimpan)

    @property
    def tabel(self) -> bool:
        """Return whether the reader wants a table: now, or the last time on this device."""
        diminta = self.request.GET.get("tampil") or self.request.COOKIES.get(KUKI)
        return diminta == TABEL

    @property
    def massal(self) -> bool:
        """Return whether this person may act on several rows."""
        return bool(self.daftar.massal and rules.has_perm(self.daftar.massal.izin, self.oleh))

    @property
    def kepala(self) -> list[Kepala]:
        """Return the heads of the columns."""
        return [self._kepala(satu) for satu in self.daftar.kolom_tabel]

    def _kepala(self, kolom: Kolom) -> Kepala:
        if not kolom.urut:
            return Kepala(kolom, "", "")
        kini = self.filter.nama_urut
        arah = dict(zip(kolom.urut, (NAIK, TURUN), strict=False)).get(kini, "")
        lain = [satu for satu in kolom.urut if satu != kini]
        return Kepala(kolom, arah, (lain or [kini])[0])

    @property
    def kartu(self) -> list[Baris]:
        """Return the rows as cards."""
        return [self._baris(satu) for satu in self.halaman]

    @property
    def baris(self) -> list[Baris]:
        """Return the rows of the table."""
        return [self._baris(satu, self._sel(satu)) for satu in self.halaman]

    def _baris(self, satu: Any, sel: tuple[Sel, ...] = ()) -> Baris:
        jangkar = self.daftar.jangkar(satu) if self.daftar.jangkar else ""
        return Baris(satu, self.daftar.tautan(satu), jangkar, sel)

    def _sel(self, satu: Any) -> tuple[Sel, ...]:
        return tuple(
            Sel(k.label, k.tampil(satu), k.kanan, tuple(self._bawah(k, satu)))
            for k in self.daftar.kolom_tabel
        )

    def _bawah(self, induk: Kolom, satu: Any) -> Iterator[str]:
        for k in self.daftar.kolom:
            if k.di == induk.label and (isi := k.tampil(satu)):
                yield f"{k.sebut} {isi}".strip()


def sajikan(
    request: HttpRequest,
    daftar: Daftar,
    templat: str = "meja/daftar.html",
    tambahan: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Return the page of a list. Without a choice it opens with this person's default filter."""
    sajian = Sajian(request, daftar, pengguna_masuk(request))
    if not request.GET and sajian.bawaan:
        return redirect(f"{daftar.url}?{sajian.bawaan.pilihan}")
    konteks = {"sajian": sajian, "daftar": daftar, "filter": sajian.filter, "ekor": ""}
    konteks |= {"halaman": sajian.halaman, **(tambahan or {})}
    respons = render(request, templat, konteks)
    _ingat(request, respons)
    return respons


def _ingat(request: HttpRequest, respons: HttpResponse) -> None:
    """Keep the choice between cards and table on this device."""
    diminta = request.GET.get("tampil")
    if diminta in (TABEL, KARTU):
        respons.set_cookie(
            KUKI,
            diminta,
            max_age=SETAHUN,
            path="/kerja/",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
