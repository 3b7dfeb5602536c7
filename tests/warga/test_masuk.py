"""Signing in and out."""

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from tests.alat.akun import MASUK, masuk_sebagai, surat
from tests.pabrik.orang import SANDI, PenggunaFactory
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
NOMOR = "+6281234567890"
TAK_COCOK = "tidak cocok dengan kata sandinya"


def masuk(client, login, password=SANDI, **lain):
    return client.post(MASUK, {"login": login, "password": password} | lain)


@pytest.mark.parametrize("tulisan", ["0812-3456-7890", "+62 812 3456 7890", "6281234567890"])
def test_by_phone_in_any_writing(client, tulisan):
    orang = PenggunaFactory(telepon=NOMOR)
    assert masuk(client, tulisan).status_code == 302
    assert masuk_sebagai(client) == orang.pk


def test_by_email_in_any_case(client):
    orang = PenggunaFactory(telepon=None, email="wati@contoh.id")
    EmailAddress.objects.create(user=orang, email=orang.email, verified=True, primary=True)
    masuk(client, " Wati@Contoh.ID ")
    assert masuk_sebagai(client) == orang.pk


def test_an_email_that_was_never_confirmed_needs_its_code(client):
    PenggunaFactory(telepon=None, email="wati@contoh.id")
    response = masuk(client, "wati@contoh.id")
    assert response.url == "/akun/email/kode/"
    assert masuk_sebagai(client) is None
    assert surat()[-1][0] == "wati@contoh.id"


def test_an_unconfirmed_email_does_not_stop_who_comes_by_phone(client):
    orang = PenggunaFactory(telepon=NOMOR, email="wati@contoh.id")
    masuk(client, NOMOR)
    assert masuk_sebagai(client) == orang.pk


@pytest.mark.parametrize(
    ("login", "password"),
    [
        (NOMOR, "salah"),
        ("+6281299999999", SANDI),
        ("wati@contoh.id", "salah"),
        ("tiada@contoh.id", SANDI),
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(client, login, password):
    PenggunaFactory(telepon=NOMOR, email="wati@contoh.id")
    response = masuk(client, login, password)
    assert response.status_code == 200
    assert TAK_COCOK in response.content.decode()
    assert masuk_sebagai(client) is None


@pytest.mark.parametrize("login", ["", "slamet", "a" * 100_000, "\x00", "😀"])
def test_what_is_no_contact_is_said_so(client, login):
    response = masuk(client, login)
    assert response.status_code == 200
    assert "Ada yang perlu diperbaiki" in response.content.decode()


def test_of_several_accounts_with_one_number_the_password_decides(client):
    PenggunaFactory(telepon=NOMOR)
    kedua = PenggunaFactory(telepon=NOMOR)
    kedua.set_password("Sandi-lain-sekali")
    kedua.save()
    masuk(client, NOMOR, "Sandi-lain-sekali")
    assert masuk_sebagai(client) == kedua.pk


def test_the_proven_account_wins_where_passwords_are_equal(client):
    PenggunaFactory(telepon=NOMOR)
    terbukti = PenggunaFactory(telepon=NOMOR, telepon_terbukti_pada="2026-01-01T00:00Z")
    masuk(client, NOMOR)
    assert masuk_sebagai(client) == terbukti.pk


def test_guessing_is_slowed_down_for_that_number_only(client):
    PenggunaFactory(telepon=NOMOR)
    tetangga = PenggunaFactory(telepon="+6281211112222")
    for _ in range(5):
        masuk(client, NOMOR, "salah")
    assert "terlalu sering dicoba" in masuk(client, NOMOR).content.decode()
    masuk(client, tetangga.telepon)
    assert masuk_sebagai(client) == tetangga.pk


def test_a_closed_account_says_so_only_to_its_owner(client):
    PenggunaFactory(telepon=NOMOR, is_active=False)
    assert TAK_COCOK in masuk(client, NOMOR, "salah").content.decode()
    response = client.post(MASUK, {"login": NOMOR, "password": SANDI}, follow=True)
    assert "Akun ini tidak aktif" in response.content.decode()
    assert masuk_sebagai(client) is None


def test_the_password_can_be_seen_and_survives_an_error(client):
    terlihat = masuk(client, "0812-3456-7890", "rahasia-sekali", lihat="1").content.decode()
    assert 'type="text" name="password" value="rahasia-sekali"' in terlihat
    salah = masuk(client, "0812-3456-7890", "rahasia-sekali").content.decode()
    assert 'type="password" name="password" value="rahasia-sekali"' in salah
    assert 'value="0812-3456-7890"' in salah


@pytest.mark.parametrize("tujuan", ["http://[::1", "//[", "https://[x]/", "http://jahat.example/"])
@pytest.mark.parametrize("jalur", [MASUK, "/akun/daftar/", "/akun/sandi/lupa/"])
def test_an_address_that_cannot_be_read_leads_nowhere(client, jalur, tujuan):
    """The form comes as ever, and people arrive on a page of the portal."""
    assert client.get(jalur, {"next": tujuan}).status_code == 200
    orang = PenggunaFactory(telepon=NOMOR)
    response = masuk(client, NOMOR, next=tujuan)
    assert response.status_code == 302
    assert response.url.startswith("/")
    assert not response.url.startswith("//")
    assert masuk_sebagai(client) == orang.pk


def test_whoever_has_a_desk_arrives_there(client, pemeran):
    for siapa in (pemeran.aparat, pemeran.bpk, pemeran.fasilitator):
        assert masuk(type(client)(), siapa.telepon).url == "/kerja/"
    assert masuk(type(client)(), pemeran.warga.telepon).url == "/"


def test_signing_out_needs_a_press(klien):
    client = klien("warga")
    assert "Keluar dari akun?" in client.get("/akun/keluar/").content.decode()
    assert masuk_sebagai(client)
    client.post("/akun/keluar/")
    assert masuk_sebagai(client) is None


def test_a_request_without_an_address_is_not_turned_away(client):
    orang = PenggunaFactory(telepon=NOMOR)
    client.post(MASUK, {"login": NOMOR, "password": SANDI}, REMOTE_ADDR="")
    assert masuk_sebagai(client) == orang.pk


def test_an_email_address_belongs_to_one_account_whatever_its_case(db):
    PenggunaFactory(email="wati@contoh.id")
    with pytest.raises(IntegrityError), transaction.atomic():
        PenggunaFactory(email="WATI@contoh.id")
    assert Pengguna.objects.count() == 1
