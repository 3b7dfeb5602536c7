"""The acts that a status allows or forbids, in the order of a kiriman's life; and sending it."""

from collections.abc import Mapping
from types import MappingProxyType

from aspirasi.enums import (
    STATUS_BELUM_DIPERIKSA,
    STATUS_TERBUKA,
    Aksi,
    CaraSelesai,
    Langkah,
    Status,
)
from core.laku import Alasan, Kabar, Laku, Oleh, Pembaca, Pindah

_S, _L, _UMUM = Status, Langkah, Pembaca.UMUM
_SENDIRI, _WARGA, _PORTAL = Oleh.PENGIRIM, Oleh.WARGA, Oleh.PORTAL
_PINDAH, _TETAP = Kabar.PINDAH, Kabar.SELALU
_MENENTUKAN = Kabar.PINDAH | Kabar.YANG_IKUT

_TERTAHAN = (_S.MENUNGGU_INSTANSI,)
# A contested kiriman, and one that waits for others, goes through the kecamatan first.
_LEWAT_KECAMATAN = (_S.DIBUKA_KEMBALI, *_TERTAHAN)
_BERJALAN = (_S.DIVERIFIKASI, _S.DITERUSKAN, _S.DIPROSES)
_DITANGANI = (*_BERJALAN, *_LEWAT_KECAMATAN)
_DIJAWAB = (_S.DITANGGAPI, _S.DIJANJIKAN, _S.DIRENCANAKAN)
_TANGANI, _PERIKSA, _TERUSKAN = "aspirasi.tangani", "aspirasi.periksa", "aspirasi.teruskan"


def anda(kata: str) -> Mapping[Pembaca, str]:
    """Return the words for the sender, where the others read of "pengirim"."""
    return MappingProxyType({Pembaca.PENGIRIM: kata})


def _tutup(kata: str, ke: str, kabar: Kabar = _MENENTUKAN) -> Laku:
    """Return an act that ends it with a reason. The kecamatan may delegate these."""
    dari = (*STATUS_BELUM_DIPERIKSA, *_DITANGANI)
    pindah = Pindah(dari, ke, _PERIKSA, _LEWAT_KECAMATAN, memenuhi=(_L.PERIKSA, _L.JAWAB))
    return Laku(kata, _UMUM, Alasan.WAJIB_UMUM, kabar, pindah=pindah)


