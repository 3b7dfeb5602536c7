"""Acts about who reads a kiriman, and the question to a kampung that may not read it."""

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import keterangan, pembaca
from meja import forms, forms_pembaca
from meja.tindakan_dasar import Data, Tindakan
from warga.models import Pengguna


def _persempit(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return pembaca.persempit(aspirasi=aspirasi, oleh=oleh, **data)


def _umumkan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return pembaca.umumkan(aspirasi=aspirasi, oleh=oleh, **data)


def _tolak_umum(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return pembaca.tolak_umum(aspirasi=aspirasi, oleh=oleh, **data)


def _tanya(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return keterangan.minta(aspirasi=aspirasi, oleh=oleh, **data)


def _diminta_umum(aspirasi: Aspirasi) -> bool:
    return aspirasi.minta_umum_pada is not None


def _dapat_dipersempit(aspirasi: Aspirasi) -> bool:
    penuh = aspirasi.jangkauan == Jangkauan.KECAMATAN and aspirasi.tentang != Tentang.TIDAK
    return not penuh and aspirasi.dihapus_pada is None


# What the sender waits for stands before everything else.
TINDAKAN_DIMINTA: dict[str, Tindakan] = {
    "umumkan": Tindakan(
        "Tampilkan untuk umum (diminta pengirim)",
        "Tampilkan untuk umum",
        "aspirasi.periksa",
        forms_pembaca.UmumkanForm,
        _umumkan,
        "Kiriman sekarang tampil untuk umum.",
        syarat=_diminta_umum,
        utama=True,
    ),
    "tolak-umum": Tindakan(
        "Belum dapat ditampilkan untuk umum",
        "Simpan alasannya",
        "aspirasi.periksa",
        forms.AlasanForm,
        _tolak_umum,
        "Pengirim membaca mengapa kirimannya belum ditampilkan.",
        syarat=_diminta_umum,
        negatif=True,
    ),
}
TINDAKAN_PEMBACA: dict[str, Tindakan] = {
    "tanya-kampung": Tindakan(
        "Minta keterangan kampung",
        "Kirim pertanyaan",
        "aspirasi.teruskan",
        forms_pembaca.TanyaKampungForm,
        _tanya,
        "Pertanyaan terkirim. Jawabannya nanti tampil di halaman ini.",
        syarat=lambda aspirasi: aspirasi.terbuka,
    ),
    "persempit": Tindakan(
        "Persempit pembacanya",
        "Persempit",
        "aspirasi.periksa",
        forms_pembaca.PersempitForm,
        _persempit,
        "Pembaca kiriman ini sekarang lebih sedikit.",
        syarat=_dapat_dipersempit,
        negatif=True,
    ),
}
