"""A changed password or role ends codes and requests; an approval ends with its giver's right.

How sessions end is in `tests/warga/test_sesi_akun.py`.
"""

import pytest

from core.galat import TidakBisa
from tests.alat.akun import SANDI_BARU
from tests.alat.sandi import kode_sandi
from tests.pabrik.orang import SANDI
from warga import services
from warga.enums import Peran
from warga.models import KodeCetak, Pengguna, PermintaanSandi

pytestmark = pytest.mark.django_db


def test_whoever_changes_the_password_ends_codes_and_requests(klien, pemeran):
    kode = kode_sandi(pemeran.warga, pemeran)
    services.minta_sandi(pengguna=pemeran.warga, oleh=pemeran.staf, alasan="Lagi.")
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU}
    assert klien("warga").post("/akun/sandi/", isi).status_code == 302
    assert services.cari_kode_sandi(kode) is None
    assert not PermintaanSandi.objects.hidup().exists()


def test_a_role_that_changes_ends_them_too(pemeran):
    kode = kode_sandi(pemeran.warga, pemeran)
    services.minta_sandi(pengguna=pemeran.warga, oleh=pemeran.staf, alasan="Lagi.")
    pemeran.warga.peran = Peran.STAF
    services.simpan_pengguna(pengguna=pemeran.warga, oleh=pemeran.admin)
    assert services.cari_kode_sandi(kode) is None
    assert not PermintaanSandi.objects.hidup().exists()


@pytest.mark.parametrize("hilang", [{"is_active": False}, {"peran": Peran.WARGA}])
def test_an_approval_ends_with_the_right_of_who_gave_it(pemeran, hilang):
    baris = services.minta_sandi(pengguna=pemeran.warga, oleh=pemeran.staf, alasan="Saya kenal.")
    baris = services.putuskan_sandi(
        permintaan=baris, oleh=pemeran.petugas_rahasia, setuju=True, alasan="Saya menelepon."
    )
    polos = {"petugas_rahasia": False, "penerima_khusus": False}
    Pengguna.objects.filter(pk=pemeran.petugas_rahasia.pk).update(**polos, **hilang)
    with pytest.raises(TidakBisa, match="tidak berwenang lagi"):
        services.buka_sandi(permintaan=baris, oleh=pemeran.staf)
    assert not KodeCetak.objects.exists()
