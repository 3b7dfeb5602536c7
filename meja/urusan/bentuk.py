"""Rows of the table of work: a kind of thing that waits for somebody, and one such thing."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BooleanField,
    DateField,
    DateTimeField,
    F,
    FloatField,
    Func,
    IntegerField,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator

from core.templatetags.bentuk import rentang_tanggal, tanggal
from core.tenggat.hari_kerja import hitung_hari_kerja, libur_sejak
from core.waktu import hari_ini
from warga.models import Pengguna

TANPA_TENGGAT = Value(dt.date.max)
# The due day and its days off, as the expressions of a row may name them.
TENGGAT = "u_tenggat"
SEMINGGU = dt.timedelta(days=7)
JUDUL_TERPANJANG = 120
# Danger first, then the earliest due day; on one day first what this person holds. Danger that came
# while its network sent very much stands behind other danger. Without a due day the oldest is
# first, or the newest (`Urusan.terbaru`).
URUT = ("-u_bahaya", "u_ramai", "u_batas", "-u_milik", "u_urut", "u_nama", "u_kunci")


def _tanpa(oleh: Any) -> Any:
    return None


@dataclass(frozen=True, kw_only=True)
class Urusan:
    """One kind of thing that waits for somebody.

    `nama` is its key. `hal` names one of them ("Draf laporan"), `kata` follows a number ("draf
    laporan menunggu Anda terbitkan"), `ajakan` is the verb on its button. `untuk` says of whom it
    is, without a query; `himpunan` returns the rows of this person.

    The other fields are lookups or expressions over a row: `judul` and `tempat` (the name of its
    kampung), `tenggat` (its due day) with `libur` (the days that do not count, the days off where
    none is named), `sejak` (since when it waits), `rentang` (first and last day that it tells of),
    `bahaya`, `ramai`, `tanda` (a word beside the title); `milik` returns one for this person.
    `alamat` leads from `kunci` to the act of one row, and `daftar` names the address of the whole
    list; `sekampung` keeps a public list to the kampung of this person. Rows without a due day
    stand oldest first, `terbaru` newest first.
    """

    nama: str
    hal: str
    kata: str
    ajakan: str
    untuk: Callable[[Pengguna], bool]
    himpunan: Callable[[Pengguna], QuerySet[Any]]
    judul: Any
    alamat: Callable[[str], str]
    daftar: str
    ekor_daftar: str = ""
    sekampung: bool = False
    kunci: Any = "pk"
    tempat: Any = ""
    tenggat: Any = None
    libur: Any = None
    sejak: Any = None
    rentang: tuple[str, str] | None = None
    bahaya: Any = None
    ramai: Any = None
    tanda: Any = ""
    milik: Callable[[Pengguna], Any] = _tanpa
    terbaru: bool = False

    @property
    def alamat_daftar(self) -> str:
        """Return the address of the list of all of them."""
        return f"{reverse(self.daftar)}{self.ekor_daftar}"

    def daftar_untuk(self, oleh: Pengguna) -> str:
        """Return the address of the list of all of them, as this person has to see it."""
        if not (self.sekampung and oleh.kampung):
            return self.alamat_daftar
        sambung = "&" if "?" in self.ekor_daftar else "?"
        return f"{self.alamat_daftar}{sambung}kampung={oleh.kampung.slug}"

    def baris(self, oleh: Pengguna, banyak: int) -> QuerySet[Any]:
        """Return the first rows of this person, in the columns of `Baris`."""
        kolom = self._kolom(oleh)
        berkolom = self.himpunan(oleh).order_by().annotate(**kolom)
        return berkolom.order_by(*URUT).values_list(*kolom)[:banyak]

    def _kolom(self, oleh: Pengguna) -> dict[str, Any]:
        awal, akhir = self.rentang or (None, None)
        tenggat = _tulis(self.tenggat, DateField())
        sejak = _tulis(self.sejak, DateTimeField())
        hari = libur_sejak(TENGGAT) if self.libur is None else self.libur
        return {
            "u_nama": Value(self.nama, TextField()),
            "u_kunci": _tulis(self.kunci, TextField()),
            "u_judul": _tulis(self.judul, TextField()),
            "u_tempat": _tulis(self.tempat, TextField()),
            "u_tanda": _tulis(self.tanda, TextField()),
            TENGGAT: tenggat,
            "u_libur": _tulis(hari if self.tenggat else None, ArrayField(DateField())),
            "u_sejak": sejak,
            "u_awal": _tulis(awal, DateField()),
            "u_akhir": _tulis(akhir, DateField()),
            "u_bahaya": Coalesce(_tulis(self.bahaya, BooleanField()), Value(False)),
            "u_ramai": Coalesce(_tulis(self.ramai, BooleanField()), Value(False)),
            "u_milik": Coalesce(_tulis(self.milik(oleh), IntegerField()), Value(0)),
            "u_batas": Coalesce(TENGGAT, TANPA_TENGGAT),
            "u_urut": _Saat("u_sejak", tanda="-" if self.terbaru else ""),
        }


class _Saat(Func):
    """The seconds of a moment, to sort by; with a minus as `tanda` the newest is first."""

    template = "%(tanda)sEXTRACT(EPOCH FROM %(expressions)s)"
    output_field = FloatField()


def _tulis(nilai: Any, jenis: Any) -> Any:
    """Return a lookup or an expression as one of this type, so that all kinds fit together."""
    if isinstance(nilai, str) and nilai:
        nilai = F(nilai)
    return Cast(nilai if hasattr(nilai, "resolve_expression") else Value(nilai), jenis)


@dataclass(frozen=True)
class Baris:
    """One thing that waits, as a desk shows it."""

    urusan: Urusan
    kunci: str
    judul_penuh: str
    tempat: str
    tanda: str
    tenggat: dt.date | None
    libur: tuple[dt.date, ...]
    sejak: dt.date | None
    awal: dt.date | None
    akhir: dt.date | None
    bahaya: bool
    ramai: bool
    milik: bool

    @property
    def alamat(self) -> str:
        """Return the address of its act."""
        return self.urusan.alamat(self.kunci)

    @property
    def judul(self) -> str:
        return Truncator(self.judul_penuh).chars(JUDUL_TERPANJANG)

    @property
    def kata_waktu(self) -> str:
        """Return the days that it tells of, "September 2026"; "" where it tells of none."""
        return rentang_tanggal(self.awal, self.akhir) if self.awal else ""

    @property
    def terlambat(self) -> bool:
        return self.tenggat is not None and self.tenggat < hari_ini()

    @property
    def kata_tenggat(self) -> str:
        """Return by when it is due, or how late it is, or since when it waits."""
        hari = hari_ini()
        if self.tenggat is None:
            return f"sejak {tanggal(self.sejak)}" if self.sejak else ""
        if self.tenggat < hari:
            lewat = hitung_hari_kerja(self.tenggat, hari, self.libur)
            return f"Terlambat {lewat} hari kerja" if lewat else "Terlambat"
        if self.tenggat == hari:
            return "hari ini"
        pola = "l j M" if self.tenggat - hari <= SEMINGGU else "j M Y"
        return f"sampai {date_format(self.tenggat, pola)}"


def jadi_baris(kolom: tuple[Any, ...], urusan: Mapping[str, Urusan]) -> Baris:
    """Return a row of `Urusan.baris` as it came from the database."""
    nama, kunci, judul, tempat, tanda, tenggat, libur, sejak, awal, akhir, *lain = kolom
    bahaya, ramai, milik, _, _ = lain
    return Baris(
        urusan=urusan[nama],
        kunci=kunci,
        judul_penuh=judul or "",
        tempat=tempat or "",
        tanda=tanda or "",
        tenggat=tenggat,
        libur=tuple(libur or ()),
        sejak=timezone.localdate(sejak) if sejak else None,
        awal=awal,
        akhir=akhir,
        bahaya=bahaya,
        ramai=ramai,
        milik=bool(milik),
    )
