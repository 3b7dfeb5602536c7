"""All kinds of things that people follow or are told of, as their apps declare them."""

from collections.abc import Sequence

from anggaran.bacaan.hal import HAL as ANGGARAN
from aspirasi.bacaan.hal import HAL as ASPIRASI
from core.hal import JenisHal
from forum.bacaan.hal import BALASAN, TOPIK
from kabar.bacaan.hal import HAL as KABAR
from laporan.bacaan.hal import CATATAN, JEDA, PENGINGAT
from laporan.bacaan.hal import HAL as LAPORAN
from laporan.bacaan.hal_cek import HAL as CEK
from laporan.bacaan.pesan import HAL as PESAN
from proyek.bacaan.hal import KEPUTUSAN, PROYEK
from rencana.bacaan.hal import HAL as RENCANA
from warga.bacaan.hal import HAL as KAMPUNG

JENIS: tuple[JenisHal, ...] = (
    ASPIRASI,
    PROYEK,
    LAPORAN,
    KEPUTUSAN,
    TOPIK,
    BALASAN,
    KABAR,
    KAMPUNG,
    PESAN,
    JEDA,
    PENGINGAT,
    CEK,
    CATATAN,
    RENCANA,
    ANGGARAN,
)
MENURUT_NAMA: dict[str, JenisHal] = {jenis.nama: jenis for jenis in JENIS}
# The kinds that a person follows by pressing a button.
DIIKUTI: tuple[JenisHal, ...] = tuple(jenis for jenis in JENIS if jenis.alamat)


def macam(sambung: str, semua: Sequence[JenisHal] = DIIKUTI) -> str:
    """Return the words of these kinds in a row: "aspirasi, proyek, dan kampung"."""
    *awal, akhir = (jenis.kata for jenis in semua)
    return f"{', '.join(awal)}, {sambung} {akhir}"


def jenis_dari(objek: object) -> JenisHal:
    """Return the kind of a row. Raises LookupError for a row of no declared kind."""
    for jenis in JENIS:
        if isinstance(objek, jenis.model):
            return jenis
    raise LookupError(f"{type(objek).__name__} belum dinyatakan sebagai hal.")
