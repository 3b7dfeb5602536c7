"""Projects, their money and the decisions about them."""

from proyek.models.keputusan import Keputusan
from proyek.models.proyek import KETERANGAN, Bidang, Kegiatan, Proyek, SubBidang
from proyek.models.uang import Pencairan, Pendanaan

__all__ = [
    "KETERANGAN",
    "Bidang",
    "Kegiatan",
    "Keputusan",
    "Pencairan",
    "Pendanaan",
    "Proyek",
    "SubBidang",
]
