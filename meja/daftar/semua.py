"""Every declared list of a desk, by its name."""

from meja.daftar.bentuk import Daftar
from meja.daftar.kiriman import KIRIMAN

SEMUA: dict[str, Daftar] = {satu.nama: satu for satu in (KIRIMAN,)}
