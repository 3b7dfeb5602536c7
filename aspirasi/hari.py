"""The working days (WIB) of each step of a kiriman. Every sentence that names them reads them here.

Completion by Golongan follows PermenPANRB 62/2018, as SP4N-LAPOR! practises it. A usulan is
answered within 14 days: our own rule.
"""

from aspirasi.enums import Golongan, Jenis

HARI_PERIKSA = 3
HARI_PERIKSA_BAHAYA = 1
HARI_JAWAB = 5
HARI_JAWAB_BAHAYA = 1
HARI_PENGIRIM = 10  # for a sender who is asked
HARI_INSTANSI = 14  # until another instansi is asked again
HARI_SELESAI: dict[str, int] = {
    Golongan.INFORMASI: 5,
    Golongan.BIASA: 14,
    Golongan.PENGAWASAN: 60,
    Golongan.USULAN: 14,
}
# The longest day ahead that an answer may promise, and by how much one extension may move a due day
# (docs/keputusan/0035-janji.md): our own rule. UU 14/2008 knows 10 and 7 for information.
HARI_JANJI: dict[str, int] = {
    Golongan.INFORMASI: 10,
    Golongan.BIASA: 60,
    Golongan.PENGAWASAN: 60,
    Golongan.USULAN: 240,
}
HARI_TUNDA: dict[str, int] = {
    Golongan.INFORMASI: 7,
    Golongan.BIASA: 30,
    Golongan.PENGAWASAN: 60,
    Golongan.USULAN: 60,
}
HARI_JANJI_BAHAYA = 10
HARI_TUNDA_BAHAYA = 3
# The class guessed from the kind. Staff correct it at the first look.
GOLONGAN_JENIS: dict[str, str] = {
    Jenis.USULAN: Golongan.USULAN,
    Jenis.KELUHAN: Golongan.BIASA,
    Jenis.PERTANYAAN: Golongan.INFORMASI,
    Jenis.KEBERATAN: Golongan.BIASA,
    Jenis.APRESIASI: Golongan.INFORMASI,
}


def hari_jawab(golongan: str, *, bahaya: bool = False) -> int:
    """Return how many working days the first answer has. Danger has a clock of its own."""
    if bahaya:
        return HARI_JAWAB_BAHAYA
    return HARI_SELESAI[Golongan.USULAN] if golongan == Golongan.USULAN else HARI_JAWAB


def hari_janji(golongan: str, *, bahaya: bool) -> int:
    """Return how many working days ahead an answer may promise."""
    return HARI_JANJI_BAHAYA if bahaya else HARI_JANJI[golongan]


def hari_tunda(golongan: str, *, bahaya: bool) -> int:
    """Return by how many working days one extension may move a day that is due."""
    return HARI_TUNDA_BAHAYA if bahaya else HARI_TUNDA[golongan]
