"""The box around the kecamatan, and the form mixin that keeps places inside it."""

from decimal import Decimal
from typing import Any

from core.formulir.letak import TitikMixin

# github.com/cahyadsn/wilayah_boundaries, south to north and west to east.
KOTAK_LINTANG = (Decimal("-5.1780"), Decimal("-5.0572"))
KOTAK_BUJUR = (Decimal("104.9338"), Decimal("105.1170"))
TEPI = Decimal("0.02")  # a person who stands just outside still speaks of it
DI_LUAR = (
    "Lokasi ini di luar Kecamatan Bangunrejo. Pilih tempat di dalam kecamatan, atau kosongkan "
    "lintang dan bujur lalu tulis nama tempatnya."
)
TANPA_MINUS = "Lintang di kecamatan ini memakai tanda minus. Maksud Anda −{}?"


def di_wilayah(lintang: Decimal, bujur: Decimal) -> bool:
    """Return whether a point lies in the box of the kecamatan or within 2 km of it."""
    selatan, utara, barat, timur = batas_wilayah()
    return selatan <= lintang <= utara and barat <= bujur <= timur


def batas_wilayah() -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Return the limits of a point in degrees: south, north, west, east."""
    (selatan, utara), (barat, timur) = KOTAK_LINTANG, KOTAK_BUJUR
    return selatan - TEPI, utara + TEPI, barat - TEPI, timur + TEPI


class BerletakMixin(TitikMixin):
    """Form mixin: `lintang` and `bujur`, typed, copied or filled in by a map, in the kecamatan."""

    def clean(self) -> dict[str, Any]:
        form: Any = self
        data: dict[str, Any] = super().clean() or form.cleaned_data  # type: ignore[misc]  # a mixin of forms
        lintang, bujur = data.get("lintang"), data.get("bujur")
        if lintang is None or bujur is None or di_wilayah(lintang, bujur):
            return data
        if di_wilayah(-lintang, bujur):
            tertulis = f"{lintang.normalize():f}".replace(".", ",")
            form.add_error("lintang", TANPA_MINUS.format(tertulis))
        else:
            form.add_error("lintang", DI_LUAR)
        return data
