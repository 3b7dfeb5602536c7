"""One's own account: its page, and changes of name, contacts and password."""

import pytest
from allauth.account.models import EmailAddress

from core.jejak.catat import riwayat
from tests.alat.akun import MASUK, SANDI_BARU, kode_surat, masuk_sebagai, surat
from tests.alat.sandi import kode_sandi
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.orang import SANDI, PenggunaFactory
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
NOMOR = "+6281234567890"


@pytest.fixture
def wati(client):
    """A warga who signed in by the front door."""
    orang = PenggunaFactory(nama="Wati", telepon=NOMOR)
    client.post(MASUK, {"login": NOMOR, "password": SANDI})
    return orang


def pastikan(client, tujuan, data=None):
    """Go to `tujuan`, or send `data` there, and type the password that is asked first."""
    response = client.post(tujuan, data, follow=True) if data else client.get(tujuan, follow=True)
    assert "Pastikan ini Anda" in response.content.decode()
    return client.post("/akun/pastikan/", {"password": SANDI, "next": tujuan})


def beri_email(orang, email="wati@contoh.id"):
    orang.email = email
    orang.save()
    EmailAddress.objects.create(user=orang, email=email, verified=True, primary=True)


@pytest.mark.parametrize(
    "alamat",
    [
        "/akun/",
        "/akun/data/",
        "/akun/telepon/",
        "/akun/hapus/",
        "/akun/email/",
        "/akun/sandi/",
        "/akun/pengaman/",
        "/akun/pengaman/pasang/",
    ],
)
def test_visitors_are_asked_to_sign_in(client, alamat):
    response = client.get(alamat)
    assert response.status_code == 302
    assert response.url.startswith("/akun/masuk/")


def test_the_page_costs_the_same_whatever_the_number_of_codes(
    klien, pemeran, django_assert_num_queries
):
    client = klien("warga")
    for jumlah in (1, 3):
        while pemeran.warga.kode_cetak.count() < jumlah:
            kode_sandi(pemeran.warga, pemeran)
        with django_assert_num_queries(8):
            assert client.get("/akun/").status_code == 200


def test_name_and_kampung_can_be_changed(client, wati):
    kampung = kampung_resmi("Cimarias")
    client.post("/akun/data/", {"nama": "Wati Baru", "kampung": kampung.pk})
    wati.refresh_from_db()
    assert (wati.nama, wati.kampung) == ("Wati Baru", kampung)


def test_a_bad_name_stays_on_the_form_only(client, wati):
    response = client.post("/akun/data/", {"nama": "", "kampung": ""})
    halaman = response.content.decode()
    assert response.status_code == 200
    assert (
        '<span class="menu__nama">Wati</span>' in halaman
    )  # the menu still knows who is signed in


def test_the_kampung_of_an_official_stays(klien, pemeran):
    klien("aparat").post("/akun/data/", {"nama": "Ani", "kampung": pemeran.kampung_lain.pk})
    pemeran.aparat.refresh_from_db()
    assert (pemeran.aparat.nama, pemeran.aparat.kampung) == ("Ani", pemeran.kampung)


def test_a_new_number_asks_for_the_password_and_is_unproven(client, wati):
    Pengguna.objects.filter(pk=wati.pk).update(telepon_terbukti_pada="2026-01-01T00:00Z")
    pastikan(client, "/akun/telepon/")
    client.post("/akun/telepon/", {"telepon": "0813-1111-2222"})
    wati.refresh_from_db()
    assert (wati.telepon, wati.telepon_terbukti_pada) == ("+6281311112222", None)
    assert [j.aksi for j in riwayat(wati)] == ["telepon_diubah"]
    client.post("/akun/keluar/")
    client.post(MASUK, {"login": "081311112222", "password": SANDI})
    assert masuk_sebagai(client) == wati.pk


def test_the_number_is_not_changed_without_the_password(client, wati):
    client.post("/akun/telepon/", {"telepon": "0813-1111-2222"})
    wati.refresh_from_db()
    assert wati.telepon == NOMOR


def test_the_same_number_in_another_writing_stays_proven(client, wati):
    Pengguna.objects.filter(pk=wati.pk).update(telepon_terbukti_pada="2026-01-01T00:00Z")
    pastikan(client, "/akun/telepon/")
    client.post("/akun/telepon/", {"telepon": "+62 812 3456 7890"})
    wati.refresh_from_db()
    assert wati.telepon_terbukti_pada


def test_the_only_contact_cannot_be_removed(client, wati):
    pastikan(client, "/akun/telepon/")
    response = client.post("/akun/telepon/", {"telepon": ""})
    assert "satu-satunya cara Anda masuk" in response.content.decode()
    wati.refresh_from_db()
    assert wati.telepon == NOMOR


def test_with_a_confirmed_email_the_number_may_go(client, wati):
    beri_email(wati)
    pastikan(client, "/akun/telepon/")
    client.post("/akun/telepon/", {"telepon": ""})
    wati.refresh_from_db()
    assert (wati.telepon, wati.email) == (None, "wati@contoh.id")


