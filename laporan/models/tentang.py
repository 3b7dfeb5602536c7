"""The thing that a resident checks."""

from dataclasses import dataclass

from laporan.models.laporan import LaporanKemajuan
from proyek.enums import Tahap
from proyek.models import Proyek

# Stages at which there is something to see.
TAHAP_DICEK = (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA, Tahap.SELESAI, Tahap.SERAH_TERIMA)


@dataclass(frozen=True)
class Tentang:
    """The thing that is checked: a report, or (`laporan` None) the work between reports."""

    proyek: Proyek
    laporan: LaporanKemajuan | None = None

    @property
    def nomor(self) -> str:
        return str((self.laporan or self.proyek).nomor)
