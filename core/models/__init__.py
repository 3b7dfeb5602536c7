"""Models of the core: every app may use them, and they know no app."""

from core.models.antrean import Detak, Tugas
from core.models.berdua import Berdua, BerduaMixin
from core.models.berkas import Berkas
from core.models.foto import FotoTertunda
from core.models.jejak import IsiJejak, Jejak, Segel
from core.models.kalender import HariLibur
from core.models.keamanan import Kejadian, KejadianKeamanan
from core.models.moderasi import Dimoderasi, TampilMixin
from core.models.nomor import Penghitung
from core.models.pembatas import Pembatas
from core.models.pemeriksaan import KepalaSegel, PemeriksaanJejak
from core.models.penarikan import Penarikan

__all__ = [
    "Berdua",
    "BerduaMixin",
    "Berkas",
    "Detak",
    "Dimoderasi",
    "FotoTertunda",
    "HariLibur",
    "IsiJejak",
    "Jejak",
    "Kejadian",
    "KejadianKeamanan",
    "KepalaSegel",
    "Pembatas",
    "PemeriksaanJejak",
    "Penarikan",
    "Penghitung",
    "Segel",
    "TampilMixin",
    "Tugas",
]
