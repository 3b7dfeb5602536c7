"""Projects, their money and the decisions about them."""

from proyek.models.keputusan import Keputusan
from proyek.models.proyek import Bidang, Kegiatan, Proyek, SubBidang
from proyek.models.uang import Pencairan, Pendanaan

__all__ = [
    "Bidang",
    "Kegiatan",
    "Keputusan",
    "Pencairan",
    "Pendanaan",
    "Proyek",
    "SubBidang",
]
