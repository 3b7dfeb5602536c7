"""The fixed cast of the tests (the roles of the portal) and clients signed in as them."""

import copy
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import AnonymousUser
from django.db.models import DateTimeField, Model
from django.test import Client

from tests import pabrik
from warga.enums import NamaJabatan, Peran
from warga.models import Instansi, Jabatan, Kampung, Pengguna, SesiAkun
from warga.sesi import CATATAN

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
        _TERSUSUN.append(_rekam())
        return copy.deepcopy(_TERSUSUN[0])[1]
    baris, orang = copy.deepcopy(_TERSUSUN[0])
    for model, semua in baris.items():
        for satu in semua:
            _perbarui(satu)
        model._base_manager.bulk_create(semua)
    return orang


_TERSUSUN: list[tuple[dict[type[Model], list[Any]], Pemeran]] = []


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
    sendiri, lain = pabrik.kampung("Sido Rejo"), pabrik.kampung("Bangun Rejo")
    kampung, kampung_lain = pabrik.instansi_kampung(sendiri), pabrik.instansi_kampung(lain)
    kecamatan = pabrik.kecamatan()
    staf = {"peran": Peran.STAF}
    return Pemeran(
        kampung=sendiri,
        kampung_lain=lain,
        pengunjung=AnonymousUser(),
        warga=pabrik.PenggunaFactory(nama="Wati Warga", kampung=sendiri),
        fasilitator=pabrik.PenggunaFactory(
            nama="Fitri Fasilitator", kampung=sendiri, peran=Peran.FASILITATOR
        ),
        bpk=pabrik.pejabat(
            NamaJabatan.ANGGOTA_BPK, kampung, nama="Bagus Pengawas", peran=Peran.BPK
        ),
        aparat=pabrik.pejabat(NamaJabatan.OPERATOR, kampung, nama="Ani Aparat"),
        kakam=pabrik.pejabat(NamaJabatan.KAKAM, kampung, nama="Karto Kepala"),
        aparat_lain=pabrik.pejabat(NamaJabatan.OPERATOR, kampung_lain, nama="Lina Lain"),
        staf=pabrik.pejabat(NamaJabatan.PETUGAS, kecamatan, nama="Sari Staf", **staf),
        petugas_rahasia=pabrik.pejabat(
            NamaJabatan.PETUGAS, kecamatan, nama="Rini Rahasia", petugas_rahasia=True, **staf
        ),
        camat=pabrik.pejabat(NamaJabatan.CAMAT, kecamatan, nama="Cahyo Camat", **staf),
        admin=pabrik.PenggunaFactory(nama="Adi Admin", peran=Peran.ADMIN),
    )


def _kode_di_kertas(orang: Pengguna, _rahasia: str) -> None:
    """The sheet of one-time codes of an official who has no app."""
    RecoveryCodes.activate(orang)


def masuk(client: Client, orang: Pengguna, *, faktor_kedua: bool = True) -> Client:
    """Sign a client in; officials with their second factor, as a real sign-in does."""
    client.force_login(orang)
    cara = [{"method": "password", "at": time.time()}]
    if faktor_kedua and orang.peran != Peran.WARGA:
        if not Authenticator.objects.filter(user=orang).exists():
            pasang = TOTP.activate if orang.is_staff else _kode_di_kertas
            pasang(orang, generate_totp_secret())
        cara.append({"method": "mfa", "at": time.time(), "type": "totp"})
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = cara
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(orang.pk)
    # As after the first page: written down not long ago.
    kini, sidik = int(time.time()), SesiAkun(kunci=session.session_key).sidik
    session[CATATAN] = {"saat": kini, "mulai": kini, "sidik": sidik}
    session.save()
    return client


@pytest.fixture
def klien(request: pytest.FixtureRequest, db: None) -> Callable[[str | Pengguna], Client]:
    """Make a client: `klien("staf")` from the cast, `klien(orang)` for any person."""

    def buat(siapa: str | Pengguna) -> Client:
        if isinstance(siapa, str):
            siapa = request.getfixturevalue("pemeran")[siapa]
        return masuk(Client(), siapa) if isinstance(siapa, Pengguna) else Client()

    return buat
