"""Pages about help that give typed words out again."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from mitra.models import Tawaran
from mitra.services.janji import selesaikan
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.mitra import (
    buat_diperiksa,
    buat_janji,
    buat_kebutuhan,
    buat_kerja,
    buat_tawaran,
    buat_terima,
)
from tests.pabrik.pemeran import Pemeran

Buat = Callable[[Pemeran], tuple[str, str]]


def _kampung(nama: str) -> Buat:
    return lambda p: (reverse(f"mitra:{nama}", args=[p.kampung.slug]),) * 2


def _benda(nama: str, buat: Callable[[Pemeran], Any]) -> Buat:
    return lambda p: (reverse(f"mitra:{nama}", args=[buat(p).pk]),) * 2


def _tawaran(nama: str, buat: Callable[[Pemeran], Tawaran]) -> Buat:
    return lambda p: (reverse(f"mitra:{nama}", args=[buat(p).acuan]),) * 2


def _baru(pemeran: Pemeran) -> Tawaran:
    return buat_tawaran(pemeran.kampung)


def _diperiksa(pemeran: Pemeran) -> Tawaran:
    return buat_diperiksa(pemeran.kampung, pemeran.staf)


def _janji(pemeran: Pemeran) -> Any:
    return buat_janji(pemeran.kampung, pemeran.staf, pemeran.aparat)


def _disepakati(pemeran: Pemeran) -> Tawaran:
    tawaran: Tawaran = _janji(pemeran).tawaran
    return tawaran


def _selesai(pemeran: Pemeran) -> Tawaran:
    return selesaikan(tawaran=_disepakati(pemeran), kata="Batal.", oleh=pemeran.aparat)


def _terima(pemeran: Pemeran) -> Any:
    return buat_terima(_janji(pemeran), pemeran.aparat, 20, bukti=buat_berkas())


def _butuh(pemeran: Pemeran) -> Any:
    return buat_kebutuhan(pemeran.kampung, pemeran.aparat)


def _kerja(pemeran: Pemeran) -> Any:
    return buat_kerja(pemeran.kampung, pemeran.aparat)


FORMULIR_MITRA = {
    "mitra:butuh": ("aparat", _kampung("butuh"), "keterangan"),
    "mitra:kerja": ("aparat", _kampung("kerja"), "uraian"),
    "mitra:butuh_ubah": ("aparat", _benda("butuh_ubah", _butuh), "alasan"),
    "mitra:butuh_tutup": ("aparat", _benda("butuh_tutup", _butuh), "hasil"),
    "mitra:kerja_ubah": ("aparat", _benda("kerja_ubah", _kerja), "alasan"),
    "mitra:kerja_cabut": ("aparat", _benda("kerja_cabut", _kerja), "alasan"),
    "mitra:periksa": ("staf", _tawaran("periksa", _baru), "diperiksa"),
    "mitra:tulis": ("staf", _tawaran("tulis", _baru), "isi"),
    "mitra:tolak": ("staf", _tawaran("tolak", _baru), "alasan"),
    "mitra:sembunyi": ("staf", _tawaran("sembunyi", _disepakati), "alasan"),
    "mitra:sepakati": ("aparat", _tawaran("sepakati", _diperiksa), "uraian"),
    "mitra:janji_ubah": ("aparat", _tawaran("janji_ubah", _disepakati), "alasan"),
    "mitra:terima": ("aparat", _tawaran("terima", _disepakati), "diterima_oleh"),
    "mitra:selesai": ("aparat", _tawaran("selesai", _disepakati), "alasan"),
    "mitra:buka_lagi": ("aparat", _tawaran("buka_lagi", _selesai), "alasan"),
    "mitra:betulkan": ("aparat", _benda("betulkan", _terima), "alasan"),
    "mitra:bukti": ("aparat", _benda("bukti", _terima), "alasan"),
    "mitra:mitra_ubah": (
        "staf",
        lambda p: (reverse("mitra:mitra_ubah", args=[_janji(p).mitra.slug]),) * 2,
        "alasan",
    ),
}
