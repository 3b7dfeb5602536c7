"""Models of the core: what every app may use and what knows no app."""

from core.models.antrean import Detak, Tugas
from core.models.jejak import IsiJejak, Jejak, Segel
from core.models.kalender import HariLibur
from core.models.nomor import Penghitung

__all__ = ["Detak", "HariLibur", "IsiJejak", "Jejak", "Penghitung", "Segel", "Tugas"]
