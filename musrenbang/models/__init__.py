"""The musrenbang of the kecamatan, its proposals, and what became of them."""

from musrenbang.models.musrenbang import AnggotaTim, Kriteria, Musrenbang
from musrenbang.models.rapat import Nasib, Nilai, PerubahanUrutan
from musrenbang.models.rujukan import KamusUsulan, KolomSipd, PerangkatDaerah
from musrenbang.models.usulan import Usulan

__all__ = [
    "AnggotaTim",
    "KamusUsulan",
    "KolomSipd",
    "Kriteria",
    "Musrenbang",
    "Nasib",
    "Nilai",
    "PerangkatDaerah",
    "PerubahanUrutan",
    "Usulan",
]
