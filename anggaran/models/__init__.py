"""Tables of the whole budget of a kampung."""

from anggaran.models.anggaran import AnggaranKampung
from anggaran.models.angka import BantuanKeluarga, Penyaluran, ProgramMasuk
from anggaran.models.baris import BarisAnggaran
from anggaran.models.impor import Impor, KodeSiskeudes, StatusImpor

__all__ = [
    "AnggaranKampung",
    "BantuanKeluarga",
    "BarisAnggaran",
    "Impor",
    "KodeSiskeudes",
    "Penyaluran",
    "ProgramMasuk",
    "StatusImpor",
]
