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
    DRAF_DIKIRIM = "draf_dikirim"
    DRAF_DIAMBIL = "draf_diambil"
    DRAF_DIKEMBALIKAN = "draf_dikembalikan"


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
        # Acts on a draft, which its office alone reads.
        Aksi.DRAF_DIKIRIM: Laku("Draf dikirim ke penerbit"),
        Aksi.DRAF_DIAMBIL: Laku("Draf diambil lagi untuk diubah"),
        Aksi.DRAF_DIKEMBALIKAN: Laku("Draf dikembalikan", alasan=Alasan.WAJIB_PETUGAS),
    }
)


class AksiPenerbit(StrEnum):
    """The acts on the answer who publishes the reports of a kampung."""

    DITETAPKAN = "ditetapkan"


LAKU_PENERBIT = beku({AksiPenerbit.DITETAPKAN: Laku("Penerbit laporan ditetapkan")})


class AksiPesan(StrEnum):
    """The act on a message to one person about a task in reports."""

    DISAMPAIKAN = "disampaikan"


LAKU_PESAN = beku({AksiPesan.DISAMPAIKAN: Laku("Disampaikan", Pembaca.PENGIRIM)})
