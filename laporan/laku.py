"""Every act on a report. The trail of its project tells of it, too (`proyek.laku`)."""

from enum import StrEnum

from core.laku import Alasan, Kabar, Laku, Pembaca, beku


class Aksi(StrEnum):
    """The acts on a report, as its trail names them."""

    TERBIT = "terbit"
    DITARIK = "ditarik"
    FOTO_DIHITAMKAN = "foto_dihitamkan"
    FOTO_DITARIK = "foto_ditarik"
    TULISAN_DIHITAMKAN = "tulisan_dihitamkan"


LAKU = beku(
    {
        Aksi.TERBIT: Laku("Laporan terbit", Pembaca.TIDAK_ADA),
        # The trail of its project tells of it, and its followers.
        Aksi.DITARIK: Laku(
            "Laporan ditarik", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.FOTO_DIHITAMKAN: Laku(
            "Bagian foto ditutup", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.FOTO_DITARIK: Laku(
            "Foto ditarik dari umum", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.TULISAN_DIHITAMKAN: Laku(
            "Sebagian tulisan dihitamkan", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
    }
)
