"""Pieces of the land as pictures of a fixed size: degrees to pixels and back.

Whole pixels, because a browser without JavaScript tells a tap in those.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from aspirasi.bacaan.letak import (
    ANGKA_TEPAT,
    KM_BUJUR,
    KM_LINTANG,
    Letak,
    Titik,
)
from warga.models import Kampung
from warga.wilayah import KOTAK_BUJUR, KOTAK_LINTANG

SISI = 320  # px: as wide as the smallest phone allows
LANGKAH = 1  # km: how far one press moves the map
SELURUHNYA = "kecamatan"
POLA_PUSAT = re.compile(r"(-?\d{1,2}\.\d{1,5}),(\d{1,3}\.\d{1,5})", re.ASCII)
POLA_PX = re.compile(r"\d{1,4}", re.ASCII)
ARAH = {"utara": (1, 0), "selatan": (-1, 0), "timur": (0, 1), "barat": (0, -1)}


@dataclass(frozen=True)
class Jendela:
    """A piece of land: its middle in degrees, its width in km, its size in px."""

    lintang: float
    bujur: float
    km: float = 4
    lebar: int = SISI
    tinggi: int = SISI

    @classmethod
    def dekat(cls, kampung: Kampung) -> Self:
        """Return the piece of 4 km by 4 km around the middle of a kampung."""
        return cls(float(kampung.lintang), float(kampung.bujur))

    @classmethod
    def sekitar(cls, letak: Letak) -> Self:
        """Return the small map beside a place: 6 km wide, so that a name stands on it."""
        return cls(float(letak.lintang), float(letak.bujur), km=6, tinggi=220)

    @property
    def seluruhnya(self) -> bool:
        """Return whether this is the whole kecamatan: there one chooses a kampung, not a place."""
        return self == KECAMATAN

    @property
    def pusat(self) -> str:
        """Return its middle as a form carries it, coarse enough to stand in an address."""
        return SELURUHNYA if self.seluruhnya else f"{self.lintang:.4f},{self.bujur:.4f}"

    @property
    def px_per_km(self) -> float:
        return self.lebar / self.km

    @property
    def batas(self) -> dict[str, str]:
        """Return its four edges in degrees, for `static/js/peta.js`."""
        setengah = self.tinggi / self.px_per_km / 2 / KM_LINTANG, self.km / 2 / KM_BUJUR
        return {
            "utara": f"{self.lintang + setengah[0]:.6f}",
            "selatan": f"{self.lintang - setengah[0]:.6f}",
            "barat": f"{self.bujur - setengah[1]:.6f}",
            "timur": f"{self.bujur + setengah[1]:.6f}",
        }

    def px(self, lintang: Decimal | float, bujur: Decimal | float) -> tuple[int, int]:
        """Return the pixel of a point in the picture, also outside of it."""
        x = self.lebar / 2 + (float(bujur) - self.bujur) * KM_BUJUR * self.px_per_km
        y = self.tinggi / 2 - (float(lintang) - self.lintang) * KM_LINTANG * self.px_per_km
        return round(x), round(y)

    def titik(self, x: int, y: int) -> Titik:
        """Return the latitude and longitude that a pixel of the picture shows."""
        lintang = self.lintang - (y - self.tinggi / 2) / self.px_per_km / KM_LINTANG
        bujur = self.bujur + (x - self.lebar / 2) / self.px_per_km / KM_BUJUR
        return Decimal(lintang).quantize(ANGKA_TEPAT), Decimal(bujur).quantize(ANGKA_TEPAT)

    def memuat(self, x: int, y: int) -> bool:
        return 0 <= x < self.lebar and 0 <= y < self.tinggi

    def geser(self, arah: str) -> "Jendela":
        """Return the piece one step further. Its middle stays within the box of the kecamatan."""
        if self.seluruhnya or arah not in ARAH:
            return self
        utara, timur = ARAH[arah]
        return _dalam_kotak(
            self.lintang + utara * LANGKAH / KM_LINTANG, self.bujur + timur * LANGKAH / KM_BUJUR
        )


# The whole kecamatan, 21 km wide: its box with a narrow rim.
KECAMATAN = Jendela(-5.1176, 105.0254, km=21, tinggi=224)


def _dalam_kotak(lintang: float, bujur: float) -> Jendela:
    (selatan, utara), (barat, timur) = KOTAK_LINTANG, KOTAK_BUJUR
    return Jendela(
        min(max(lintang, float(selatan)), float(utara)),
        min(max(bujur, float(barat)), float(timur)),
    )


def baca_jendela(
    data: Mapping[str, str], kampung: Sequence[Kampung], awal: Jendela = KECAMATAN
) -> Jendela:
    """Return the piece that a form or an address asks for; `awal` when it makes no sense.

    `lihat` is the slug of a kampung or "kecamatan"; `geser` moves the piece named by `pusat`.
    """
    lihat = data.get("lihat", "")
    if lihat == SELURUHNYA:
        return KECAMATAN
    for satu in kampung:
        if satu.slug == lihat:
            return Jendela.dekat(satu)
    return _baca_pusat(data.get("pusat", ""), awal).geser(data.get("geser", ""))


def _baca_pusat(teks: str, awal: Jendela) -> Jendela:
    if teks == SELURUHNYA:
        return KECAMATAN
    cocok = POLA_PUSAT.fullmatch(teks)
    return _dalam_kotak(float(cocok[1]), float(cocok[2])) if cocok else awal


def baca_sentuhan(data: Mapping[str, str], jendela: Jendela) -> tuple[int, int] | None:
    """Return the pixel that was tapped, as the picture button `titik` sends it.

    None when it is no pixel of this piece. A keyboard presses the picture at its corner (0, 0):
    that means its middle, and the buttons bring a place there.
    """
    x, y = (data.get(f"titik.{sumbu}", "") for sumbu in "xy")
    if not (POLA_PX.fullmatch(x) and POLA_PX.fullmatch(y)):
        return None
    if int(x) == int(y) == 0:
        return jendela.lebar // 2, jendela.tinggi // 2
    return (int(x), int(y)) if jendela.memuat(int(x), int(y)) else None


def terdekat(titik: Titik, kampung: Iterable[Kampung]) -> Kampung | None:
    """Return the kampung whose middle is nearest; None when there is no kampung."""
    lintang, bujur = titik
    return min(
        kampung,
        key=lambda k: (k.lintang - lintang) ** 2 + (k.bujur - bujur) ** 2,
        default=None,
    )
