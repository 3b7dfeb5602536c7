"""The ladder: an office that is silent past the due day is reminded, then the kasi, then the camat.

A ladder is a table: rung → the working day of lateness from which on it is told. Each rung is told
once (`Bertenggat.eskalasi`). Whom a rung means, says `warga.bacaan.tangga`.
"""

from collections.abc import Mapping

from core.tenggat.bertenggat import Bertenggat

KAMPUNG, KASI, CAMAT = 1, 2, 3
SEBUTAN = {KAMPUNG: "pemerintah kampung", KASI: "kasi kecamatan", CAMAT: "camat"}
# Where the kecamatan itself owes the step, the first rung falls away.
TANGGA_KAMPUNG = {KAMPUNG: 1, KASI: 3, CAMAT: 6}
TANGGA_KECAMATAN = {KASI: 1, CAMAT: 4}


def tingkat(baris: Bertenggat, tangga: Mapping[int, int]) -> int:
    """Return the rung that the lateness of a step calls for; 0 for none."""
    if not baris.terlambat:
        return 0
    hari = baris.hari_terlambat
    return max((anak for anak, batas in tangga.items() if hari >= batas), default=0)


def ulangan(baris: Bertenggat, tiap: int) -> int:
    """Return how many reminders a late step calls for: one at once, then one for each `tiap`
    working days of lateness. 0 while it is not late."""
    return 1 + baris.hari_terlambat // tiap if baris.terlambat else 0
