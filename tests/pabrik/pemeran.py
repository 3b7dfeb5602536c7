"""The fixed cast of the tests: the roles of the portal."""

import pickle
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import DateTimeField, Model

from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan, kampung_resmi
from tests.pabrik.orang import PenggunaFactory, pejabat
from warga.enums import NamaJabatan, Peran
from warga.models import Instansi, Jabatan, Kampung, Pengguna

SEMUA_PERAN = (
    "pengunjung",
    "warga",
    "fasilitator",
    "bpk",
    "aparat",
    "kakam",
    "aparat_lain",
    "staf",
    "petugas_rahasia",
    "camat",
    "admin",
)
# Those who work at the desk of the cast's own kampung, and at that of the kecamatan.
KAMPUNG = {"aparat", "kakam"}
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}


@dataclass
class Pemeran:
    """The cast: `pemeran.staf` or `pemeran["staf"]`; `kampung` is the cast's own kampung."""

    kampung: Kampung
    kampung_lain: Kampung
    pengunjung: AnonymousUser
    warga: Pengguna
    fasilitator: Pengguna
    bpk: Pengguna
    aparat: Pengguna
    kakam: Pengguna
    aparat_lain: Pengguna
    staf: Pengguna
    petugas_rahasia: Pengguna
    camat: Pengguna
    admin: Pengguna

    def __getitem__(self, nama: str) -> Pengguna | AnonymousUser:
        if nama not in SEMUA_PERAN:
            raise KeyError(nama)
        return getattr(self, nama)


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """Everyone the tests speak of: own kampung Sido Rejo, the other one Bangun Rejo.

    They are made once in each process and stored again for each test, in three queries.
    """
    if not _TERSUSUN:
        _TERSUSUN.append(pickle.dumps(_rekam()))
        return _salinan()[1]
    baris, orang = _salinan()
    for model, semua in baris.items():
        for satu in semua:
            _perbarui(satu)
        model._base_manager.bulk_create(semua)
    return orang


_TERSUSUN: list[bytes] = []


def _salinan() -> tuple[dict[type[Model], list[Any]], Pemeran]:
    """Return the rows and the cast anew; reading them costs a sixth of copying them."""
    salinan: tuple[dict[type[Model], list[Any]], Pemeran] = pickle.loads(_TERSUSUN[0])  # noqa: S301 (our own)
    return salinan


def _rekam() -> tuple[dict[type[Model], list[Any]], Pemeran]:
    """Make the cast; return the rows that this added, by model, and the cast."""
    model: tuple[type[Model], ...] = (Instansi, Pengguna, Jabatan)
    ada = {m: list(m._base_manager.values_list("pk", flat=True)) for m in model}
    orang = _susun()
    return {m: list(m._base_manager.exclude(pk__in=ada[m])) for m in model}, orang


def _perbarui(baris: Model) -> None:
    """Let a row be of this moment: tests stand on different days."""
    for kolom in baris._meta.concrete_fields:
        if isinstance(kolom, DateTimeField) and kolom.has_default():
            setattr(baris, kolom.attname, kolom.get_default())


def _susun() -> Pemeran:
    sendiri, lain = kampung_resmi("Sido Rejo"), kampung_resmi("Bangun Rejo")
    kampung, kampung_lain = instansi_kampung(sendiri), instansi_kampung(lain)
    kecamatan = instansi_kecamatan()
    staf = {"peran": Peran.STAF}
    return Pemeran(
        kampung=sendiri,
        kampung_lain=lain,
        pengunjung=AnonymousUser(),
        warga=PenggunaFactory(nama="Wati Warga", kampung=sendiri),
        fasilitator=PenggunaFactory(
            nama="Fitri Fasilitator", kampung=sendiri, peran=Peran.FASILITATOR
        ),
        bpk=pejabat(NamaJabatan.ANGGOTA_BPK, kampung, nama="Bagus Pengawas", peran=Peran.BPK),
        aparat=pejabat(NamaJabatan.OPERATOR, kampung, nama="Ani Aparat"),
        kakam=pejabat(NamaJabatan.KAKAM, kampung, nama="Karto Kepala"),
        aparat_lain=pejabat(NamaJabatan.OPERATOR, kampung_lain, nama="Lina Lain"),
        staf=pejabat(NamaJabatan.PETUGAS, kecamatan, nama="Sari Staf", **staf),
        petugas_rahasia=pejabat(
            NamaJabatan.PETUGAS, kecamatan, nama="Rini Rahasia", petugas_rahasia=True, **staf
        ),
        camat=pejabat(NamaJabatan.CAMAT, kecamatan, nama="Cahyo Camat", **staf),
        admin=PenggunaFactory(nama="Adi Admin", peran=Peran.ADMIN),
    )
