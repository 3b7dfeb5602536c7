"""Kampung, bodies of government and their offices."""

import factory
from factory.django import DjangoModelFactory

from warga.enums import JenisInstansi
from warga.models import Instansi, Kampung, KantorLayanan


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


def kampung_resmi(nama: str) -> Kampung:
    """One of the 17 kampung, by its name as the reference data writes it."""
    return Kampung.objects.get(nama=nama)


def instansi_kampung(tempat: Kampung) -> Instansi:
    """The government of a kampung."""
    return Instansi.objects.get_or_create(
        kampung=tempat,
        defaults={"jenis": JenisInstansi.KAMPUNG, "nama": f"Pemerintah Kampung {tempat.nama}"},
    )[0]


def instansi_kecamatan() -> Instansi:
    """The kecamatan as a body of government."""
    return Instansi.objects.get(jenis=JenisInstansi.KECAMATAN)
