"""Where a kiriman is about, as far as everybody may know.

The one place that decides it: pages, feeds and data ask `letak_umum` and never read the
columns. A complaint or an unnamed kiriman is shown on a grid of about 500 m, since a point
at a house names the sender.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi

# 0.005 degrees are 553 m of latitude, and 551 m of longitude at 5° south.
KISI = Decimal("0.005")
ANGKA_TEPAT = Decimal("0.00001")


@dataclass(frozen=True)
class Letak:
    """A point in degrees; `tepat` is False when it was moved to the grid."""

    lintang: Decimal
    bujur: Decimal
    tepat: bool

    def __str__(self) -> str:
        titik = ", ".join(f"{d:f}".replace(".", ",") for d in (self.lintang, self.bujur))
        titik = titik.replace("-", "−")
        return titik if self.tepat else f"sekitar {titik} (dibulatkan ± 500 m)"


def letak_umum(aspirasi: Aspirasi) -> Letak | None:
    """Return the point that everybody may see; None when no point was given."""
    if aspirasi.lintang is None or aspirasi.bujur is None:
        return None
    tepat = aspirasi.tempat_umum or _boleh_tepat(aspirasi)
    bulat = (lambda d: d.quantize(ANGKA_TEPAT)) if tepat else _ke_kisi
    return Letak(bulat(Decimal(aspirasi.lintang)), bulat(Decimal(aspirasi.bujur)), tepat)


def _boleh_tepat(aspirasi: Aspirasi) -> bool:
    """A named sender who does not complain has nothing to hide by the place."""
    return aspirasi.tampilkan_nama and aspirasi.jenis != Jenis.KELUHAN


def _ke_kisi(derajat: Decimal) -> Decimal:
    return (derajat / KISI).quantize(Decimal(1), ROUND_HALF_EVEN) * KISI
