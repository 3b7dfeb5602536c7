"""How a figure differs from that of a week before, in a sign and in words."""

import datetime as dt
from dataclasses import dataclass

from core.templatetags.bentuk import angka as tulis
from core.templatetags.bentuk import rupiah_pendek
from core.waktu import hari_ini
from meja.kecamatan.angka import SEMINGGU, Angka, Milik
from meja.models import RingkasanKampung

# A night without a row: the newest day of these serves instead, and the page names it.
KELONGGARAN = dt.timedelta(days=3)
UANG = frozenset({"anggaran", "dicairkan", "dibelanjakan"})
TAHUNAN = UANG | {"lpj"}  # they begin anew with a budget year


@dataclass(frozen=True)
class Lalu:
    """The day that is compared with (None: there is none yet), and its figures."""

    hari: dt.date | None
    angka: dict[Milik, Angka]


@dataclass(frozen=True)
class Ubah:
    """One difference: `tanda` is what is seen ("▲3", "" where nothing changed), `kata` what is read
    aloud, `beda` the number (None where one of both is unknown)."""

    tanda: str
    kata: str
    beda: int | None = None


SAMA = Ubah("", "sama dengan minggu lalu", 0)


def lalu() -> Lalu:
    """Return the figures of a week ago, or of the nearest day before it; one query."""
    sampai = hari_ini() - SEMINGGU
    baris = list(RingkasanKampung.objects.terbaru(sampai - KELONGGARAN, sampai))
    hari = baris[0].hari if baris else None
    return Lalu(hari, {satu.kampung_id: _angka(satu) for satu in baris})


def _angka(baris: RingkasanKampung) -> Angka:
    isi = {nama: getattr(baris, nama) for nama in RingkasanKampung.ANGKA}
    return Angka(**isi | {"lpj": int(baris.lpj)})


def ubah(nama: str, kini: int | None, dulu: int | None, hari: dt.date) -> Ubah | None:
    """Return how the figure `nama` differs from that of `hari`. None where that says nothing: money
    and papers of another budget year."""
    if nama in TAHUNAN and hari.year != hari_ini().year:
        return None
    if kini == dulu:
        return SAMA
    if kini is None or dulu is None:
        kata = "baru diketahui minggu ini" if dulu is None else "minggu lalu masih diketahui"
        return Ubah("baru" if dulu is None else "", kata)
    return _selisih(kini - dulu, uang=nama in UANG)


def _selisih(beda: int, *, uang: bool) -> Ubah:
    arah = "lebih banyak" if beda > 0 else "lebih sedikit"
    besar = rupiah_pendek(abs(beda)) if uang else str(tulis(abs(beda)))
    tanda = juta(abs(beda)) if uang else besar
    return Ubah(f"{'▲' if beda > 0 else '▼'}{tanda}", f"{besar} {arah} dari minggu lalu", beda)


def juta(rupiah: int | None) -> str:
    """Return money in millions of rupiah with at most one decimal ("1.250,5"), "?" where it is
    unknown; a small sum is not rounded to nothing."""
    if rupiah is None:
        return "?"
    kecil = 0 < abs(rupiah) < 50_000
    return "<0,1" if kecil else str(tulis(rupiah / 1_000_000, 1))
