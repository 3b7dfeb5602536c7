"""Factories of people and places, shared by all tests."""

import datetime
from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from warga.enums import JenisInstansi, NamaJabatan, Peran
from warga.models import Instansi, Jabatan, Kampung, KantorLayanan, Pengguna

SANDI = "Sandi-Uji-Panjang-27"


class KampungFactory(DjangoModelFactory):
    """An invented kampung; the 17 real ones are already in the database."""

    class Meta:
        model = Kampung
        django_get_or_create = ("kode",)

    kode = factory.Sequence(lambda n: f"18.02.99.{2001 + n}")
    nama = factory.Sequence(lambda n: f"Kampung Uji {n}")
    slug = factory.LazyAttribute(lambda o: o.nama.lower().replace(" ", "-"))
    lintang = "-5.13000"
    bujur = "105.03000"


class InstansiFactory(DjangoModelFactory):
    """A body of government; pass `kampung` for that of a kampung."""

    class Meta:
        model = Instansi

    jenis = factory.LazyAttribute(
        lambda o: JenisInstansi.KAMPUNG if o.kampung else JenisInstansi.KABUPATEN
    )
    nama = factory.Sequence(lambda n: f"Instansi Uji {n}")
    kampung = None


class KantorLayananFactory(DjangoModelFactory):
    """An office of a kampung."""

    class Meta:
        model = KantorLayanan

    kampung = factory.SubFactory(KampungFactory)
    nama = factory.Sequence(lambda n: f"Kantor Uji {n}")


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


def kampung(nama: str) -> Kampung:
    """One of the 17 kampung, by its name as the reference data writes it."""
    return Kampung.objects.get(nama=nama)


def instansi_kampung(tempat: Kampung) -> Instansi:
    """The government of a kampung."""
    return Instansi.objects.get_or_create(
        kampung=tempat,
        defaults={"jenis": JenisInstansi.KAMPUNG, "nama": f"Pemerintah Kampung {tempat.nama}"},
    )[0]


def kecamatan() -> Instansi:
    """The kecamatan as a body of government."""
    return Instansi.objects.get(jenis=JenisInstansi.KECAMATAN)


def pejabat(
    jabatan: NamaJabatan, instansi: Instansi, *, peran: Peran = Peran.APARAT, **fields: Any
) -> Pengguna:
    """A person who holds an office today."""
    orang = PenggunaFactory(peran=peran, kampung=instansi.kampung, **fields)
    JabatanFactory(pengguna=orang, nama=jabatan, instansi=instansi)
    return orang
