"""The office in which somebody speaks in public: never a name."""

from warga.bacaan.pembicara import KECAMATAN
from warga.enums import PERAN_KECAMATAN, NamaJabatan, Peran
from warga.models import Kampung, Pengguna


def jabatan_utama(oleh: Pengguna) -> str:
    """Return the first of the offices that this person holds today; "" without one."""
    return min(oleh.nama_jabatan, key=NamaJabatan.values.index, default="")


def kata_kantor(peran: str, sebagai: str, kampung: Kampung) -> str:
    """Return "Kaur Keuangan Kampung Sido Rejo", "Ketua BPK Kampung Sido Rejo" or "Camat,
    Kecamatan Bangunrejo"; without an office that of the role."""
    jabatan = str(NamaJabatan(sebagai).label) if sebagai else ""
    if peran in PERAN_KECAMATAN:
        return f"{jabatan}, {KECAMATAN}" if jabatan else KECAMATAN
    if not jabatan:
        jabatan = "BPK Kampung" if peran == Peran.BPK else "Pemerintah Kampung"
    sambung = " " if jabatan.lower().endswith("kampung") else " Kampung "
    return f"{jabatan}{sambung}{kampung.nama}"
