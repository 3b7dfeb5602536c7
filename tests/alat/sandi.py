"""A password code the way two people of the kecamatan make it."""

from tests.pabrik.pemeran import Pemeran
from warga import services
from warga.models import Pengguna


def kode_sandi(orang: Pengguna, pemeran: Pemeran) -> str:
    """Ask, approve and open: return the code as it is printed."""
    peminta = pemeran.admin if orang.is_staff else pemeran.staf
    baris = services.minta_sandi(pengguna=orang, oleh=peminta, alasan="Saya menelepon nomornya.")
    baris = services.putuskan_sandi(
        permintaan=baris, oleh=pemeran.camat, setuju=True, alasan="Saya kenal orangnya."
    )
    return services.buka_sandi(permintaan=baris, oleh=peminta)[1]
