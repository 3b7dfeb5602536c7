"""The refusals of the database itself about people and places."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.waktu import hari_ini
from tests.pabrik.kampung import KampungFactory, instansi_kampung
from tests.pabrik.orang import JabatanFactory, PenggunaFactory, pejabat
from warga.enums import NamaJabatan, Peran
from warga.models import Instansi, Kampung, Pengguna

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "nama"),
    [
        ({"telepon": None, "email": None}, "pengguna_punya_kontak"),
        ({"telepon": "0812"}, "pengguna_punya_kontak"),
        ({"telepon": None, "email": "bukan"}, "pengguna_punya_kontak"),
        ({"peran": Peran.APARAT}, "pengguna_kampung_wajib"),
        ({"peran": Peran.BPK}, "pengguna_kampung_wajib"),
        ({"petugas_rahasia": True}, "pengguna_rahasia_hanya_staf"),
        ({"peran": Peran.ADMIN, "penerima_khusus": True}, "pengguna_rahasia_hanya_staf"),
        (
            {"telepon": None, "email": "a@b.id", "telepon_terbukti_pada": "2026-01-01T00:00Z"},
            "pengguna_telepon_terbukti_ada",
        ),
    ],
)
def test_an_account_that_makes_no_sense_is_refused(fields, nama):
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        PenggunaFactory(**fields)


def test_an_empty_contact_is_null():
    orang = PenggunaFactory(email="")
    orang.refresh_from_db()
    assert orang.email is None
    with pytest.raises(IntegrityError, match="kosong_null"), transaction.atomic():
        Pengguna.objects.filter(pk=orang.pk).update(email="")


def test_a_proven_number_is_unique_and_an_unproven_one_is_not():
    nomor, saat = "+6281234567890", "2026-01-01T00:00Z"
    PenggunaFactory(telepon=nomor, telepon_terbukti_pada=saat)
    PenggunaFactory(telepon=nomor)
    with pytest.raises(IntegrityError, match="telepon_terbukti_unik"), transaction.atomic():
        PenggunaFactory(telepon=nomor, telepon_terbukti_pada=saat)


def test_one_holder_at_a_time_of_the_offices_that_stand_alone(pemeran):
    kantor = instansi_kampung(pemeran.kampung)
    with pytest.raises(IntegrityError, match="jabatan_tunggal"), transaction.atomic():
        pejabat(NamaJabatan.KAKAM, kantor)
    pemeran.kakam.jabatan.update(selesai=dt.date(2025, 12, 31))
    pejabat(NamaJabatan.KAKAM, kantor)
    pejabat(NamaJabatan.KADUS, kantor)
    pejabat(NamaJabatan.KADUS, kantor)


def test_an_office_counts_from_its_first_to_its_last_day():
    jabatan = JabatanFactory(nama=NamaJabatan.PETUGAS, mulai=hari_ini(), selesai=hari_ini())
    orang = Pengguna.objects.get(pk=jabatan.pengguna.pk)
    assert orang.memegang(NamaJabatan.PETUGAS)
    for geser in (-1, 1):
        besok = hari_ini() + dt.timedelta(days=geser)
        assert not orang.jabatan.aktif(besok).exists()


def test_an_office_cannot_end_before_it_begins():
    with pytest.raises(IntegrityError, match="jabatan_tanggal_urut"), transaction.atomic():
        JabatanFactory(mulai=dt.date(2026, 2, 1), selesai=dt.date(2026, 1, 1))


def test_only_the_government_of_a_kampung_has_a_kampung(pemeran):
    for jenis, kampung in (("kabupaten", KampungFactory()), ("kampung", None)):
        with pytest.raises(IntegrityError, match="instansi_kampung"), transaction.atomic():
            Instansi.objects.create(nama="X", jenis=jenis, kampung=kampung)
        with pytest.raises(ValidationError, match="hanya untuk Pemerintah Kampung"):
            Instansi(nama="X", jenis=jenis, kampung=kampung).full_clean()


def test_codes_of_both_offices_are_kept_apart():
    """The two numberings of villages do not match: neither is made from the other."""
    kode = dict(Kampung.objects.values_list("nama", "kode_bps"))
    assert kode["Tanjung Pandan"] == "1805030015"
    assert Kampung.objects.get(kode="18.02.02.2012").nama == "Tanjung Pandan"
    assert Kampung.objects.resmi().values("kode_bps").distinct().count() == 17


def test_an_invented_kampung_stays_out_of_totals():
    KampungFactory(contoh=True)
    assert Kampung.objects.count() == 18
    assert Kampung.objects.resmi().count() == 17
