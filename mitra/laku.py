"""Every act on a need, an offer, a partner, and a day of gotong royong."""

from enum import StrEnum

from core.laku import MODERASI, Alasan, Kabar, Laku, Oleh, Pembaca, Pindah, beku
from mitra.enums import STATUS_UMUM, TERBUKA, StatusTawaran

_UMUM, _PENGIRIM = Pembaca.UMUM, Pembaca.PENGIRIM
_BERALASAN = Alasan.WAJIB_UMUM
_SENDIRI = Kabar.TANPA_PENGIKUT
_DIAJUKAN, _DIPERIKSA = StatusTawaran.DIAJUKAN, StatusTawaran.DIVERIFIKASI


class AksiKebutuhan(StrEnum):
    """The acts on a need of a kampung."""

    DICATAT = "dicatat"
    DIBETULKAN = "dibetulkan"
    DITUTUP = "ditutup"


LAKU_KEBUTUHAN = beku(
    {
        AksiKebutuhan.DICATAT: Laku("Kebutuhan dicatat", _UMUM),
        AksiKebutuhan.DIBETULKAN: Laku("Kebutuhan dibetulkan", _UMUM, _BERALASAN),
        AksiKebutuhan.DITUTUP: Laku("Kebutuhan ditutup", _UMUM, _BERALASAN),
    }
)


class Aksi(StrEnum):
    """The acts on an offer, and on what was promised with it."""

    DIAJUKAN = "diajukan"
    DITAMBAH = "ditambah"
    DITANYA = "ditanya"
    KONTAK_DIBACA = "kontak_dibaca"
    KONTAK_DIHAPUS = "kontak_dihapus"
    DIVERIFIKASI = "diverifikasi"
    DISEPAKATI = "disepakati"
    DITOLAK = "ditolak"
    DITARIK = "ditarik"
    JANJI_DIUBAH = "janji_diubah"
    DITERIMA = "diterima"
    DIBETULKAN = "dibetulkan"
    DISELESAIKAN = "diselesaikan"
    DIBUKA_LAGI = "dibuka_lagi"


LAKU_TAWARAN = beku(
    {
        Aksi.DIAJUKAN: Laku("Tawaran diterima portal", _PENGIRIM, oleh=Oleh.PENGIRIM),
        Aksi.DITAMBAH: Laku("Penawar menambah keterangan", _PENGIRIM, oleh=Oleh.PENGIRIM),
        Aksi.DITANYA: Laku("Petugas menulis kepada penawar", _PENGIRIM),
        Aksi.KONTAK_DIBACA: Laku("Petugas membaca kontak Anda", _PENGIRIM),
        Aksi.KONTAK_DIHAPUS: Laku(
            "Nama dan kontak Anda dihapus, karena tawaran ini sudah lama ditutup",
            _PENGIRIM,
            oleh=Oleh.PORTAL,
        ),
        Aksi.DIVERIFIKASI: Laku(
            "Tawaran diperiksa",
            _PENGIRIM,
            Alasan.WAJIB_PENGIRIM,
            pindah=Pindah((_DIAJUKAN,), _DIPERIKSA, "mitra.periksa"),
        ),
        Aksi.DISEPAKATI: Laku(
            "Tawaran disepakati",
            _UMUM,
            kabar=_SENDIRI,
            pindah=Pindah((_DIPERIKSA,), StatusTawaran.DISEPAKATI, "mitra.sepakati"),
        ),
        Aksi.DITOLAK: Laku(
            "Tawaran tidak diterima",
            _PENGIRIM,
            Alasan.WAJIB_PENGIRIM,
            pindah=Pindah(TERBUKA, StatusTawaran.DITOLAK, "mitra.tolak"),
        ),
        Aksi.DITARIK: Laku(
            "Tawaran ditarik penawarnya",
            _PENGIRIM,
            Alasan.PENGIRIM,
            oleh=Oleh.PENGIRIM,
            pindah=Pindah((*TERBUKA, StatusTawaran.DISEPAKATI), StatusTawaran.DITARIK),
        ),
        Aksi.JANJI_DIUBAH: Laku(
            "Isi janji dibetulkan",
            _UMUM,
            _BERALASAN,
            _SENDIRI,
            pindah=Pindah(STATUS_UMUM, izin="mitra.terima"),
        ),
        Aksi.DITERIMA: Laku(
            "Bantuan diterima",
            _UMUM,
            kabar=_SENDIRI,
            pindah=Pindah(STATUS_UMUM, StatusTawaran.BERJALAN, "mitra.terima"),
        ),
        Aksi.DIBETULKAN: Laku(
            "Catatan penerimaan dibetulkan",
            _UMUM,
            _BERALASAN,
            _SENDIRI,
            pindah=Pindah(STATUS_UMUM, izin="mitra.terima"),
        ),
        Aksi.DISELESAIKAN: Laku(
            "Bantuan selesai",
            _UMUM,
            Alasan.UMUM,
            _SENDIRI,
            pindah=Pindah(
                (StatusTawaran.DISEPAKATI, StatusTawaran.BERJALAN),
                StatusTawaran.SELESAI,
                "mitra.terima",
            ),
        ),
        Aksi.DIBUKA_LAGI: Laku(
            "Bantuan dibuka lagi",
            _UMUM,
            _BERALASAN,
            _SENDIRI,
            pindah=Pindah((StatusTawaran.SELESAI,), StatusTawaran.BERJALAN, "mitra.terima"),
        ),
    },
    MODERASI,
)


class AksiMitra(StrEnum):
    """The acts on a partner."""

    DIBETULKAN = "dibetulkan"


LAKU_MITRA = beku({AksiMitra.DIBETULKAN: Laku("Nama mitra dibetulkan", _UMUM, _BERALASAN)})


class AksiKerja(StrEnum):
    """The acts on a day of gotong royong."""

    DICATAT = "dicatat"
    DIBETULKAN = "dibetulkan"
    DICABUT = "dicabut"


LAKU_KERJA = beku(
    {
        AksiKerja.DICATAT: Laku("Gotong royong dicatat", _UMUM),
        AksiKerja.DIBETULKAN: Laku("Catatan gotong royong dibetulkan", _UMUM, _BERALASAN),
        AksiKerja.DICABUT: Laku("Catatan gotong royong dicabut", _UMUM, _BERALASAN),
    }
)
