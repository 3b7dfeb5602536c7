"""The table as it is shown: rows of kampung in the order of their names, with sums."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from core.templatetags.bentuk import TAK_DIKETAHUI, rupiah_pendek
from core.templatetags.bentuk import angka as tulis
from core.waktu import sekarang
from meja.kecamatan.angka import Angka, baca, jumlahkan
from meja.kecamatan.banding import Lalu, Ubah, juta, lalu, ubah
from meja.kecamatan.kolom import Kolom, kolom
from meja.models import RingkasanKampung
from warga.models import Kampung

# The figures that a folded row of a phone names, where they are not nought.
PENTING = ("terlambat", "belum_dijawab", "belum_lapor", "dihentikan")


@dataclass(frozen=True)
class Sel:
    """One figure: its column, its value (None: unknown), the list behind it ("" for none), and how
    it changed (None: nothing to compare with)."""

    kolom: Kolom
    nilai: int | None
    dari: int
    alamat: str
    ubah: Ubah | None

    @property
    def kata(self) -> str:
        """Return the figure as the table shows it: money in millions."""
        if self.kolom.uang:
            return juta(self.nilai)
        if self.kolom.berkas:
            return f"{self.nilai} dari {self.dari}" if self.dari > 1 else self._ada
        return str(tulis(self.nilai))

    @property
    def kata_penuh(self) -> str:
        """Return the figure where no head stands above it."""
        return rupiah_pendek(self.nilai) if self.kolom.uang else self.kata

    @property
    def takdiketahui(self) -> str:
        return TAK_DIKETAHUI if self.nilai is None else ""

    @property
    def _ada(self) -> str:
        return "sudah" if self.nilai else "belum"


@dataclass(frozen=True)
class Baris:
    """One row. `kampung` is None for kiriman that name none, and for sums."""

    nama: str
    kampung: Kampung | None
    sel: list[Sel]

    @property
    def ringkas(self) -> str:
        """Return what is not nought among what matters most: "2 kiriman terlambat"."""
        penting = [s for s in self.sel if s.kolom.nama in PENTING and s.nilai]
        return ", ".join(f"{s.kata} {s.kolom.penuh}" for s in penting)

    def nilai(self, nama: str) -> int | None:
        return next(s.nilai for s in self.sel if s.kolom.nama == nama)


@dataclass(frozen=True)
class Tabel:
    """The whole table: the real kampung, kiriman that name none, the sums of both, and the invented
    kampung, which counts in no sum. `lalu` is the day that is compared with."""

    kolom: list[Kolom]
    baris: list[Baris]
    tanpa: Baris
    jumlah: Baris
    rekaan: list[Baris]
    lalu: dt.date | None
    saat: dt.datetime

    @property
    def kelompok(self) -> list[tuple[str, int]]:
        """Return the heads above the heads, each with how many columns it spans."""
        nama = [satu.kelompok for satu in self.kolom]
        return [(satu, nama.count(satu)) for satu in dict.fromkeys(nama)]

    @property
    def kosong(self) -> int:
        """Return how many columns say nothing of kiriman without a kampung."""
        return len(self.kolom) - len(self.tanpa.sel)

    def diurut(self, nama: str) -> list[Baris]:
        """Return the rows as a reader wants them: the largest first in that column, unknown ones
        last; by their names for a column that is not there."""
        if nama not in {satu.nama for satu in self.kolom}:
            return self.baris
        return sorted(self.baris, key=lambda baris: _kunci(baris.nilai(nama)))


def _kunci(nilai: int | None) -> tuple[bool, int]:
    return (nilai is None, -(nilai or 0))


def tabel() -> Tabel:
    """Return the table of now; three queries."""
    angka, dulu, semua_kolom = baca(), lalu(), kolom()
    semua = list(Kampung.objects.order_by("contoh", "nama"))
    kosong = Angka()

    def baris(kampung: Kampung | None, nama: str) -> Baris:
        kunci = kampung.pk if kampung else None
        sebelum = dulu.angka.get(kunci)
        sel = _sel(semua_kolom, kampung, angka.get(kunci, kosong), sebelum, dulu)
        return Baris(nama, kampung, sel)

    resmi = [satu for satu in semua if not satu.contoh]
    kunci = [*(satu.pk for satu in resmi), None]
    kini = jumlahkan(angka.get(satu, kosong) for satu in kunci)
    sebelum = jumlahkan(dulu.angka[satu] for satu in kunci if satu in dulu.angka)
    return Tabel(
        kolom=semua_kolom,
        baris=[baris(satu, satu.nama) for satu in resmi],
        tanpa=baris(None, "Tanpa kampung"),
        jumlah=Baris("Jumlah", None, _jumlah(semua_kolom, kini, sebelum, dulu, len(resmi))),
        rekaan=[baris(satu, str(satu)) for satu in semua if satu.contoh],
        lalu=dulu.hari,
        saat=sekarang(),
    )


def _sel(
    semua: Iterable[Kolom], kampung: Kampung | None, kini: Angka, sebelum: Angka | None, dulu: Lalu
) -> list[Sel]:
    """Return the cells of one kampung; kiriman without one have no other figures."""
    return [
        Sel(
            kolom=satu,
            nilai=getattr(kini, satu.nama),
            dari=1,
            alamat=satu.alamat(kampung, kini),
            ubah=_ubah(satu, kini, sebelum, dulu),
        )
        for satu in semua
        if kampung or satu.kelompok == "Kiriman"
    ]


def _jumlah(
    semua: Iterable[Kolom], kini: Angka, sebelum: Angka, dulu: Lalu, banyak: int
) -> list[Sel]:
    return [
        Sel(satu, getattr(kini, satu.nama), banyak, "", _ubah(satu, kini, sebelum, dulu))
        for satu in semua
    ]


def _ubah(satu: Kolom, kini: Angka, sebelum: Angka | None, dulu: Lalu) -> Ubah | None:
    if dulu.hari is None or sebelum is None or satu.nama not in RingkasanKampung.ANGKA:
        return None
    return ubah(satu.nama, getattr(kini, satu.nama), getattr(sebelum, satu.nama), dulu.hari)
