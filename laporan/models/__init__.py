"""Progress reports of a project, with the money spent, and photos."""

from laporan.models.butir import KemajuanButir
from laporan.models.catatan import CatatanPengawasan, LampiranCatatan, PerbaikanCatatan
from laporan.models.cek import CekWarga
from laporan.models.evaluasi import Evaluasi
from laporan.models.foto_cek import FotoCek
from laporan.models.jadwal import JadwalLaporan, SusunanJadwal
from laporan.models.jeda import JedaLaporan
from laporan.models.lapangan import (
    FotoLapangan,
    HasilLapangan,
    JawabanSepakat,
    PemeriksaanLapangan,
)
from laporan.models.laporan import Foto, LaporanKemajuan, Realisasi
from laporan.models.menyusul import BelanjaMenyusul
from laporan.models.penerbit import PenerbitLaporan, PenetapanPenerbit
from laporan.models.pengingat import PengingatLaporan
from laporan.models.penulis import PenulisLaporan
from laporan.models.penyelesaian import Musyawarah, SuratInspektorat
from laporan.models.pesan import PesanLaporan
from laporan.models.rincian import RincianBelanja
from laporan.models.serah import PenyerahanDraf
from laporan.models.tanggapan import BelumPuas, Tanggapan
from laporan.models.tertunda import FotoTertunda

__all__ = [
    "BelanjaMenyusul",
    "BelumPuas",
    "CatatanPengawasan",
    "CekWarga",
    "Evaluasi",
    "Foto",
    "FotoCek",
    "FotoLapangan",
    "FotoTertunda",
    "HasilLapangan",
    "JadwalLaporan",
    "JawabanSepakat",
    "JedaLaporan",
    "KemajuanButir",
    "LampiranCatatan",
    "LaporanKemajuan",
    "Musyawarah",
    "PemeriksaanLapangan",
    "PenerbitLaporan",
    "PenetapanPenerbit",
    "PengingatLaporan",
    "PenulisLaporan",
    "PenyerahanDraf",
    "PerbaikanCatatan",
    "PesanLaporan",
    "Realisasi",
    "RincianBelanja",
    "SuratInspektorat",
    "SusunanJadwal",
    "Tanggapan",
]
