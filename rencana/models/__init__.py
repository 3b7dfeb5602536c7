"""The plans of a kampung for a year, the voices behind them, and the calendar of the year."""

from rencana.models.baris import BarisRencana, PaguIndikatif
from rencana.models.bicara import PembicaraanTertutup
from rencana.models.dusun import MusyawarahDusun, SuaraDusun
from rencana.models.masa import Masa
from rencana.models.rencana import PerubahanRencana, Rencana
from rencana.models.suara import DukunganBaris, TautanRencana

__all__ = [
    "BarisRencana",
    "DukunganBaris",
    "Masa",
    "MusyawarahDusun",
    "PaguIndikatif",
    "PembicaraanTertutup",
    "PerubahanRencana",
    "Rencana",
    "SuaraDusun",
    "TautanRencana",
]
