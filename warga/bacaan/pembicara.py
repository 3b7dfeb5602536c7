"""The word beside a name in public that says for whom somebody speaks. No name can make it."""

from warga.enums import PERAN_KECAMATAN, Peran
from warga.models import Kampung

KECAMATAN = "Kecamatan Bangunrejo"


def pembicara(peran: str, kampung: Kampung | None) -> str:
    """Return "Petugas · Kecamatan Bangunrejo", "Petugas · Kampung Sido Rejo", "BPK Kampung · Sido
    Rejo" or "Warga"."""
    if peran in PERAN_KECAMATAN:
        return f"Petugas · {KECAMATAN}"
    tempat = f" · {kampung}" if kampung else ""
    if peran == Peran.APARAT:
        return f"Petugas{tempat.replace('· ', '· Kampung ')}"
    if peran in (Peran.BPK, Peran.FASILITATOR):
        return f"{Peran(peran).label}{tempat}"
    return str(Peran.WARGA.label)
