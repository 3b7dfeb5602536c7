"""The working days (WIB) of each step of a kiriman. Every sentence that names them reads them here.

Completion by Golongan follows PermenPANRB 62/2018, as SP4N-LAPOR! practises it. A usulan is
answered within 14 days: our own rule.
"""

from aspirasi.enums import Golongan, Jenis

HARI_PERIKSA = 3
HARI_PERIKSA_BAHAYA = 1
HARI_JAWAB = 5
HARI_PENGIRIM = 10  # for a sender who is asked
HARI_INSTANSI = 14  # until another instansi is asked again
HARI_SELESAI: dict[str, int] = {
    Golongan.INFORMASI: 5,
    Golongan.BIASA: 14,
    Golongan.PENGAWASAN: 60,
    Golongan.USULAN: 14,
}
# The class guessed from the kind. Staff correct it at the first look.
GOLONGAN_JENIS: dict[str, str] = {
    Jenis.USULAN: Golongan.USULAN,
    Jenis.KELUHAN: Golongan.BIASA,
    Jenis.PERTANYAAN: Golongan.INFORMASI,
    Jenis.KEBERATAN: Golongan.BIASA,
    Jenis.APRESIASI: Golongan.INFORMASI,
}


def hari_jawab(golongan: str) -> int:
    """Return how many working days the first answer has."""
    return HARI_SELESAI[Golongan.USULAN] if golongan == Golongan.USULAN else HARI_JAWAB
