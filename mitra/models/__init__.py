"""Needs, offers, partners with what they promised and delivered, and gotong royong."""

from mitra.models.kebutuhan import Kebutuhan
from mitra.models.kerja import KerjaBakti
from mitra.models.kontribusi import Kontribusi, Penerimaan
from mitra.models.mitra import Mitra
from mitra.models.tawaran import KataTawaran, Penawar, Tawaran

__all__ = [
    "KataTawaran",
    "Kebutuhan",
    "KerjaBakti",
    "Kontribusi",
    "Mitra",
    "Penawar",
    "Penerimaan",
    "Tawaran",
]
