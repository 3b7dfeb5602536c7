"""The second factor, and that no desk is reached without it."""

import base64
import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from tests.alat.akun import MASUK, masuk_sebagai, surat
from tests.alat.klien import masuk
from tests.pabrik.orang import SANDI
from warga import services

pytestmark = pytest.mark.django_db
PASANG, PASTIKAN = "/akun/pengaman/pasang/", "/akun/pengaman/pastikan/"


def angka(secret, geser=0):
    """The six digits that the app shows now, or one step of 30 seconds later."""
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1 + geser]))


@pytest.fixture
def kunci(pemeran):
    """The key of an app that the staff member has set up on their phone."""
    secret = generate_totp_secret()
    TOTP.activate(pemeran.staf, secret)
    return secret


def sandi_saja(orang):
    """A session that proved the password alone."""
    return masuk(Client(), orang, faktor_kedua=False)


def contoh_alamat(pola):
    """An address for a route: every parameter gets a value that its converter takes."""
    alamat = re.sub(r"<(?:(\w+):)?\w+>", lambda m: {"slug": "a", "str": "a"}.get(m[1], "1"), pola)
    return "/" + re.sub(r"\(\?P<[^>]+>[^)]*\)|[\^$\\?]", "1", alamat.rstrip("$"))


def semua_alamat(awalan=("kerja/", "admin/")):
    def jelajah(bagian, jalur=""):
        for p in bagian:
            pola = jalur + str(p.pattern)
            if isinstance(p, URLResolver):
                yield from jelajah(p.url_patterns, pola)
            elif isinstance(p, URLPattern):
                yield pola

    return sorted({contoh_alamat(p) for p in jelajah(get_resolver().url_patterns)
                   if p.startswith(awalan)})  # fmt: skip


def test_the_walk_sees_both_desks():
    alamat = semua_alamat()
    assert len(alamat) > 20
    assert {"/admin/", "/kerja/", "/kerja/kode/", "/admin/warga/pengguna/"} <= set(alamat)


@pytest.mark.parametrize("peran", ["staf", "petugas_rahasia", "camat", "admin"])
@pytest.mark.parametrize("punya", [False, True], ids=["none set up", "set up elsewhere"])
def test_no_desk_is_reached_with_a_password_alone(pemeran, peran, punya):
    orang = pemeran[peran]
    client = sandi_saja(orang)
    if punya:
        TOTP.activate(orang, generate_totp_secret())
    tujuan = PASTIKAN if punya else PASANG
    # Whatever asks is refused before its role is known: one role asks in every way.
    cara = ("get", "post", "head") if peran == "staf" else ("get",)
    for alamat in semua_alamat():
        for satu in cara:
            response = getattr(client, satu)(alamat)
            assert response.status_code == 302, (satu, alamat)
            assert response.url.startswith(tujuan), (satu, alamat)


@pytest.mark.parametrize("jalur", ["/", "/proyek/", "/forum/", "/kabar/tulis/", "/berkas/a.webp"])
@pytest.mark.parametrize("peran", ["staf", "admin"])
def test_nothing_else_is_shown_to_them_either(pemeran, peran, jalur):
    """On public pages, too, they see more than others, and act from there."""
    assert sandi_saja(pemeran[peran]).get(jalur)["Location"].startswith(PASANG)


def test_with_the_second_factor_the_desks_are_open(klien):
    assert klien("staf").get("/kerja/kode/").status_code == 200
    assert klien("admin").get("/admin/").status_code == 200


def test_aparat_read_and_answer_without_one_and_stay_out_of_the_admin(klien, pemeran):
    for alamat in ("/kerja/", "/kerja/aspirasi/"):
        assert sandi_saja(pemeran.aparat).get(alamat).status_code == 200
    assert klien("aparat").get("/admin/", follow=True).status_code == 403


def test_the_demonstration_does_not_ask(pemeran, settings):
    settings.PORTAL_MODE = "contoh"
    assert sandi_saja(pemeran.staf).get("/kerja/kode/").status_code == 200