ALUR: dict[str, Laku] = {
    Aksi.KIRIM: Laku("Kiriman diterima", _UMUM, oleh=_SENDIRI),
    Aksi.MINTA_KETERANGAN: Laku(
        "Petugas bertanya kepada pengirim",
        _UMUM,
        Alasan.WAJIB_PERCAKAPAN,
        _PINDAH,
        kata_lain=anda("Petugas bertanya kepada Anda"),
        pindah=Pindah(
            (_S.DIAJUKAN,),
            _S.PERLU_PERBAIKAN,
            _PERIKSA,
            langkah=_L.PENGIRIM,
            memenuhi=(_L.PERIKSA,),
        ),
    ),
    Aksi.LENGKAPI: Laku(
        "Pengirim memberi keterangan",
        _UMUM,
        oleh=_SENDIRI,
        kata_lain=anda("Anda memberi keterangan"),
        pindah=Pindah((_S.PERLU_PERBAIKAN,), _S.DIAJUKAN),
    ),
    Aksi.PERIKSA: Laku(
        "Sudah diperiksa",
        _UMUM,
        Alasan.PENGIRIM,
        _PINDAH,
        pindah=Pindah(
            (_S.DIAJUKAN,),
            _S.DIVERIFIKASI,
            _PERIKSA,
            langkah=_L.JAWAB,
            memenuhi=(_L.PERIKSA,),
        ),
    ),
    Aksi.AMBIL_DULU: Laku(
        "Mulai ditangani sebelum diperiksa",
        _UMUM,
        kabar=_TETAP,
        pindah=Pindah((_S.DIAJUKAN,), izin="aspirasi.ambil_dulu"),
    ),
    Aksi.TERUSKAN: Laku(
        "Diteruskan", _UMUM, kabar=_TETAP, pindah=Pindah(_DITANGANI, _S.DITERUSKAN, _TERUSKAN)
    ),
    Aksi.AMBIL: Laku(
        "Mulai ditangani",
        _UMUM,
        kabar=_PINDAH,
        pindah=Pindah(
            (_S.DIVERIFIKASI, _S.DITERUSKAN, *_LEWAT_KECAMATAN),
            _S.DIPROSES,
            _TANGANI,
            _LEWAT_KECAMATAN,
        ),
    ),
    Aksi.KABARI: Laku(
        "Kabar sementara",
        _UMUM,
        kabar=_TETAP,
        pindah=Pindah(
            (*_BERJALAN, *_TERTAHAN, _S.DIJANJIKAN, _S.DIRENCANAKAN),
            "",
            _TANGANI,
            _TERTAHAN,
            memenuhi=(_L.JAWAB,),
        ),
    ),
    Aksi.TUNDA: Laku(
        "Ditunda",
        _UMUM,
        Alasan.WAJIB_UMUM,
        _TETAP,
        pindah=Pindah((*_BERJALAN, _S.DIJANJIKAN), "", _TANGANI),
    ),
    Aksi.TUNGGU_INSTANSI: Laku(
        "Menunggu instansi lain",
        _UMUM,
        kabar=_MENENTUKAN,
        pindah=Pindah(
            (*_BERJALAN, *_TERTAHAN),
            _S.MENUNGGU_INSTANSI,
            _TERUSKAN,
            langkah=_L.INSTANSI,
            memenuhi=(_L.JAWAB,),
        ),
    ),
    Aksi.TANGGAPI: Laku(
        "Dijawab",
        _UMUM,
        kabar=_TETAP | Kabar.YANG_IKUT,
        pindah=Pindah(
            (*_BERJALAN, *_TERTAHAN, _S.DITANGGAPI, _S.DIJANJIKAN),
            _S.DITANGGAPI,
            _TANGANI,
            _TERTAHAN,
            langkah=_L.KONFIRMASI,
            memenuhi=(_L.JAWAB,),
        ),
    ),
    Aksi.JANJIKAN: Laku(
        "Dijanjikan",
        _UMUM,
        kabar=_MENENTUKAN,
        pindah=Pindah(
            (*_BERJALAN, *_TERTAHAN, _S.DITANGGAPI),
            _S.DIJANJIKAN,
            _TANGANI,
            _TERTAHAN,
            langkah=_L.JANJI,
            memenuhi=(_L.JAWAB,),
        ),
    ),
    Aksi.TAGIH_JANJI: Laku(
        "Tanggal yang dijanjikan lewat, pengirim ditanya",
        _UMUM,
        kabar=_TETAP,
        oleh=_PORTAL,
        kata_lain=anda("Tanggal yang dijanjikan lewat, Anda ditanya"),
        pindah=Pindah((_S.DIJANJIKAN,)),
    ),
    Aksi.RENCANAKAN: Laku(
        "Masuk rencana proyek",
        _UMUM,
        kabar=_TETAP | Kabar.YANG_IKUT,
        pindah=Pindah(
            (*_BERJALAN, *_TERTAHAN, *_DIJAWAB),
            _S.DIRENCANAKAN,
            _TANGANI,
            _TERTAHAN,
            langkah=_L.NIHIL,
            memenuhi=(_L.JAWAB,),
        ),
    ),
    Aksi.IKUTI_TAHAP: Laku(
        "Kabar proyek yang menjawabnya",
        _UMUM,
        Alasan.UMUM,
        _TETAP,
        _PORTAL,
        pindah=Pindah((_S.DIRENCANAKAN,)),
    ),
    Aksi.TANYAI: Laku(
        "Proyek selesai, pengirim ditanya",
        _UMUM,
        kabar=_TETAP,
        oleh=_PORTAL,
        kata_lain=anda("Proyek selesai, Anda ditanya"),
        pindah=Pindah((_S.DIRENCANAKAN,), langkah=_L.KONFIRMASI),
    ),
    Aksi.LEPAS_PROYEK: Laku(
        "Proyeknya batal, ditangani lagi",
        _UMUM,
        Alasan.WAJIB_UMUM,
        _PINDAH,
        _PORTAL,
        pindah=Pindah((_S.DIRENCANAKAN,), _S.DIPROSES, langkah=_L.SELESAI),
    ),
    Aksi.PROYEK_KELIRU: Laku(
        "Proyeknya dibuka keliru, hubungannya dibatalkan",
        _UMUM,
        Alasan.WAJIB_UMUM,
        _TETAP | Kabar.YANG_IKUT,
        _PORTAL,
    ),
    Aksi.NYATAKAN_BERES: Laku(
        "Dinyatakan selesai oleh pengirim",
        _UMUM,
        kabar=Kabar.YANG_IKUT,
        oleh=_SENDIRI,
        kata_lain=anda("Anda nyatakan selesai"),
        pindah=Pindah(
            _DIJAWAB,
            _S.SELESAI,
            cara=CaraSelesai.DIKONFIRMASI_PENGIRIM,
            memenuhi=(_L.KONFIRMASI,),
        ),
    ),
    Aksi.BUKTIKAN: Laku(
        "Terbukti pada proyek yang selesai",
        _UMUM,
        Alasan.WAJIB_UMUM,
        _MENENTUKAN,
        pindah=Pindah(
            (_S.DIRENCANAKAN,), _S.SELESAI, _TERUSKAN, cara=CaraSelesai.TERBUKTI_DI_PROYEK
        ),
    ),
    Aksi.TUTUP_DIAM: Laku(
        "Ditutup tanpa jawaban pengirim",
        _UMUM,
        kabar=_MENENTUKAN,
        oleh=_PORTAL,
        kata_lain=anda("Ditutup tanpa jawaban Anda"),
        pindah=Pindah((_S.DITANGGAPI,), _S.SELESAI, cara=CaraSelesai.TANPA_KONFIRMASI),
    ),
    Aksi.BUKA_KEMBALI: Laku(
        "Dibuka kembali oleh pengirim",
        _UMUM,
        Alasan.WAJIB_PERCAKAPAN,
        oleh=_SENDIRI,
        kata_lain=anda("Anda buka kembali"),
        pindah=Pindah(
            (*_DIJAWAB, _S.SELESAI),
            _S.DIBUKA_KEMBALI,
            langkah=_L.PERIKSA,
            memenuhi=(_L.KONFIRMASI,),
        ),
    ),
    Aksi.BUKA_WARGA: Laku(
        "Dibuka kembali karena warga menyatakan belum beres",
        _UMUM,
        Alasan.WAJIB_UMUM,
        _PINDAH,
        _WARGA,
        pindah=Pindah(
            (*_DIJAWAB, _S.SELESAI), _S.DIBUKA_KEMBALI, "aspirasi.sanggah", langkah=_L.PERIKSA
        ),
    ),
    Aksi.TARIK: Laku(
        "Ditarik pengirim",
        _UMUM,
        oleh=_SENDIRI,
        kata_lain=anda("Anda tarik"),
        pindah=Pindah(STATUS_TERBUKA, _S.DITARIK),
    ),
    Aksi.TOLAK: _tutup("Ditolak", _S.DITOLAK),
    Aksi.BUKAN_WEWENANG: _tutup("Bukan wewenang kami", _S.BUKAN_WEWENANG),
    # From now on it is answered with the other kiriman, and so are its joiners.
    Aksi.GABUNG: _tutup("Digabung dengan kiriman lain", _S.DIGABUNG, _PINDAH),
    Aksi.LEPAS_GABUNG: Laku(
        "Tidak lagi digabung, diperiksa sendiri",
        _UMUM,
        Alasan.WAJIB_PENGIRIM,
        _PINDAH,
        _PORTAL,
        pindah=Pindah((_S.DIGABUNG,), _S.DIAJUKAN, langkah=_L.PERIKSA),
    ),
    Aksi.ARSIPKAN: _tutup("Tidak dilanjutkan", _S.DIARSIPKAN),
    Aksi.ARSIPKAN_DIAM: Laku(
        "Tidak dilanjutkan karena tidak ada keterangan",
        _UMUM,
        Alasan.WAJIB_UMUM,
        _MENENTUKAN,
        _PORTAL,
        pindah=Pindah((_S.PERLU_PERBAIKAN,), _S.DIARSIPKAN),
    ),
    Aksi.ESKALASI: Laku(
        "Terlambat, diingatkan",
        _UMUM,
        oleh=_PORTAL,
        pindah=Pindah((_S.DIAJUKAN, *_DITANGANI, _S.DIJANJIKAN)),
    ),
}
