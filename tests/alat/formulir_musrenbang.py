"""Pages of the musrenbang that give typed words out again."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from musrenbang.enums import Status
from musrenbang.models import PerubahanUrutan
from musrenbang.services.rapat import ubah_urutan
from tests.pabrik.musrenbang import dibuka, sampai, usul
from tests.pabrik.pemeran import Pemeran

Buat = Callable[[Pemeran], tuple[str, str]]


def _tahun(nama: str) -> Buat:
    return lambda p: (reverse(f"musrenbang:{nama}", args=[dibuka(p).tahun]),) * 2


def _usulan(nama: str) -> Buat:
    def buat(pemeran: Pemeran) -> tuple[str, str]:
        satu = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung, lengkap=False)
        return (reverse(f"musrenbang:{nama}", args=[satu.pk]),) * 2

    return buat


def _di_tahap(nama: str, status: str) -> Buat:
    def buat(pemeran: Pemeran) -> tuple[str, str]:
        satu = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung)
        sampai(satu.musrenbang, status, pemeran)
        return (reverse(f"musrenbang:{nama}", args=[satu.pk]),) * 2

    return buat


def _mundur(pemeran: Pemeran) -> tuple[str, str]:
    satu = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung)
    tahun = sampai(satu.musrenbang, Status.NILAI, pemeran).tahun
    return (reverse("musrenbang:mundur", args=[tahun]),) * 2


def _batal(pemeran: Pemeran) -> tuple[str, str]:
    musrenbang = dibuka(pemeran)
    satu, _ = (usul(musrenbang, pemeran.aparat, pemeran.kampung, n) for n in (1, 2))
    sampai(musrenbang, Status.RAPAT, pemeran)
    baru: Any = PerubahanUrutan(usulan=satu, ke=2, alasan="Lebih mendesak menurut rapat.")
    ubah = ubah_urutan(perubahan=baru, oleh=pemeran.staf)
    return (reverse("musrenbang:urutan_batal", args=[ubah.pk]),) * 2


FORMULIR_MUSRENBANG: dict[str, tuple[str, Buat, str]] = {
    "musrenbang:buka": ("staf", lambda p: (reverse("musrenbang:buka"),) * 2, "tempat"),
    "musrenbang:atur": ("staf", _tahun("atur"), "tempat"),
    "musrenbang:hadir": ("staf", _tahun("hadir"), "nomor_berita_acara"),
    "musrenbang:usul": ("aparat", _tahun("usul"), "judul"),
    "musrenbang:ubah": ("aparat", _usulan("ubah"), "judul"),
    "musrenbang:tarik": ("aparat", _usulan("tarik"), "alasan"),
    "musrenbang:mundur": ("staf", _mundur, "alasan"),
    "musrenbang:urutan": ("staf", _di_tahap("urutan", Status.RAPAT), "alasan"),
    "musrenbang:urutan_batal": ("staf", _batal, "alasan"),
    "musrenbang:jawaban": ("staf", _di_tahap("jawaban", Status.SELESAI), "alasan"),
}