@pytest.mark.parametrize("mode", ["produksi", "uji", "apa saja"])
def test_every_other_mode_asks(pemeran, settings, mode):
    settings.PORTAL_MODE = mode
    assert sandi_saja(pemeran.staf).get("/kerja/kode/").status_code == 302


def test_the_factor_of_another_account_does_not_count(pemeran, klien):
    client = klien("staf")
    client.force_login(pemeran.admin)
    assert client.get("/admin/").url.startswith(PASANG)


def test_the_admin_has_no_sign_in_of_its_own(client, klien):
    for alamat in ("/admin/", "/admin/login/", "/admin/warga/pengguna/"):
        assert client.get(alamat, follow=True).redirect_chain[-1][0].startswith("/akun/masuk/")
    client.post("/admin/login/", {"username": "a", "password": SANDI})
    assert masuk_sebagai(client) is None
    assert klien("warga").get("/admin/login/").status_code == 403


def test_setting_up_opens_the_desk_at_once(client, pemeran):
    client.post(MASUK, {"login": pemeran.staf.telepon, "password": SANDI})
    client.get("/kerja/kode/")
    client.post("/akun/pastikan/", {"password": SANDI, "next": PASANG})
    halaman = client.get(PASANG).content.decode()
    kunci = re.search(r">([A-Z2-7]{32})<", halaman)[1]
    gambar = base64.b64decode(re.search(r"data:image/svg\+xml;base64,([^\"]+)", halaman)[1])
    assert b'fill="#fff"' in gambar  # readable on the dark page, too
    salah = client.post(PASANG, {"code": "000000"}).content.decode()
    assert "Kode ini tidak cocok" in salah
    response = client.post(PASANG, {"code": angka(kunci)}, follow=True)
    assert "Kode cadangan" in response.content.decode()
    assert client.get("/kerja/kode/").status_code == 200


def test_signing_in_asks_for_the_code(client, pemeran, kunci):
    response = client.post(MASUK, {"login": pemeran.staf.telepon, "password": SANDI})
    assert response.url == "/akun/pengaman/kode/"
    assert masuk_sebagai(client) is None
    assert client.get("/kerja/kode/").url.startswith("/akun/masuk/")
    salah = client.post("/akun/pengaman/kode/", {"code": "000000"}).content.decode()
    assert "Kode ini tidak cocok" in salah
    client.post("/akun/pengaman/kode/", {"code": angka(kunci)})
    assert masuk_sebagai(client) == pemeran.staf.pk
    assert client.get("/kerja/kode/").status_code == 200


def test_a_code_is_good_for_one_sign_in(pemeran, kunci):
    satu, dua = Client(), Client()
    kode = angka(kunci)
    for client in (satu, dua):
        client.post(MASUK, {"login": pemeran.staf.telepon, "password": SANDI})
        client.post("/akun/pengaman/kode/", {"code": kode})
    assert masuk_sebagai(satu)
    assert not masuk_sebagai(dua)


def test_guessing_the_code_is_slowed_down(client, pemeran, kunci):
    client.post(MASUK, {"login": pemeran.staf.telepon, "password": SANDI})
    for _ in range(5):
        client.post("/akun/pengaman/kode/", {"code": "000000"})
    response = client.post("/akun/pengaman/kode/", {"code": angka(kunci)})
    assert "terlalu sering" in response.content.decode()
    assert masuk_sebagai(client) is None


def test_a_reserve_code_works_once(client, pemeran, kunci):
    kode = RecoveryCodes.activate(pemeran.staf).generate_codes()[0]
    for berhasil in (True, False):
        baru = Client()
        baru.post(MASUK, {"login": pemeran.staf.telepon, "password": SANDI})
        baru.post("/akun/pengaman/kode/", {"code": kode})
        assert bool(masuk_sebagai(baru)) is berhasil


