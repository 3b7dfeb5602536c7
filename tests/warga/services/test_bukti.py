"""The mark of an account whose password came from a code, and what takes it away."""

import datetime as dt

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from core.jejak.catat import riwayat
from tests.alat.akun import MASUK, SANDI_BARU, kode_surat, masuk_sebagai
from tests.alat.sandi import kode_sandi
from tests.warga.test_pengaman import angka
from warga import services
from warga.models import Pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def ditandai(pemeran) -> Pengguna:
    """The resident, with a proven address, after a password was set by code."""
    orang = pemeran.warga
    EmailAddress.objects.create(user=orang, email="wati@contoh.id", verified=True, primary=True)
    Pengguna.objects.filter(pk=orang.pk).update(email="wati@contoh.id")
    kode = services.cari_kode_sandi(kode_sandi(orang, pemeran))
    return services.buat_sandi(kode=kode, sandi=SANDI_BARU)


def tanda(orang) -> bool:
    return Pengguna.objects.get(pk=orang.pk).sandi_dari_kode_pada is not None


def pasang_pada(orang, sebelum) -> None:
    """Move the factors of an account to five minutes before or after its code."""
    saat = orang.sandi_dari_kode_pada + dt.timedelta(minutes=-5 if sebelum else 5)
    Authenticator.objects.filter(user=orang).update(created_at=saat)


def lupa(client, email):
    client.post("/akun/sandi/lupa/", {"email": email})
    client.post("/akun/sandi/lupa/kode/", {"code": kode_surat()})
    client.post("/akun/sandi/lupa/baru/", {"password1": "Gabah-Kering-Panen-4"})


def test_the_mark_goes_by_the_old_address_alone(client, ditandai):
    assert tanda(ditandai)
    EmailAddress.objects.create(user=ditandai, email="penyerang@contoh.id", verified=True)
    lupa(client, "penyerang@contoh.id")
    assert tanda(ditandai)
    lupa(client, "wati@contoh.id")
    assert not tanda(ditandai)
    assert [j.aksi for j in riwayat(ditandai)][-1] == "pemilik_terbukti"


def test_a_second_code_makes_no_address_of_the_first_one_an_old_one(client, ditandai, pemeran):
    """An intruder who came in by a code proves an address of their own, and comes in by a code once
    more."""
    EmailAddress.objects.create(user=ditandai, email="penyerang@contoh.id", verified=True)
    kode = services.cari_kode_sandi(kode_sandi(ditandai, pemeran))
    services.buat_sandi(kode=kode, sandi="Gabah-Basah-Panen-5")
    lupa(client, "penyerang@contoh.id")
    assert tanda(ditandai)
    lupa(client, "wati@contoh.id")
    assert not tanda(ditandai)


def test_an_admin_makes_no_mark_younger(ditandai, pemeran):
    """Otherwise a factor that was set up, or a kiriman that was sent, since the first mark would
    count as older."""
    pertama = ditandai.sandi_dari_kode_pada
    ditandai.email = "lain@contoh.id"
    services.simpan_pengguna(pengguna=ditandai, oleh=pemeran.admin)
    assert Pengguna.objects.get(pk=ditandai.pk).sandi_dari_kode_pada == pertama


def test_a_marked_account_is_not_emptied_by_who_came_in(client, ditandai):
    """Name and contact of each kiriman would go with it, and no PIN could be renewed."""
    client.force_login(ditandai)
    isi = {"sandi": SANDI_BARU, "yakin": "on"}
    halaman = client.post("/akun/hapus/", isi, follow=True).content.decode()
    assert "belum dapat dihapus dari sini" in halaman
    assert Pengguna.objects.get(pk=ditandai.pk).dikosongkan_pada is None


@pytest.mark.parametrize("sebelum", [True, False])
def test_the_mark_goes_by_a_factor_that_was_there_before(client, ditandai, sebelum):
    """An intruder who opened the account by a code could set up a factor of their own."""
    rahasia = generate_totp_secret()
    TOTP.activate(ditandai, rahasia)
    pasang_pada(ditandai, sebelum)
    client.post(MASUK, {"login": ditandai.telepon, "password": SANDI_BARU})
    client.post("/akun/pengaman/kode/", {"code": angka(rahasia)})
    assert masuk_sebagai(client) == ditandai.pk
    assert tanda(ditandai) is not sebelum


@pytest.mark.parametrize("sebelum", [True, False])
def test_a_sheet_of_codes_from_before_is_such_a_factor(client, ditandai, sebelum):
    kode = services.buat_kode_sekali(pengguna=ditandai)
    pasang_pada(ditandai, sebelum)
    client.post(MASUK, {"login": ditandai.telepon, "password": SANDI_BARU})
    client.post("/akun/pengaman/kode/", {"code": kode[0]})
    assert masuk_sebagai(client) == ditandai.pk
    assert tanda(ditandai) is not sebelum


def test_a_session_guesses_no_password_by_emptying_the_account(klien):
    client = klien("warga")
    for i in range(5):
        client.post("/akun/hapus/", {"sandi": f"tebakan{i}", "yakin": "on"})
    halaman = client.post("/akun/hapus/", {"sandi": "tebakan6", "yakin": "on"}).content.decode()
    assert "Tunggu" in halaman


def test_the_mark_goes_by_the_pin_of_an_own_kiriman(ditandai):
    services.buktikan_pemilik(pengguna=ditandai, lewat="pin")
    assert not tanda(ditandai)
