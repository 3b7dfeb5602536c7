"""Kiriman that others join, and those who join them."""

from typing import Any

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import ikut as layanan_ikut
from aspirasi.services import kiriman
from core.formulir.sekali import kunci_baru
from tests.pabrik.aspirasi import terbit

INDUK = "Selokan Xylofon di Dusun 3 mampet."
SENDIRI = "Di depan rumah saya juga, sejak Lebaran."
SURAT, WA = {"email": "wati@contoh.id"}, {"telepon": "+6281234567890"}


def ikut(ke: Aspirasi, isi: str = "", kontak: dict[str, str] | None = None) -> kiriman.Terkirim:
    return layanan_ikut.bergabung(
        ke=ke,
        aspirasi=Aspirasi(isi=isi),
        pengirim=Pengirim(**(kontak or {})),
        kunci=kunci_baru(),
    )


def induk(pemeran: Any, **lain: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf, isi=INDUK, jenis=Jenis.KELUHAN, **lain)
