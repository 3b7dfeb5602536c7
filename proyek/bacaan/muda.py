"""Whether a project is so young that all of it may still be corrected, or taken back
(docs/keputusan/0046-perubahan.md)."""

import datetime as dt

from core.jejak.catat import riwayat
from core.models import Jejak
from core.templatetags.bentuk import tanggal
from core.waktu import sekarang
from proyek.laku import Aksi
from proyek.models import Proyek

# A founding decision is law on paper: after this many days people have read it here.
HARI_MUDA = 30
# Acts after which others rely on what is written, each with what happened.
MENGIKAT: dict[str, str] = {
    Aksi.KEPUTUSAN: "sudah ada keputusan tentang proyek ini",
    Aksi.PERUBAHAN: "sudah ada perubahan dengan surat",
    Aksi.TAHAP: "pekerjaannya sudah mulai dicatat",
    Aksi.PENCAIRAN: "uangnya sudah mulai dicatat",
    Aksi.LAPORAN: "laporan kemajuannya sudah terbit",
}


def pengikat(proyek: Proyek) -> str:
    """Return what makes a project too old to be corrected freely; "" while it is young. One query.

    The founding decision binds only after `HARI_MUDA` days.
    """
    for jejak in riwayat(proyek).filter(aksi__in=MENGIKAT):
        if not _pendiri(jejak):
            return f"{MENGIKAT[jejak.aksi]} ({tanggal(jejak.waktu)})"
        if sekarang() - jejak.waktu > dt.timedelta(days=HARI_MUDA):
            return f"keputusan yang mendasarinya sudah dimuat lebih dari {HARI_MUDA} hari"
    return ""


def _pendiri(jejak: Jejak) -> bool:
    """Return whether it tells of the decision that was entered together with the project."""
    return jejak.aksi == Aksi.KEPUTUSAN and bool((jejak.isi.rincian or {}).get("awal"))
