"""People and places."""

from warga.models.izin import KodeCetak, Persetujuan
from warga.models.jabatan import Jabatan
from warga.models.kantor import KantorKecamatan, KantorLayanan
from warga.models.kesiapan import Kesiapan
from warga.models.orang import Pengguna
from warga.models.permintaan import PermintaanPembaca, PermintaanSandi, PerubahanPembaca
from warga.models.sesi import SesiAkun
from warga.models.tempat import Instansi, Kampung

__all__ = [
    "Instansi",
    "Jabatan",
    "Kampung",
    "KantorKecamatan",
    "KantorLayanan",
    "Kesiapan",
    "KodeCetak",
    "Pengguna",
    "PermintaanPembaca",
    "PermintaanSandi",
    "Persetujuan",
    "PerubahanPembaca",
    "SesiAkun",
]
