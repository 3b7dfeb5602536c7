"""The word beside a name in public that says for whom somebody speaks. No name can make it."""

from warga.enums import PERAN_KECAMATAN, Peran
from warga.models import Pengguna

KECAMATAN = "Kecamatan Bangunrejo"


def pembicara(orang: Pengguna) -> str:
    """Return "Petugas · Kecamatan Bangunrejo", "Petugas · Kampung Sido Rejo", "BPK Kampung · Sido
    Rejo" or "Warga"."""
    if orang.peran in PERAN_KECAMATAN:
        return f"Petugas · {KECAMATAN}"
    if orang.peran == Peran.APARAT:
        return f"Petugas · Kampung {orang.kampung}"
    if orang.peran in (Peran.BPK, Peran.FASILITATOR):
        return f"{Peran(orang.peran).label} · {orang.kampung}"
    return str(Peran.WARGA.label)
