"""Every act on a report. The trail of its project tells of it, too (`proyek.laku`)."""

from enum import StrEnum

from core.laku import Laku, Pembaca, beku


class Aksi(StrEnum):
    """The acts on a report, as its trail names them."""

    TERBIT = "terbit"


LAKU = beku({Aksi.TERBIT: Laku("Laporan terbit", Pembaca.TIDAK_ADA)})
