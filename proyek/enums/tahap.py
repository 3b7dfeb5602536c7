"""The stages of a project, and the table of doors between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models


class Tahap(models.TextChoices):
    """The stages of a project, from idea to handover."""

    USULAN = "usulan", "Usulan"
    DITELAAH = "ditelaah", "Sedang ditelaah"
    DIBAHAS = "dibahas", "Dibahas dalam musyawarah"
    MASUK_RKP = "masuk_rkp", "Masuk rencana kerja kampung"
    MASUK_DU_RKP = "masuk_du_rkp", "Diusulkan ke kabupaten"
    TIDAK_DIPRIORITASKAN = "tidak_diprioritaskan", "Belum diprioritaskan"
    DIANGGARKAN = "dianggarkan", "Sudah dianggarkan"
    BERJALAN = "berjalan", "Sedang dikerjakan"
    DIHENTIKAN_SEMENTARA = "dihentikan_sementara", "Dihentikan sementara"
    SELESAI = "selesai", "Selesai dikerjakan"
    SERAH_TERIMA = "serah_terima", "Sudah diserahterimakan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


# The tone of the badge of a stage (the badge always carries its word, too).
NADA_TAHAP: dict[str, str] = {
    Tahap.BERJALAN: "info",
    Tahap.DIHENTIKAN_SEMENTARA: "awas",
    Tahap.SELESAI: "baik",
    Tahap.SERAH_TERIMA: "baik",
}

# The road of a project as people see it: the word of a step, and the stages that it covers.
LANGKAH: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Usulan", (Tahap.USULAN,)),
    ("Dibahas", (Tahap.DITELAAH, Tahap.DIBAHAS, Tahap.TIDAK_DIPRIORITASKAN)),
    ("Direncanakan", (Tahap.MASUK_RKP, Tahap.MASUK_DU_RKP)),
    ("Dianggarkan", (Tahap.DIANGGARKAN,)),
    ("Dikerjakan", (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA)),
    ("Selesai", (Tahap.SELESAI,)),
    ("Serah terima", (Tahap.SERAH_TERIMA,)),
)


@dataclass(frozen=True)
class Pintu:
    """The door to a stage: a Keputusan, or an act of the pelaksana."""

    dari: frozenset[str]
    lewat_keputusan: bool
    alasan_wajib: bool = False


_T = Tahap
_SEBELUM_SELESAI = frozenset(
    t for t in Tahap.values if t not in {_T.SELESAI, _T.SERAH_TERIMA, _T.DIBATALKAN}
)

# Stage → door. Up to dianggarkan, for dibatalkan and for returning the door is a Keputusan. All
# other doors are acts of the pelaksana with date, reason and paper. A door belongs to a stage and
# not to an act, so it is no row of `proyek.laku`.
PINTU_TAHAP: dict[str, Pintu] = {
    _T.DITELAAH: Pintu(frozenset({_T.USULAN}), lewat_keputusan=True),
    _T.DIBAHAS: Pintu(frozenset({_T.DITELAAH}), lewat_keputusan=True),
    _T.MASUK_RKP: Pintu(frozenset({_T.DIBAHAS}), lewat_keputusan=True),
    _T.MASUK_DU_RKP: Pintu(frozenset({_T.DIBAHAS}), lewat_keputusan=True),
    _T.TIDAK_DIPRIORITASKAN: Pintu(
        frozenset({_T.DIBAHAS, _T.MASUK_DU_RKP}), lewat_keputusan=True, alasan_wajib=True
    ),
    _T.USULAN: Pintu(frozenset({_T.MASUK_DU_RKP, _T.TIDAK_DIPRIORITASKAN}), lewat_keputusan=True),
    _T.DIANGGARKAN: Pintu(frozenset({_T.MASUK_RKP, _T.MASUK_DU_RKP}), lewat_keputusan=True),
    _T.DIBATALKAN: Pintu(_SEBELUM_SELESAI, lewat_keputusan=True, alasan_wajib=True),
    _T.BERJALAN: Pintu(frozenset({_T.DIANGGARKAN, _T.DIHENTIKAN_SEMENTARA}), lewat_keputusan=False),
    _T.DIHENTIKAN_SEMENTARA: Pintu(
        frozenset({_T.BERJALAN}), lewat_keputusan=False, alasan_wajib=True
    ),
    _T.SELESAI: Pintu(frozenset({_T.BERJALAN}), lewat_keputusan=False),
    _T.SERAH_TERIMA: Pintu(frozenset({_T.SELESAI}), lewat_keputusan=False),
}

TAHAP_DAPAT_DILAPORKAN = (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA, Tahap.SELESAI)
TAHAP_DAPAT_DICAIRKAN = (Tahap.DIANGGARKAN, *TAHAP_DAPAT_DILAPORKAN, Tahap.SERAH_TERIMA)
TAHAP_RAMPUNG = (Tahap.SELESAI, Tahap.SERAH_TERIMA)
# The stages that those who wait for a project are told. Stages of the rounds of meetings change
# nothing for them yet, and when the work is finished they are asked.
TAHAP_KABAR = (
    Tahap.MASUK_RKP,
    Tahap.MASUK_DU_RKP,
    Tahap.TIDAK_DIPRIORITASKAN,
    Tahap.DIANGGARKAN,
    Tahap.BERJALAN,
    Tahap.DIHENTIKAN_SEMENTARA,
    Tahap.DIBATALKAN,
)
# The money of these stages is planned; afterwards it is in the budget. A project that was not taken
# up, or was cancelled, has neither.
TAHAP_DIRENCANAKAN = (
    Tahap.USULAN,
    Tahap.DITELAAH,
    Tahap.DIBAHAS,
    Tahap.MASUK_RKP,
    Tahap.MASUK_DU_RKP,
)
TAHAP_NEGATIF = (Tahap.TIDAK_DIPRIORITASKAN, Tahap.DIBATALKAN)


def tahap_ditunggu(tahap: Iterable[str]) -> set[str]:
    """Return those of some stages after which something can still be waited for."""
    return set(tahap) - {*TAHAP_RAMPUNG, Tahap.DIBATALKAN}


def pintu_ke(tahap: str) -> list[str]:
    """Return the stages that a Keputusan can open from this one, in the order of the list."""
    return [
        ke
        for ke in Tahap.values
        if ke in PINTU_TAHAP and PINTU_TAHAP[ke].lewat_keputusan and tahap in PINTU_TAHAP[ke].dari
    ]


def tindakan_dari(tahap: str) -> list[str]:
    """Return the stages that the pelaksana can reach from this one by an act of their own."""
    return [
        ke
        for ke in Tahap.values
        if ke in PINTU_TAHAP
        and not PINTU_TAHAP[ke].lewat_keputusan
        and tahap in PINTU_TAHAP[ke].dari
    ]


def nama_tindakan(dari: str, ke: str) -> str:
    """Return the name of the act of the pelaksana that leads from one stage to another."""
    if ke == Tahap.BERJALAN:
        sudah_mulai = dari == Tahap.DIHENTIKAN_SEMENTARA
        return "Dikerjakan lagi" if sudah_mulai else "Mulai dikerjakan"
    return str(Tahap(ke).label)
