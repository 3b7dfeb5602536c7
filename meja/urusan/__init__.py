"""The one table of all that waits for a person: front page, badge and daily letter read it.

Another kind of work is another row in one of the tables below (docs/menambah.md). The SQL is
written once for people who are alike (`pembeda`), so nothing that was read may stand in a row, and
`untuk` asks no query.
"""

from collections import Counter
from typing import Any

from django.db.models import QuerySet

from aspirasi.models import Aspirasi
from core.cari.tertulis import jawaban
from core.lencana import hitung_untuk
from meja.urusan.anggaran import ANGGARAN
from meja.urusan.bentuk import URUT, Baris, Urusan, jadi_baris
from meja.urusan.kantor import BERDUA, KEPUTUSAN, TERTAHAN
from meja.urusan.kiriman import KIRIMAN, SEKITAR_KIRIMAN
from meja.urusan.lapangan import LAPANGAN
from meja.urusan.laporan import LAPORAN
from meja.urusan.mitra import MITRA
from meja.urusan.musrenbang import MUSRENBANG
from meja.urusan.pantauan import PANTAUAN
from meja.urusan.pengawas import DILIHAT, FASILITATOR
from meja.urusan.rencana import RENCANA
from meja.urusan.tanggapan import DIJAWAB, TANGGAPAN
from warga.models import Pengguna

__all__ = [
    "DIJAWAB",
    "DILIHAT",
    "PEMBEDA",
    "URUSAN",
    "Baris",
    "Urusan",
    "himpunan",
    "hitung",
    "milik",
    "pantauan",
    "pembeda",
    "pertama",
    "ringkas",
]

URUSAN: tuple[Urusan, ...] = (
    *KIRIMAN,
    *SEKITAR_KIRIMAN,
    *LAPORAN,
    *TANGGAPAN,
    *LAPANGAN,
    *RENCANA,
    *MUSRENBANG,
    *MITRA,
    *ANGGARAN,
    *KEPUTUSAN,
    *TERTAHAN,
    *BERDUA,
    *DILIHAT,
    *FASILITATOR,
)
MENURUT_NAMA = {urusan.nama: urusan for urusan in URUSAN}

# Two people are asked different questions by these, by their keys and by their offices. The role
# of today follows from the stored one, the offices, and whether one was ever written down.
PEMBEDA = (
    "peran",
    "pernah_menjabat",
    "is_active",
    "kampung_id",
    "petugas_rahasia",
    "penerima_khusus",
)


def pembeda(oleh: Pengguna) -> tuple[Any, ...]:
    """Return all that the SQL of the questions here depends on, besides the keys of the person and
    of their kampung."""
    lain = (getattr(oleh, nama) for nama in PEMBEDA if nama != "kampung_id")
    return (*lain, oleh.kampung_id is None, *sorted(oleh.nama_jabatan))


def milik(oleh: Pengguna) -> list[Urusan]:
    """Return the kinds of work that this person may have."""
    return [urusan for urusan in URUSAN if urusan.untuk(oleh)]


def himpunan(oleh: Pengguna) -> dict[str, QuerySet[Any]]:
    """Return the rows that wait for this person, by the kind of work."""
    return {urusan.nama: urusan.himpunan(oleh) for urusan in milik(oleh)}


def ringkas(oleh: Pengguna) -> dict[str, QuerySet[Any]]:
    """Return the same rows in as few questions as count them, the longest queue first: every kind
    of kiriman is a part of one, which its index answers however much is of another kind."""
    semua = himpunan(oleh)
    kiriman = [semua.pop(satu.nama) for satu in KIRIMAN if satu.nama in semua]
    return {"kiriman": Aspirasi.objects.bagian(oleh)} | semua if kiriman else semua


def hitung(oleh: Pengguna) -> Counter[str]:
    """Count what waits for this person by its kind, each up to `core.lencana.TERBANYAK`; one
    query."""
    return hitung_untuk(oleh, himpunan, pembeda(oleh))


def pantauan(oleh: Pengguna) -> list[tuple[Urusan, int]]:
    """Return what this person follows while others act on it, with its numbers; one query."""
    semua = [satu for satu in PANTAUAN if satu.untuk(oleh)]
    jumlah = hitung_untuk(oleh, _dipantau, pembeda(oleh))
    return [(satu, jumlah[satu.nama]) for satu in semua if jumlah[satu.nama]]


def _dipantau(oleh: Pengguna) -> dict[str, QuerySet[Any]]:
    return {satu.nama: satu.himpunan(oleh) for satu in PANTAUAN if satu.untuk(oleh)}


def pertama(oleh: Pengguna, banyak: int) -> list[Baris]:
    """Return the first rows of all kinds together, danger first, then by due day; one query."""

    def tulis(orang: Any) -> QuerySet[Any] | None:
        semua = [urusan.baris(orang, banyak) for urusan in milik(orang)]
        if not semua:
            return None
        if not semua[1:]:  # sorted and cut already
            return semua[0]
        return semua[0].union(*semua[1:], all=True).order_by(*URUT)[:banyak]

    kolom = jawaban(oleh, tulis, ("urusan.pertama", banyak, pembeda(oleh)))
    return [jadi_baris(satu, MENURUT_NAMA) for satu in kolom]
