"""The version of a project, so that of two officials who edit at once the second sees what changed.

The version is how many acts of `MENGUBAH` its trail holds: every such act raises it, whatever
service does it, and the acts after a version are what changed meanwhile.
"""

from collections.abc import Iterable

from django.db.models import Count

from core.jejak.catat import riwayat
from core.models import Jejak
from proyek.bacaan.garis_waktu import Butir, butir_butir
from proyek.laku import Aksi
from proyek.models import Proyek

MENGUBAH = (Aksi.DIUBAH, Aksi.PERUBAHAN, Aksi.DIBETULKAN, Aksi.TULISAN_DIHITAMKAN)
SEMENTARA = (
    "Sementara Anda mengisi, proyek ini diubah orang lain. Periksa yang berubah, lalu tekan tombol "
    "sekali lagi."
)


def versi_banyak(proyek: Iterable[Proyek]) -> dict[str, int]:
    """Return the versions of projects by their numbers, in one query."""
    nomor = [satu.nomor for satu in proyek]
    jejak = Jejak.objects.filter(
        objek_jenis=Proyek.jenis_jejak, objek_kunci__in=nomor, aksi__in=MENGUBAH
    )
    hitung = jejak.values_list("objek_kunci").annotate(banyak=Count("pk")).order_by()
    return dict.fromkeys(nomor, 0) | dict(hitung)


def versi(proyek: Proyek) -> int:
    return versi_banyak([proyek])[proyek.nomor]


def sejak(proyek: Proyek, dari: int) -> list[Butir]:
    """Return what changed after that version, oldest first: offices and times, old and new."""
    return butir_butir(riwayat(proyek).filter(aksi__in=MENGUBAH)[dari:])


def lama_sejak(proyek: Proyek, dari: int) -> dict[str, str]:
    """Return the values of that version of the columns that changed after it, as text."""
    lama: dict[str, str] = {}
    for jejak in riwayat(proyek).filter(aksi__in=MENGUBAH)[dari:]:
        for kolom, (semula, _) in (jejak.isi.rincian or {}).get("perubahan", {}).items():
            lama.setdefault(kolom, "" if semula is None else str(semula))
    return lama
