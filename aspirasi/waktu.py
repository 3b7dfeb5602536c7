"""How late an answer is, in working days."""

from collections.abc import Iterable

from aspirasi.models import Aspirasi
from core.hari_kerja import hitung_banyak
from core.waktu import hari_ini


def terlambat(aspirasi: Aspirasi) -> int:
    """Return by how many working days the next step is late; 0 when it is not."""
    return beri_terlambat([aspirasi])[0].hari_terlambat


def beri_terlambat(daftar: Iterable[Aspirasi]) -> list[Aspirasi]:
    """Set `hari_terlambat` on each, with at most one query for all of them."""
    semua = list(daftar)
    telat = {a.tenggat for a in semua if a.terlambat and a.tenggat}
    hari = hitung_banyak(telat, hari_ini()) if telat else {}
    for aspirasi in semua:
        tenggat = aspirasi.tenggat if aspirasi.terlambat else None
        aspirasi.hari_terlambat = hari[tenggat] if tenggat else 0
    return semua
