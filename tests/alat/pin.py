"""A new PIN through the services, as two of the kecamatan make it."""

from typing import Any

from aspirasi.models import Aspirasi
from aspirasi.services import pin
from tests.pabrik.orang import PenggunaFactory
from warga.enums import Peran


def ganti_pin(*, aspirasi: Aspirasi, alasan: str, oleh: Any) -> str:
    """Asked by `oleh`, decided by somebody else, drawn; return the PIN."""
    baris = pin.minta_pin(aspirasi=aspirasi, alasan=alasan, oleh=oleh)
    kedua = PenggunaFactory(peran=Peran.STAF)
    pin.putuskan_pin(permintaan=baris, setuju=True, alasan="Saya telepon juga.", oleh=kedua)
    return pin.ganti_pin(permintaan=baris, oleh=oleh)
