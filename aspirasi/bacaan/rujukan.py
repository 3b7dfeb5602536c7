"""What a kiriman is about, where an app above declares it: a plan, for example.

A page of such an app leads to the form with `?rujukan=<nama>:<kunci>`. The app declares in its
`ready` how a key is found, and what it keeps beside the stored kiriman. This app knows neither the
plan nor the row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aspirasi.models import Aspirasi
from proyek.models import Proyek
from warga.models import Kampung


@dataclass(frozen=True)
class Rujukan:
    """One thing that a kiriman may be about.

    `kata` names it in a sentence ("RKP 2027 Kampung Sido Rejo"), `alamat` is its page. `sambung`
    keeps that a stored kiriman is about it, in the same transaction.
    """

    nilai: str
    kampung: Kampung
    kata: str
    alamat: str
    sambung: Callable[[Aspirasi], Any]
    proyek: Proyek | None = None


Pencari = Callable[[str, str], Rujukan | None]
_PENCARI: dict[str, Pencari] = {}


def daftarkan(nama: str, cari: Pencari) -> None:
    """Declare the kind `nama`: `cari` gives the public thing with this key, None for another."""
    _PENCARI[nama] = cari


def rujukan_dari(nilai: str) -> Rujukan | None:
    """Return what "<nama>:<kunci>" names; None for whatever nobody declared, or may read."""
    nama, _, kunci = nilai.replace("\0", "").partition(":")
    cari = _PENCARI.get(nama)
    return cari(nilai, kunci) if cari and kunci.isascii() and kunci.isdigit() else None
