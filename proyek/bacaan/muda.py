"""Whether a project is so young that all of it may still be corrected, or taken back
(docs/keputusan/0046-perubahan.md)."""

import datetime as dt

from core.jejak.catat import riwayat
from core.templatetags.bentuk import tanggal
from core.waktu import sekarang
from proyek.laku import Aksi
from proyek.models import Keputusan, Proyek

# A founding decision is law on paper: after this many days people have read it here.
HARI_MUDA = 30
KEPUTUSAN = "sudah ada keputusan tentang proyek ini"
# Acts after which others rely on what is written, each with what happened.
MENGIKAT: dict[str, str] = {
    Aksi.PERUBAHAN: "sudah ada perubahan dengan surat",
    Aksi.TAHAP: "pekerjaannya sudah mulai dicatat",
    Aksi.PENCAIRAN: "uangnya sudah mulai dicatat",
    Aksi.LAPORAN: "laporan kemajuannya sudah terbit",
}


def pengikat(proyek: Proyek) -> str:
    """Return what makes a project too old to be corrected freely; "" while it is young. Two
    queries at most. The decision that founded it binds only after `HARI_MUDA` days.
    """
    for keputusan in proyek.keputusan.filter(umum=True).order_by("pk"):
        if sebab := _terikat(keputusan):
            return sebab
    jejak = riwayat(proyek).filter(aksi__in=MENGIKAT).first()
    return f"{MENGIKAT[jejak.aksi]} ({tanggal(jejak.waktu)})" if jejak else ""


def _terikat(keputusan: Keputusan) -> str:
    """Return why a public decision binds its project today; "" when it does not yet."""
    if not keputusan.awal:
        return f"{KEPUTUSAN} ({tanggal(keputusan.dicatat)})"
    if sekarang() - keputusan.dicatat > dt.timedelta(days=HARI_MUDA):
        return f"keputusan yang mendasarinya sudah dimuat lebih dari {HARI_MUDA} hari"
    return ""
