"""The place of a kiriman: as it was given, and as everybody may know it.

Only this module decides the latter: pages, feeds and data ask `letak_umum` and never read the
columns. A point at a house names the sender, so it is moved to a grid of about 500 m until its
sender says that it is a public place (docs/keputusan/0011-peta.md).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from aspirasi.models import Aspirasi
from warga.models import Kampung

# 0.005 degrees are 553 m of latitude, and 554 m of longitude at 5° south.
KISI = Decimal("0.005")
ANGKA_TEPAT = Decimal("0.00001")
# One degree in km at 5.13° south (WGS 84).
KM_LINTANG, KM_BUJUR = 110.583, 110.876

MATA_ANGIN = (
    *("utara", "timur laut", "timur", "tenggara"),
    *("selatan", "barat daya", "barat", "barat laut"),
)
Titik = tuple[Decimal, Decimal]  # latitude and longitude in degrees
DEKAT = 0.1  # km: nearer than this to the middle of a kampung, a direction says nothing


@dataclass(frozen=True)
class Letak:
    """A point in degrees. `tepat` is False when it was moved to the grid."""

    lintang: Decimal
    bujur: Decimal
    tepat: bool

    @property
    def dibulatkan(self) -> "Letak":
        """Return the same point on the grid."""
        return Letak(_ke_kisi(self.lintang), _ke_kisi(self.bujur), tepat=False)

    @property
    def koordinat(self) -> str:
        """Return both degrees as people read them: "−5,15123, 105,03765"."""
        titik = ", ".join(f"{d:f}".replace(".", ",") for d in (self.lintang, self.bujur))
        return titik.replace("-", "−")

    @property
    def untuk_aplikasi(self) -> str:
        """Return the address (RFC 5870) with which a phone opens its own map."""
        return f"geo:{self.lintang:f},{self.bujur:f}"


def letak_umum(aspirasi: Aspirasi) -> Letak | None:
    """Return the point that everybody may see; None when no point was given.

    It is exact only for a place that its sender called public and an official has seen.
    """
    tepat = letak_tepat(aspirasi)
    if tepat is None or (aspirasi.tempat_umum and aspirasi.letak_menunggu_pada is None):
        return tepat
    return tepat.dibulatkan


def letak_tepat(aspirasi: Aspirasi) -> Letak | None:
    """Return the point as it was given: for its sender, and for officials who have to go there."""
    if aspirasi.lintang is None or aspirasi.bujur is None:
        return None
    lintang, bujur = (Decimal(d).quantize(ANGKA_TEPAT) for d in (aspirasi.lintang, aspirasi.bujur))
    return Letak(lintang, bujur, tepat=True)


def uraian(lintang: Decimal | float, bujur: Decimal | float, kampung: Iterable[Kampung]) -> str:
    """Return where a point is, by the nearest kampung: "sekitar 700 m di timur laut titik tengah
    …".

    "" without any kampung. `static/js/peta.js` says the same in the same words.
    """
    semua = [(_jauhnya(lintang, bujur, k), k.nama) for k in kampung]
    if not semua:
        return ""
    (timur, utara), nama = min(semua, key=lambda s: math.hypot(*s[0]))
    km = math.hypot(timur, utara)
    if km < DEKAT:
        return f"di titik tengah Kampung {nama}"
    arah = MATA_ANGIN[round(math.degrees(math.atan2(timur, utara)) / 45) % 8]
    return f"sekitar {_jarak(km)} di {arah} titik tengah Kampung {nama}"


def _jauhnya(
    lintang: Decimal | float, bujur: Decimal | float, kampung: Kampung
) -> tuple[float, float]:
    """Return how far a point lies from the middle of a kampung: km to the east, km to the north."""
    timur = (float(bujur) - float(kampung.bujur)) * KM_BUJUR
    return timur, (float(lintang) - float(kampung.lintang)) * KM_LINTANG


def _jarak(km: float) -> str:
    ratusan = math.floor(km * 10 + 0.5)
    if ratusan < 10:
        return f"{ratusan}00 m"
    return f"{ratusan // 10},{ratusan % 10} km".replace(",0 ", " ")


def _ke_kisi(derajat: Decimal) -> Decimal:
    return (derajat / KISI).quantize(Decimal(1), ROUND_HALF_EVEN) * KISI