def test_an_email_is_added_by_its_code(client, wati):
    pastikan(client, "/akun/email/", {"email": "Wati@Contoh.id", "action_add": "1"})
    wati.refresh_from_db()
    assert wati.email is None  # not before the code
    response = client.post("/akun/email/kode/", {"code": kode_surat().lower()})
    assert response.url == "/akun/"
    wati.refresh_from_db()
    assert (wati.email, wati.kontak_terbukti) == ("wati@contoh.id", True)


def test_a_changed_email_replaces_the_old_one_and_tells_it(client, wati):
    beri_email(wati)
    pastikan(client, "/akun/email/", {"email": "baru@contoh.id", "action_add": "1"})
    client.post("/akun/email/kode/", {"code": kode_surat()})
    wati.refresh_from_db()
    assert wati.email == "baru@contoh.id"
    assert list(wati.emailaddress_set.values_list("email", flat=True)) == ["baru@contoh.id"]
    assert surat()[-1][:2] == ("wati@contoh.id", "E-mail akun Anda diganti")


def test_an_email_of_somebody_else_is_not_betrayed_before_its_code(client, wati):
    beri_email(PenggunaFactory(), "orang@contoh.id")
    response = pastikan(client, "/akun/email/", {"email": "orang@contoh.id", "action_add": "1"})
    assert response.url == "/akun/email/kode/"
    client.post("/akun/email/kode/", {"code": kode_surat()})
    wati.refresh_from_db()
    assert wati.email is None


def test_an_email_can_be_removed_only_beside_a_number(client, wati):
    beri_email(wati)
    pastikan(client, "/akun/email/", {"email": "wati@contoh.id", "action_remove": "1"})
    wati.refresh_from_db()
    assert wati.email is None
    beri_email(wati)
    Pengguna.objects.filter(pk=wati.pk).update(telepon=None)
    client.post("/akun/email/", {"email": "wati@contoh.id", "action_remove": "1"})
    wati.refresh_from_db()
    assert wati.email == "wati@contoh.id"


def test_the_password_is_changed_with_the_old_one(client, wati):
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU}
    salah = client.post("/akun/sandi/", isi | {"oldpassword": "bukan"}).content.decode()
    assert "Kata sandi yang sekarang belum benar" in salah
    lemah = client.post("/akun/sandi/", isi | {"password1": "12345678"}).content.decode()
    assert "terlalu umum" in lemah
    assert client.post("/akun/sandi/", isi).url == "/akun/"
    wati.refresh_from_db()
    assert wati.check_password(SANDI_BARU)
    assert masuk_sebagai(client) == wati.pk


def test_other_sessions_end_when_the_password_changes(client, wati):
    lain = type(client)()
    lain.post(MASUK, {"login": NOMOR, "password": SANDI})
    client.post("/akun/sandi/", {"oldpassword": SANDI, "password1": SANDI_BARU})
    assert lain.get("/akun/").status_code == 302


def test_forgotten_with_email_a_new_one_comes_by_code(client):
    orang = PenggunaFactory(telepon=None, email="wati@contoh.id")
    beri_email(orang)
    response = client.post("/akun/sandi/lupa/", {"email": "wati@contoh.id"}, follow=True)
    assert "Isi kode dari e-mail" in response.content.decode()
    client.post("/akun/sandi/lupa/kode/", {"code": kode_surat()})
    client.post("/akun/sandi/lupa/baru/", {"password1": SANDI_BARU})
    orang.refresh_from_db()
    assert orang.check_password(SANDI_BARU)
    assert masuk_sebagai(client) is None


def test_a_forgotten_password_betrays_no_account(client):
    response = client.post("/akun/sandi/lupa/", {"email": "tiada@contoh.id"}, follow=True)
    assert "Isi kode dari e-mail" in response.content.decode()
    assert surat()[-1][:2] == ("tiada@contoh.id", "E-mail ini belum mempunyai akun")
    response = client.post("/akun/sandi/lupa/kode/", {"code": ""})
    assert response.status_code == 200
    assert client.get("/akun/sandi/lupa/baru/").status_code == 302


def test_three_wrong_codes_end_the_attempt(client):
    orang = PenggunaFactory(telepon=None, email="wati@contoh.id")
    beri_email(orang)
    client.post("/akun/sandi/lupa/", {"email": "wati@contoh.id"})
    kode = kode_surat()
    for _ in range(3):
        client.post("/akun/sandi/lupa/kode/", {"code": "SALA-HKDE"})
    client.post("/akun/sandi/lupa/kode/", {"code": kode})
    client.post("/akun/sandi/lupa/baru/", {"password1": SANDI_BARU})
    orang.refresh_from_db()
    assert orang.check_password(SANDI)


def test_the_own_account_can_be_deleted_with_the_password(client, wati):
    isi = {"sandi": "bukan", "yakin": "on"}
    assert "Kata sandi belum benar" in client.post("/akun/hapus/", isi).content.decode()
    client.post("/akun/hapus/", isi | {"sandi": SANDI})
    wati.refresh_from_db()
    assert (wati.nama, wati.telepon, wati.is_active) == ("Akun dihapus", None, False)
    assert masuk_sebagai(client) is None


def test_an_official_cannot_slip_away(klien, pemeran):
    klien("aparat").post("/akun/hapus/", {"sandi": SANDI, "yakin": "on"})
    pemeran.aparat.refresh_from_db()
    assert pemeran.aparat.is_active
