"""Accounts as an admin keeps them: roles, offices, contacts, the second factor.

The other pages of the admin are in `tests/warga/test_admin.py`.
"""

import datetime as dt

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from core.jejak.catat import riwayat
from tests.alat.admin_warga import DAFTAR, ubah
from tests.alat.akun import MASUK, masuk_sebagai
from tests.alat.klien import masuk
from tests.pabrik.kampung import instansi_kampung
from tests.pabrik.orang import SANDI, PenggunaFactory
from warga.enums import Peran
from warga.models import Jabatan

pytestmark = pytest.mark.django_db


def test_a_change_of_role_is_in_the_trail(klien, pemeran):
    ubah(klien("admin"), pemeran.warga, peran="fasilitator")
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.peran == Peran.FASILITATOR
    jejak = riwayat(pemeran.warga).get()
    assert (jejak.aksi, jejak.oleh_id, jejak.dari, jejak.ke) == (
        "hak_diubah",
        pemeran.admin.pk,
        "warga",
        "fasilitator",
    )
    halaman = klien("admin").get(f"{DAFTAR}{pemeran.warga.pk}/change/").content.decode()
    assert "Adi Admin, hak diubah (warga → fasilitator)" in halaman


def test_other_rights_are_in_the_trail_too(klien, pemeran):
    ubah(klien("admin"), pemeran.bpk, is_active=None)
    assert riwayat(pemeran.bpk).get().isi.rincian == {"is_active": [True, False]}


def test_a_new_name_is_no_matter_of_rights(klien, pemeran):
    ubah(klien("admin"), pemeran.warga, nama="Wati Saja")
    assert not riwayat(pemeran.warga).exists()


def test_an_office_is_given_with_its_trail(klien, pemeran):
    kantor = instansi_kampung(pemeran.kampung)
    isi = {
        "jabatan-TOTAL_FORMS": "1",
        "jabatan-0-nama": "fasilitator",
        "jabatan-0-instansi": kantor.pk,
        "jabatan-0-mulai": "2026-01-02",
    }
    ubah(klien("admin"), pemeran.fasilitator, **isi)
    jabatan = Jabatan.objects.get(pengguna=pemeran.fasilitator)
    assert (jabatan.instansi, jabatan.mulai) == (kantor, dt.date(2026, 1, 2))
    jejak = riwayat(pemeran.fasilitator).get()
    assert jejak.aksi == "jabatan_disimpan"
    assert jejak.isi.rincian["jabatan"] == "fasilitator"


def test_two_people_cannot_hold_one_office_at_once(klien, pemeran):
    isi = {
        "jabatan-TOTAL_FORMS": "1",
        "jabatan-0-nama": "kakam",
        "jabatan-0-instansi": instansi_kampung(pemeran.kampung).pk,
        "jabatan-0-mulai": "2026-01-02",
    }
    response = ubah(klien("admin"), pemeran.fasilitator, **isi)
    assert "masih dipegang orang lain" in response.content.decode()


def test_an_address_that_was_replaced_no_longer_signs_in(klien, client, pemeran):
    orang = PenggunaFactory(email="lama@contoh.id")
    EmailAddress.objects.create(user=orang, email="lama@contoh.id", verified=True, primary=True)
    ubah(klien("admin"), orang, email="Baru@contoh.id")
    orang.refresh_from_db()
    assert orang.email == "baru@contoh.id"
    client.post(MASUK, {"login": "lama@contoh.id", "password": SANDI})
    assert masuk_sebagai(client) is None


def test_a_replaced_number_is_unproven(klien):
    orang = PenggunaFactory(telepon_terbukti_pada="2026-01-01T00:00Z")
    client = klien("admin")
    ubah(client, orang)
    orang.refresh_from_db()
    assert orang.telepon_terbukti_pada
    ubah(client, orang, telepon="0813-1111-2222")
    orang.refresh_from_db()
    assert (orang.telepon, orang.telepon_terbukti_pada) == ("+6281311112222", None)


@pytest.mark.parametrize("ganti", [{"peran": "warga"}, {"is_active": None}])
def test_the_last_admin_cannot_be_taken_away(klien, pemeran, ganti):
    client = klien("admin")
    assert "admin terakhir" in ubah(client, pemeran.admin, **ganti).content.decode()
    PenggunaFactory(peran=Peran.ADMIN)
    assert ubah(client, pemeran.admin, **ganti).status_code == 302


def test_a_lost_factor_is_removed_with_a_reason(klien, pemeran):
    masuk(klien("warga"), pemeran.staf)
    alamat = f"{DAFTAR}{pemeran.staf.pk}/lepas-pengaman/"
    klien("admin").post(alamat, {"alasan": "HP hilang."})
    assert not Authenticator.objects.filter(user=pemeran.staf).exists()