def test_an_older_session_proves_the_factor_and_goes_on(pemeran, kunci):
    client = sandi_saja(pemeran.staf)
    response = client.get("/kerja/kode/?a=1")
    assert response.url == f"{PASTIKAN}?next=%2Fkerja%2Fkode%2F%3Fa%3D1"
    assert client.get(response.url).status_code == 200
    response = client.post(response.url, {"code": angka(kunci), "next": "/kerja/kode/?a=1"})
    assert response.url == "/kerja/kode/?a=1"
    assert client.get("/kerja/kode/").status_code == 200


@pytest.mark.parametrize(
    "alamat",
    [
        "/akun/",
        "/akun/pengaman/",
        "/akun/pengaman/lepas/",
        "/akun/pengaman/cadangan/",
        "/akun/pengaman/cadangan/unduh/",
        "/akun/sandi/",
        "/akun/email/",
        "/akun/telepon/",
        "/akun/pastikan/",
    ],
)
@pytest.mark.parametrize("peran", ["warga", "staf"])
def test_a_password_alone_cannot_undo_a_factor_set_up_elsewhere(pemeran, alamat, peran):
    client = sandi_saja(pemeran[peran])
    TOTP.activate(pemeran[peran], generate_totp_secret())
    for response in (client.get(alamat), client.post(alamat, {"password": SANDI})):
        assert response.url.startswith(PASTIKAN)
    assert Authenticator.objects.filter(user=pemeran[peran]).exists()


def test_signing_out_stays_possible(pemeran, kunci):
    client = sandi_saja(pemeran.staf)
    client.post("/akun/keluar/")
    assert masuk_sebagai(client) is None


def test_removing_it_asks_for_a_code_and_closes_the_desk(client, pemeran, kunci):
    client.post(MASUK, {"login": pemeran.staf.telepon, "password": SANDI})
    client.post("/akun/pengaman/kode/", {"code": angka(kunci, 1)})
    response = client.get("/akun/pengaman/lepas/")
    assert response.url.startswith(PASTIKAN)
    client.post(PASTIKAN, {"code": angka(kunci), "next": "/akun/pengaman/lepas/"})
    client.post("/akun/pengaman/lepas/")
    assert not Authenticator.objects.filter(user=pemeran.staf).exists()
    assert client.get("/kerja/kode/").url.startswith(PASANG)


def test_an_admin_frees_who_lost_the_phone(pemeran, kunci):
    services.lepas_faktor_kedua(pengguna=pemeran.staf, oleh=pemeran.admin, alasan="HP hilang.")
    assert not Authenticator.objects.filter(user=pemeran.staf).exists()
    jejak = riwayat(pemeran.staf).get()
    assert (jejak.aksi, jejak.oleh_id, jejak.isi.alasan) == (
        "faktor_kedua_dilepas",
        pemeran.admin.pk,
        "HP hilang.",
    )
    with pytest.raises(TidakBisa):
        services.lepas_faktor_kedua(pengguna=pemeran.staf, oleh=pemeran.admin, alasan="Lagi.")


def test_the_key_is_not_readable_in_the_database(pemeran, kunci, settings):
    baris = Authenticator.objects.get(user=pemeran.staf)
    assert kunci not in str(baris.data)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "baru", [settings.SECRET_KEY]
    assert baris.wrap().validate_code(angka(kunci))
    settings.SECRET_KEY_FALLBACKS = []
    assert not baris.wrap().validate_code(angka(kunci, 1))


def test_the_owner_is_told_by_letter(client, pemeran, django_capture_on_commit_callbacks):
    pemeran.staf.email = "sari@contoh.id"
    pemeran.staf.save()
    EmailAddress.objects.create(
        user=pemeran.staf, email="sari@contoh.id", verified=True, primary=True
    )
    client.post(MASUK, {"login": "sari@contoh.id", "password": SANDI})
    client.post("/akun/pastikan/", {"password": SANDI, "next": PASANG})
    kunci = re.search(r">([A-Z2-7]{32})<", client.get(PASANG).content.decode())[1]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(PASANG, {"code": angka(kunci)})
    assert surat()[-1][:2] == ("sari@contoh.id", "Kode keamanan kedua terpasang")
