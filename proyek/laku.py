"""Every act on a project and on a decision.

Which stage may follow which stands in `proyek.enums.PINTU_TAHAP`: those doors are one per stage,
while the trail has two verbs for them all (docs/keputusan/0025-laku.md).
"""

from enum import StrEnum

from core.laku import Alasan, Laku, Pembaca, beku, beralasan


class Aksi(StrEnum):
    """What is done to a project, or a decision, as its Jejak names it."""

    DIBUKA = "dibuka"
    KEPUTUSAN = "keputusan"
    TAHAP = "tahap"
    PENCAIRAN = "pencairan"
    LAPORAN = "laporan"
    DIUBAH = "diubah"
    DICATAT = "dicatat"


LAKU = beku(
    {
        Aksi.DIBUKA: Laku("Dicatat di portal", Pembaca.UMUM),
        Aksi.KEPUTUSAN: Laku("Keputusan", Pembaca.UMUM, Alasan.UMUM),
        Aksi.TAHAP: Laku("Tahap berganti", Pembaca.UMUM, Alasan.UMUM),
        Aksi.PENCAIRAN: Laku("Uang diterima", Pembaca.UMUM),
        Aksi.LAPORAN: Laku("Laporan kemajuan terbit", Pembaca.UMUM),
        Aksi.DIUBAH: Laku("Keterangan diubah", Pembaca.UMUM, Alasan.UMUM),
    }
)
# Acts whose reason everyone reads.
BERALASAN = beralasan(LAKU, Pembaca.UMUM)
# The page of a decision shows the decision itself, so its trail is told on none.
LAKU_KEPUTUSAN = beku({Aksi.DICATAT: Laku("Keputusan dicatat", Pembaca.TIDAK_ADA)})
