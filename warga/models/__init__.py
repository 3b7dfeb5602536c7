"""People and places."""

from warga.models.orang import Jabatan, KodeCetak, Pengguna, Persetujuan
from warga.models.tempat import Instansi, Kampung, KantorLayanan

__all__ = [
    "Instansi",
    "Jabatan",
    "Kampung",
    "KantorLayanan",
    "KodeCetak",
    "Pengguna",
    "Persetujuan",
]
