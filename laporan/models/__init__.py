"""Progress reports of a project, with the money spent, and photos."""

from laporan.models.evaluasi import Evaluasi
from laporan.models.jadwal import JadwalLaporan, SusunanJadwal
from laporan.models.laporan import Foto, LaporanKemajuan, Realisasi
from laporan.models.rincian import RincianBelanja
from laporan.models.tertunda import FotoTertunda

__all__ = [
    "Evaluasi",
    "Foto",
    "FotoTertunda",
    "JadwalLaporan",
    "LaporanKemajuan",
    "Realisasi",
    "RincianBelanja",
    "SusunanJadwal",
]
