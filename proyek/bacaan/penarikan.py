"""The words about a project that can be taken back: those of its row, of its trail, of the notes of
its ledger, and those that papers changed."""

from django.db.models import Model

from core.jejak.catat import riwayat
from core.models import Jejak
from proyek.models import Gerak, Proyek
from proyek.models.perubahan import KolomUbah

TULISAN = ("judul", "uraian", "tujuan", "sasaran", "lokasi", "pelaksana")
UBAH_BERKATA = (KolomUbah.SATUAN, KolomUbah.SASARAN, KolomUbah.LOKASI, KolomUbah.PELAKSANA)


def tulisan(proyek: Proyek) -> dict[str, str]:
    """Return the texts of a project by their columns."""
    return {nama: getattr(proyek, nama) for nama in TULISAN}


def tulisan_lain(proyek: Proyek) -> list[tuple[Model, dict[str, str]]]:
    """Return the rows beside a project that hold typed words, each with its texts; two queries."""
    gerak = Gerak.objects.filter(pendanaan__proyek=proyek).exclude(keterangan="")
    ubah = proyek.perubahan.filter(kolom__in=UBAH_BERKATA)
    return [
        *((satu, {"keterangan": satu.keterangan}) for satu in gerak),
        *((satu, {"lama": satu.lama, "baru": satu.baru}) for satu in ubah),
    ]


def semua_tulisan(proyek: Proyek) -> tuple[str, ...]:
    """Return every text of a project, beside it and of its trail that people read; three
    queries."""
    lain = [kata for _, isi in tulisan_lain(proyek) for kata in isi.values()]
    jejak = [kata for j in riwayat(proyek) for kata in kata_jejak(j)]
    return tuple(dict.fromkeys(t for t in (*tulisan(proyek).values(), *lain, *jejak) if t))


def kata_jejak(jejak: Jejak) -> list[str]:
    """Return the typed words of one act: its reason, and old and new values. None once emptied."""
    perubahan = (jejak.isi.rincian or {}).get("perubahan", {})
    nilai = [satu for pasangan in perubahan.values() for satu in pasangan]
    return [kata for kata in (jejak.isi.alasan, *nilai) if isinstance(kata, str) and kata]
