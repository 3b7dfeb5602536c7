"""Progress reports of a project, with the money spent, and photos."""

from laporan.models.laporan import Foto, LaporanKemajuan, Realisasi
from laporan.models.rincian import RincianBelanja
from laporan.models.tertunda import FotoTertunda

__all__ = ["Foto", "FotoTertunda", "LaporanKemajuan", "Realisasi", "RincianBelanja"]
