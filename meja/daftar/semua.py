"""Every declared list of a desk, by its name."""

from meja.daftar.bentuk import Daftar
from meja.daftar.kantor import (
    BELANJA,
    BERFUNGSI,
    EVALUASI,
    KABAR,
    KEPUTUSAN,
    MINGGU,
    PERMINTAAN,
)
from meja.daftar.kiriman import KIRIMAN

_LAIN = (KEPUTUSAN, PERMINTAAN, BERFUNGSI, EVALUASI, BELANJA, MINGGU, KABAR)
SEMUA: dict[str, Daftar] = {satu.nama: satu for satu in (KIRIMAN, *_LAIN)}
