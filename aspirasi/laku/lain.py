"""The acts that ask for no status and move none: on its readers, its place, its sender and the PIN,
and the work of officials among themselves."""

from aspirasi.enums import Aksi
from aspirasi.laku.alur import anda
from core.laku import Alasan, Kabar, Laku, Oleh, Pembaca

_UMUM, _PENGIRIM, _PETUGAS = Pembaca.UMUM, Pembaca.PENGIRIM, Pembaca.PETUGAS
_TIDAK_ADA = Pembaca.TIDAK_ADA
_SENDIRI, _WARGA, _PORTAL = Oleh.PENGIRIM, Oleh.WARGA, Oleh.PORTAL
_HENING = Kabar.SELALU | Kabar.TANPA_PENGIKUT
_BERDUA = Alasan.WAJIB_PETUGAS  # the second person decides by the reason


def _ditarik(kata: str) -> Laku:
    """Return an act that takes something back from the public, with a reason that stays there."""
    return Laku(kata, _UMUM, Alasan.WAJIB_UMUM, _HENING)


PEMBACA: dict[str, Laku] = {
    Aksi.JANGKAUAN_DIUBAH: Laku(
        "Pembacanya diubah pengirim",
        _PENGIRIM,
        oleh=_SENDIRI,
        kata_lain=anda("Pembacanya Anda ubah"),
    ),
    Aksi.DIPERSEMPIT: Laku(
        "Pembacanya dipersempit petugas", _PENGIRIM, Alasan.WAJIB_PENGIRIM, Kabar.PINDAH
    ),
    Aksi.IKUT_DIPERSEMPIT: Laku(
        "Pembacanya ikut dipersempit, seperti kiriman yang serupa", _PENGIRIM
    ),
    Aksi.MINTA_UMUM: Laku("Diminta dibuka untuk umum", _PENGIRIM, oleh=_SENDIRI),
    Aksi.DIUMUMKAN: Laku("Ditampilkan untuk umum", _PENGIRIM, Alasan.PENGIRIM, Kabar.PINDAH),
    Aksi.UMUM_DITOLAK: Laku(
        "Belum dapat ditampilkan untuk umum", _PENGIRIM, Alasan.WAJIB_PENGIRIM, Kabar.PINDAH
    ),
    Aksi.LETAK_DIATUR: Laku(
        "Lokasi diatur pengirim", _PENGIRIM, oleh=_SENDIRI, kata_lain=anda("Lokasinya Anda atur")
    ),
    Aksi.LETAK_DIHAPUS: Laku(
        "Lokasi dihapus pengirim", _PENGIRIM, oleh=_SENDIRI, kata_lain=anda("Lokasinya Anda hapus")
    ),
    Aksi.LETAK_DIBULATKAN: Laku(
        "Lokasinya dibulatkan petugas", _PENGIRIM, Alasan.WAJIB_PENGIRIM, Kabar.PINDAH
    ),
    Aksi.LETAK_DITEPATKAN: Laku("Lokasinya tampil dengan tepat", _PENGIRIM, kabar=Kabar.PINDAH),
    Aksi.DIPERBAIKI: Laku(
        "Tulisan yang tampil diperbaiki petugas", _UMUM, Alasan.WAJIB_PENGIRIM, _HENING
    ),
    Aksi.ISI_DITARIK: _ditarik("Tulisan ditarik dari umum"),
    Aksi.ISI_DIHITAMKAN: _ditarik("Sebagian tulisan dihitamkan"),
    Aksi.JAWABAN_DITARIK: _ditarik("Jawaban resmi ditarik dari umum"),
    Aksi.JAWABAN_DIHITAMKAN: _ditarik("Sebagian jawaban resmi dihitamkan"),
    Aksi.ALASAN_DITARIK: _ditarik("Alasan ditarik dari umum"),
    Aksi.FOTO_DITARIK: _ditarik("Foto ditarik dari umum"),
    Aksi.FOTO_DIHITAMKAN: _ditarik("Bagian foto yang tampil ditutup"),
    Aksi.FOTO_DISETUJUI: Laku("Foto ditampilkan"),
    Aksi.FOTO_DITAMBAH: Laku(
        "Foto ditambahkan pada jawaban resmi", _UMUM, Alasan.WAJIB_UMUM, _HENING
    ),
    Aksi.FOTO_DITUTUP: Laku("Bagian foto ditutup"),
}

# Several people say the same: merging, support, and residents who say that it is not settled.
BERSAMA: dict[str, Laku] = {
    Aksi.DIGABUNGI: Laku("Kiriman serupa digabung ke sini", _UMUM),
    Aksi.INDUK_DITARIK: Laku(
        "Kiriman yang diikuti ditarik pengirimnya",
        _PENGIRIM,
        kabar=Kabar.SELALU,
        oleh=_PORTAL,
        kata_lain=anda("Kiriman yang Anda ikuti ditarik pengirimnya"),
    ),
    Aksi.KIRIMAN_SERUPA: Laku("Kiriman serupa masuk", _TIDAK_ADA, oleh=_WARGA),
    Aksi.DIDUKUNG: Laku("Didukung warga", _TIDAK_ADA, oleh=_WARGA),
    Aksi.DUKUNGAN_DITARIK: Laku("Dukungan ditarik", _TIDAK_ADA, oleh=_WARGA),
    Aksi.BELUM_BERES: Laku("Dinyatakan belum beres oleh warga", _TIDAK_ADA, oleh=_WARGA),
    Aksi.BELUM_BERES_DITARIK: Laku("Pernyataan belum beres ditarik", _TIDAK_ADA, oleh=_WARGA),
}

