"""Acts of an admin on an account, a button each. Each asks for a reason and leaves a trail."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from warga import services
from warga.enums import TANDA_BACA, HakBaca, Peran
from warga.models import Pengguna


def selalu(orang: Pengguna) -> bool:
    return True


def dapat_diminta(hak: HakBaca, orang: Pengguna) -> bool:
    return orang.peran == Peran.STAF and not getattr(orang, hak)


def dapat_dicabut(hak: HakBaca, orang: Pengguna) -> bool:
    return bool(getattr(orang, hak))


@dataclass(frozen=True)
class TindakanAkun:
    """One act on an account: its button, its meaning, what is said afterwards, its service, and
    the accounts that it fits."""

    tombol: str
    penjelasan: str
    kabar: str  # what is said when it is done
    jalan: Callable[..., Any]  # (pengguna=…, oleh=…, alasan=…)
    cocok: Callable[[Pengguna], bool] = selalu


TINDAKAN = {
    "lepas-pengaman": TindakanAkun(
        "Lepas kode keamanan kedua",
        "Untuk orang yang kehilangan HP atau lembar kode. Ia memasang yang baru, dan diberi tahu.",
        "Kode keamanan keduanya dilepas, dan pemiliknya diberi tahu.",
        services.lepas_faktor_kedua,
    ),
    "kosongkan": TindakanAkun(
        "Kosongkan akun",
        "Nama, kontak, kata sandi, dan jabatannya hilang untuk selamanya, juga nama dan kontak "
        "pada kirimannya. Tulisan yang sudah terbit tetap ada tanpa nama.",
        "Akun itu sudah dikosongkan.",
        services.kosongkan_pengguna,
    ),
}
for _hak in TANDA_BACA:
    _nama = _hak.value.replace("_", "-")
    TINDAKAN[f"minta-{_nama}"] = TindakanAkun(
        f"Minta hak {_hak.label.lower()}",
        "Permintaan ini diputuskan camat di meja kerjanya. Bila disetujui, semua yang sudah boleh "
        "membaca kiriman rahasia diberi tahu.",
        "Permintaan dikirim. Camat memutuskannya di meja kerjanya.",
        partial(services.minta_pembaca, hak=_hak),
        partial(dapat_diminta, _hak),
    )
    TINDAKAN[f"cabut-{_nama}"] = TindakanAkun(
        f"Cabut hak {_hak.label.lower()}",
        "Berlaku segera. Semua yang boleh membaca kiriman rahasia diberi tahu.",
        "Haknya dicabut, dan semua pembaca kiriman rahasia diberi tahu.",
        partial(services.cabut_pembaca, hak=_hak),
        partial(dapat_dicabut, _hak),
    )
