"""People with accounts, and the offices they hold."""

import datetime
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from core.waktu import sekarang
from tests.pabrik.kampung import InstansiFactory
from warga.enums import NamaJabatan, Peran
from warga.models import Instansi, Jabatan, Pengguna

SANDI = "Sandi-Uji-Panjang-27"


class PenggunaFactory(DjangoModelFactory):
    """An account with a phone number and the password `SANDI`."""

    class Meta:
        model = Pengguna

    nama = factory.Sequence(lambda n: f"Warga Uji {n}")
    telepon = factory.Sequence(lambda n: f"+62812{n:08d}")
    password = factory.LazyFunction(lambda: make_password(SANDI))
    peran = Peran.WARGA


class JabatanFactory(DjangoModelFactory):
    """An office held since the beginning of 2025."""

    class Meta:
        model = Jabatan

    pengguna = factory.SubFactory(PenggunaFactory)
    nama = NamaJabatan.PETUGAS
    instansi = factory.SubFactory(InstansiFactory)
    mulai = datetime.date(2025, 1, 1)


def pejabat(
    jabatan: NamaJabatan, instansi: Instansi, *, peran: Peran = Peran.APARAT, **fields: Any
) -> Pengguna:
    """A person who holds an office today."""
    orang = PenggunaFactory(peran=peran, kampung=instansi.kampung, **fields)
    JabatanFactory(pengguna=orang, nama=jabatan, instansi=instansi)
    return orang


def terbukti(**fields: Any) -> Pengguna:
    """A resident whose phone is proven."""
    return PenggunaFactory(telepon_terbukti_pada=sekarang(), **fields)


def buktikan_email(orang: Pengguna, email: str = "wati@contoh.id", *, pasti: bool = True) -> None:
    EmailAddress.objects.create(user=orang, email=email, verified=pasti, primary=True)
