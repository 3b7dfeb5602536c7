"""Pages about plans that give typed words out again."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.urls import reverse

from core.waktu import hari_ini
from rencana.enums import LangkahTahunan
from rencana.models import Masa, MusyawarahDusun, Rencana
from rencana.services.bicara import mulai
from rencana.services.status import tutup
from rencana.services.tetapkan import tetapkan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import dibuka, draf, keberatan, penetapan

Buat = Callable[[Pemeran], tuple[str, str]]


def _ditutup(pemeran: Pemeran) -> Rencana:
    rencana = dibuka(pemeran.kakam, 50)
    return tutup(rencana=rencana, alasan="Musyawarah dimajukan.", oleh=pemeran.kakam)


def _ditetapkan(pemeran: Pemeran) -> Rencana:
    rencana = _ditutup(pemeran)
    return tetapkan(rencana=rencana, penetapan=penetapan(rencana), oleh=pemeran.kakam)


def _di(nama: str, buat: Callable[[Pemeran], Rencana]) -> Buat:
    """Return the address of a page of a plan, twice."""

    def alamat(pemeran: Pemeran) -> tuple[str, str]:
        rencana = buat(pemeran)
        jalur = reverse(f"rencana:{nama}", args=[rencana.kampung.slug, rencana.tahun, "rkp"])
        return (jalur, jalur)

    return alamat


def _baris(nama: str, buat: Callable[[Pemeran], Rencana]) -> Buat:
    """Return the address of a page of the first row of a plan, twice."""
    return lambda p: (reverse(f"rencana:{nama}", args=[buat(p).baris.all()[0].pk]),) * 2


def _draf(pemeran: Pemeran) -> Rencana:
    return draf(pemeran.kakam, 50)


def _dibuka(pemeran: Pemeran) -> Rencana:
    return dibuka(pemeran.kakam, 50)


def _rapat(pemeran: Pemeran) -> tuple[str, str]:
    isi: dict[str, Any] = {"dusun": "Dusun 2", "hadir_l": 3, "hadir_p": 4, "tanggal": hari_ini()}
    rencana = _draf(pemeran)
    rapat = MusyawarahDusun.objects.create(rencana=rencana, dicatat_oleh=pemeran.kakam, **isi)
    return (reverse("rencana:dusun_ubah", args=[rapat.pk]),) * 2


def _bicara(pemeran: Pemeran) -> tuple[str, str]:
    tautan = keberatan(_dibuka(pemeran), pemeran.staf).tautan_rencana
    mulai(tautan=tautan, oleh=pemeran.kakam)
    return (reverse("rencana:bicara", args=[tautan.pk]),) * 2


def _masa(pemeran: Pemeran) -> tuple[str, str]:
    hari = hari_ini()
    isi: dict[str, Any] = {"kampung": pemeran.kampung, "alasan": "Kakam baru.", "buka": hari}
    langkah = LangkahTahunan.RKP
    satu = Masa.objects.create(
        tahun=2027, langkah=langkah, tutup=hari + dt.timedelta(days=9), **isi
    )
    return (reverse("rencana:masa", args=[2027, satu.pk]),) * 2


FORMULIR_RENCANA: dict[str, tuple[str, Buat, str]] = {
    "rencana:tambah": ("aparat", _di("tambah", _draf), "rpjm"),
    "rencana:ubah": ("aparat", _baris("ubah", _draf), "rpjm"),
    "rencana:hapus": ("aparat", _baris("hapus", _dibuka), "alasan"),
    "rencana:uang": ("aparat", _di("uang", _dibuka), "alasan"),
    "rencana:dusun": ("aparat", _di("dusun", _draf), "dusun"),
    "rencana:dusun_ubah": ("aparat", _rapat, "dusun"),
    "rencana:batal": ("kakam", _di("batal", _dibuka), "alasan"),
    "rencana:masa_tanya": ("kakam", _di("masa_tanya", _dibuka), "alasan"),
    "rencana:tutup": ("kakam", _di("tutup", _dibuka), "alasan"),
    "rencana:buka_lagi": ("kakam", _di("buka_lagi", _ditutup), "alasan"),
    "rencana:tetapkan": ("kakam", _di("tetapkan", _ditutup), "ditetapkan_nama"),
    "rencana:hasil": ("kakam", _baris("hasil", _ditetapkan), "mengapa"),
    "rencana:bicara": ("aparat", _bicara, "hasil"),
    "rencana:masa_tambah": (
        "staf",
        lambda p: (reverse("rencana:masa_tambah", args=[2027]),) * 2,
        "alasan",
    ),
    "rencana:masa": ("staf", _masa, "alasan"),
}
