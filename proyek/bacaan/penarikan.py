"""The words about a project that can be taken back: those of its row, and those of its trail."""

from core.jejak.catat import riwayat
from core.models import Jejak
from proyek.models import Proyek

TULISAN = ("judul", "uraian", "tujuan", "sasaran", "lokasi", "pelaksana")


def tulisan(proyek: Proyek) -> dict[str, str]:
    """Return the texts of a project by their columns."""
    return {nama: getattr(proyek, nama) for nama in TULISAN}


def semua_tulisan(proyek: Proyek) -> tuple[str, ...]:
    """Return every text of a project and of its trail that people read; one query."""
    jejak = [kata for j in riwayat(proyek) for kata in kata_jejak(j)]
    return tuple(dict.fromkeys(t for t in (*tulisan(proyek).values(), *jejak) if t))


def kata_jejak(jejak: Jejak) -> list[str]:
    """Return the typed words of one act: its reason, and old and new values. None once emptied."""
    perubahan = (jejak.isi.rincian or {}).get("perubahan", {})
    nilai = [satu for pasangan in perubahan.values() for satu in pasangan]
    return [kata for kata in (jejak.isi.alasan, *nilai) if isinstance(kata, str) and kata]
