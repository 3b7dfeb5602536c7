"""Letters to the owner about what guards the account: to every proven address, without a code."""

import pytest
from allauth.account.models import EmailAddress

from tests.alat.akun import SANDI_BARU, surat
from tests.alat.sandi import kode_sandi
from warga import services

pytestmark = pytest.mark.django_db


def test_the_owner_is_told_by_every_contact(klien, pemeran):
    orang = pemeran.warga
    EmailAddress.objects.create(user=orang, email="wati@contoh.id", verified=True)
    EmailAddress.objects.create(user=orang, email="lama@contoh.id", verified=True)
    EmailAddress.objects.create(user=orang, email="palsu@contoh.id", verified=False)
    kode = kode_sandi(orang, pemeran)
    kepada = {alamat for alamat, perihal, _ in surat() if "diminta" in perihal}
    assert kepada == {"wati@contoh.id", "lama@contoh.id"}
    services.buat_sandi(kode=services.cari_kode_sandi(kode), sandi=SANDI_BARU)
    kepada = {alamat for alamat, perihal, _ in surat() if "baru saja dibuat" in perihal}
    assert kepada == {"wati@contoh.id", "lama@contoh.id"}
    assert not [isi for _, _, isi in surat() if kode in isi]


CETAK, KODE, PASTIKAN = (
    "/akun/pengaman/cadangan/buat/",
    "/akun/pengaman/kode/",
    "/akun/pengaman/pastikan/",
)


def test_its_owner_is_told_by_letter(klien, pemeran):
    pemeran.kakam.email = "karto@contoh.id"
    pemeran.kakam.save()
    EmailAddress.objects.create(
        user=pemeran.kakam, email="karto@contoh.id", verified=True, primary=True
    )
    klien("kakam").post(CETAK)
    assert surat()[-1][0] == "karto@contoh.id"
    assert "Lembar kode sekali pakai" in surat()[-1][2]
