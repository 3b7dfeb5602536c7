"""The acts that follow a project: its days move, the kabupaten answers it, or a stage of it is
taken back with what followed."""

from aspirasi.enums import Aksi, Langkah, Status
from aspirasi.laku.alur import anda
from core.laku import Alasan, Kabar, Laku, Oleh, Pembaca, Pindah

_UMUM, _PORTAL = Pembaca.UMUM, Oleh.PORTAL

WAKTU: dict[str, Laku] = {
    Aksi.WAKTU_PROYEK: Laku(
        "Rencana waktu proyeknya berubah",
        _UMUM,
        Alasan.UMUM,
        Kabar.SELALU | Kabar.YANG_IKUT,
        _PORTAL,
    ),
    Aksi.USUL_KABUPATEN: Laku(
        "Kabupaten menjawab usulan proyeknya",
        _UMUM,
        Alasan.UMUM,
        Kabar.SELALU | Kabar.YANG_IKUT,
        _PORTAL,
    ),
}
TAHAP_KELIRU: dict[str, Laku] = {
    Aksi.TAHAP_KELIRU: Laku(
        "Kabar tentang proyeknya ternyata keliru", _UMUM, Alasan.UMUM, Kabar.SELALU, _PORTAL
    ),
    Aksi.TANYA_DITARIK: Laku(
        "Proyek ternyata belum selesai, pertanyaan kepada pengirim ditarik",
        _UMUM,
        Alasan.UMUM,
        Kabar.SELALU,
        _PORTAL,
        kata_lain=anda("Proyek ternyata belum selesai, pertanyaan kepada Anda ditarik"),
        pindah=Pindah((Status.DIRENCANAKAN,), langkah=Langkah.NIHIL),
    ),
    Aksi.MENUNGGU_LAGI: Laku(
        "Proyek ternyata tidak batal, menunggu proyek itu lagi",
        _UMUM,
        Alasan.UMUM,
        Kabar.SELALU,
        _PORTAL,
        pindah=Pindah(
            (Status.DIPROSES, Status.DITERUSKAN), Status.DIRENCANAKAN, langkah=Langkah.NIHIL
        ),
    ),
}