# The sender: identity, contact, PIN, erasing, and the question four weeks later.
PENGIRIM: dict[str, Laku] = {
    # Officials do not read these two (`aspirasi.bacaan.riwayat`).
    Aksi.DISIMPAN_AKUN: Laku(
        "Disimpan di akun", _PENGIRIM, oleh=_SENDIRI, kata_lain=anda("Anda simpan di akun")
    ),
    Aksi.DILEPAS_AKUN: Laku(
        "Dilepas dari akun", _PENGIRIM, oleh=_SENDIRI, kata_lain=anda("Anda lepas dari akun")
    ),
    Aksi.KONTAK_DIUBAH: Laku(
        "Kontak diubah pengirim", _PENGIRIM, oleh=_SENDIRI, kata_lain=anda("Kontaknya Anda ubah")
    ),
    Aksi.KONTAK_DIHAPUS: Laku("Nama dan kontak dihapus", _PENGIRIM, oleh=_PORTAL),
    Aksi.IDENTITAS_DIHAPUS: Laku(
        "Nama dan kontak dihapus atas permintaan", _PENGIRIM, oleh=_SENDIRI
    ),
    Aksi.DATA_DIHAPUS: Laku("Isi dan identitas dihapus atas permintaan", _UMUM, oleh=_SENDIRI),
    Aksi.PENGIRIM_DIBACA: Laku("Identitas pengirim dibuka"),
    Aksi.PIN_DIMINTA: Laku("PIN baru diminta lewat petugas", _PENGIRIM, _BERDUA),
    Aksi.PIN_DISETUJUI: Laku("Permintaan PIN baru disetujui orang kedua", alasan=_BERDUA),
    Aksi.PIN_DITOLAK: Laku("Permintaan PIN baru ditolak orang kedua", alasan=_BERDUA),
    Aksi.PIN_DITARIK: Laku("Permintaan PIN baru ditarik"),
    Aksi.PIN_DIBATALKAN: Laku(
        "Permintaan PIN baru dibatalkan pengirim",
        _PENGIRIM,
        oleh=_SENDIRI,
        kata_lain=anda("Permintaan PIN baru Anda batalkan"),
    ),
    Aksi.PIN_DIGANTI: Laku("PIN baru dibuat petugas", _PENGIRIM),
    Aksi.PIN_LEWAT_EMAIL: Laku(
        "PIN baru dibuat pengirim lewat e-mail akunnya",
        _PENGIRIM,
        oleh=_SENDIRI,
        kata_lain=anda("PIN baru Anda buat lewat e-mail"),
    ),
    # Officials are told from it; the conversation shows the words.
    Aksi.DIBALAS: Laku("Pengirim menulis pesan", _TIDAK_ADA, oleh=_SENDIRI),
    Aksi.BALASAN_DIBACA: Laku(
        "Balasan pengirim dibaca", _PENGIRIM, kata_lain=anda("Tulisan Anda dibaca petugas")
    ),
    Aksi.DIKABARI: Laku("Pengirim dikabari lewat WhatsApp"),
    Aksi.DITANYA: Laku("Pengirim ditanya apakah masih beres", kabar=Kabar.SELALU, oleh=_PORTAL),
    Aksi.DINILAI: Laku("Pengirim menjawab apakah masih beres", oleh=_SENDIRI),
}

KANTOR: dict[str, Laku] = {
    Aksi.SURAT_INSTANSI: Laku("Surat instansi", _UMUM, kabar=Kabar.SELALU),
    Aksi.PINDAIAN_DISIMPAN: Laku("Pindaian surat disimpan"),
    Aksi.PINDAIAN_DITAMPILKAN: Laku("Pindaian surat ditampilkan untuk umum"),
    Aksi.PINDAIAN_DISEMBUNYIKAN: Laku("Pindaian surat tidak lagi tampil"),
    Aksi.KETERANGAN_DIMINTA: Laku("Keterangan kampung diminta"),
    Aksi.KETERANGAN_DIJAWAB: Laku("Keterangan kampung diterima"),
    Aksi.KETERANGAN_DITUTUP: Laku("Keterangan kampung tidak diperlukan lagi"),
    Aksi.KETERANGAN_DITULIS_ULANG: Laku("Pertanyaan kepada kampung ditulis ulang"),
    Aksi.GOLONGAN_DIUBAH: Laku("Batas waktu diubah"),
    Aksi.TENGGAT_DIHITUNG: Laku("Tenggat dihitung ulang karena hari libur berubah", oleh=_PORTAL),
    Aksi.CATATAN_DITULIS: Laku("Catatan petugas ditulis"),
    Aksi.DITUGASKAN: Laku("Dipegang seorang petugas"),
    Aksi.DILEPAS: Laku("Tidak dipegang lagi"),
    # A decision about the project says how it treated this objection, answered or not.
    Aksi.DIPERTIMBANGKAN: Laku("Dipertimbangkan dalam keputusan", _UMUM, kabar=Kabar.SELALU),
    Aksi.NOMOR_LAPOR: Laku("Nomor SP4N-LAPOR! dicatat"),
    Aksi.KABAR_BAHAYA: Laku("Peringatan bahaya diterbitkan"),
}

LAIN: dict[str, Laku] = PEMBACA | BERSAMA | PENGIRIM | KANTOR
