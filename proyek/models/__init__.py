"""Projects, their money and the decisions about them."""

from proyek.models.acuan import Bidang, Kegiatan, SubBidang
from proyek.models.keputusan import Keputusan
from proyek.models.proyek import KETERANGAN, Proyek
from proyek.models.tahap import PindahTahap
from proyek.models.uang import Pencairan, Pendanaan

__all__ = [
    "KETERANGAN",
    "Bidang",
    "Kegiatan",
    "Keputusan",
    "Pencairan",
    "Pendanaan",
    "PindahTahap",
    "Proyek",
    "SubBidang",
]
