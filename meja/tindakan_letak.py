"""Acts about how exactly everybody sees the place: officials look and narrow, never widen."""

from aspirasi.models import Aspirasi
from aspirasi.services import letak
from meja import forms_letak
from meja.tindakan_dasar import Data, Tindakan
from warga.models import Pengguna


def _tepatkan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return letak.tepatkan(aspirasi=aspirasi, oleh=oleh, **data)


def _bulatkan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return letak.bulatkan(aspirasi=aspirasi, oleh=oleh, **data)


def _menunggu(aspirasi: Aspirasi) -> bool:
    return aspirasi.terbit and aspirasi.letak_menunggu_pada is not None


def _bertempat_umum(aspirasi: Aspirasi) -> bool:
    return aspirasi.tempat_umum and aspirasi.lintang is not None


# What the sender waits for stands before everything else.
TINDAKAN_LETAK_DIMINTA: dict[str, Tindakan] = {
    "tepatkan-letak": Tindakan(
        "Tampilkan letaknya dengan tepat (diminta pengirim)",
        "Ya, ini tempat umum: tampilkan tepat",
        "aspirasi.periksa",
        forms_letak.TepatkanForm,
        _tepatkan,
        "Letaknya sekarang tampil dengan tepat untuk umum.",
        syarat=_menunggu,
        utama=True,
    ),
}
TINDAKAN_LETAK: dict[str, Tindakan] = {
    "bulatkan-letak": Tindakan(
        "Bulatkan letaknya: ini bukan tempat umum",
        "Bulatkan",
        "aspirasi.periksa",
        forms_letak.BulatkanForm,
        _bulatkan,
        "Untuk umum, letaknya sekarang dibulatkan. Pengirim membaca alasannya.",
        syarat=_bertempat_umum,
        negatif=True,
    ),
}
