"""`manage.py siapkan`: the first admin can sign in, and missing things are named."""

import re
import time
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from core.antrean.tugas import CADANGAN, PEKERJA, detak
from warga.enums import Peran
from warga.models import KantorKecamatan, Pengguna

SANDI = "padi-menguning-di-sawah-88"
EMAIL = "admin@bangunrejo.contoh.id"

pytestmark = pytest.mark.django_db


def prepare(**options: object) -> tuple[str, str]:
    """Run the command. Return its output and its complaints."""
    out, err = StringIO(), StringIO()
    try:
        call_command("siapkan", nama="Admin", email=EMAIL, stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(str(error))
    return out.getvalue(), err.getvalue()


@pytest.fixture
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_SANDI", SANDI)


@pytest.fixture
def ready(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first look is tested in tests/aspirasi/test_tentang.py.
    monkeypatch.setattr("warga.bacaan.pemeriksa.kekurangan", str)
    settings.DEFAULT_FROM_EMAIL = "portal@bangunrejo.contoh.id"
    settings.ALAMAT_PORTAL = "https://portal.bangunrejo.contoh.id"
    settings.ALLOWED_HOSTS = ["portal.bangunrejo.contoh.id", "testserver"]
    KantorKecamatan.objects.create(
        nama="Kantor Kecamatan", alamat="Jalan Raya", jam="Senin", telepon="+62725123456"
    )
    detak(PEKERJA)
    detak(CADANGAN)


def code_of(out: str) -> str:
    """Return the code that an authenticator app would show for the printed address."""
    address = re.search(r"otpauth://\S+", out)
    assert address is not None
    secret = parse_qs(urlsplit(address.group()).query)["secret"][0]
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_the_first_admin_signs_in_with_both_factors(password: None, ready: None) -> None:
    out, err = prepare()
    assert "Portal siap dibuka." in out
    assert err == ""

    client = Client()
    client.post(reverse("account_login"), {"login": EMAIL, "password": SANDI})
    assert client.get(reverse("admin:index")).status_code == 302, "a password alone is not enough"
    client.post(reverse("mfa_authenticate"), {"code": code_of(out)})
    assert client.get(reverse("admin:index")).status_code == 200


def test_a_second_run_makes_nobody(password: None, ready: None) -> None:
    prepare()
    out, _ = prepare()
    assert "Admin sudah ada" in out
    assert Pengguna.objects.filter(peran=Peran.ADMIN).count() == 1


def test_a_weak_password_makes_nobody(monkeypatch: pytest.MonkeyPatch, ready: None) -> None:
    monkeypatch.setenv("ADMIN_SANDI", "12345")
    _, err = prepare()
    assert err.startswith("Admin belum dibuat:")
    assert not Pengguna.objects.filter(peran=Peran.ADMIN).exists()


def test_everything_that_is_missing_is_named(settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "portal@contoh.invalid"
    settings.ALAMAT_PORTAL = "http://portal.contoh.go.id"
    _, err = prepare(periksa=True)
    kata = ("DEFAULT_FROM_EMAIL", "ALAMAT_PORTAL", "Pekerja latar", "cadangkan")
    kantor = "alamat, jam pelayanan, telepon atau WhatsApp"
    for word in (*kata, kantor, "Pengganti pemeriksa kiriman", "6 hal"):
        assert word in err


def test_an_address_outside_the_allowed_hosts(settings: Settings, ready: None) -> None:
    settings.ALLOWED_HOSTS = ["lain.contoh.id"]
    assert "ALLOWED_HOSTS" in prepare(periksa=True)[1]


def test_a_mail_server_that_does_not_answer(settings: Settings, ready: None) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert "Server surat tidak dapat dihubungi" in prepare(periksa=True)[1]


def test_a_database_whose_log_would_quote_kiriman_is_named(
    password: None, ready: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare()
    keras = {"log_error_verbosity": {"terse"}, "server_version_num": {"0"}}
    monkeypatch.setattr("bangunrejo.penyiapan.QUIET_ENOUGH", keras)
    out, err = prepare(periksa=True)
    assert "dapat memuat isi kiriman dan kode: atur server_version_num seperti" in err
    assert "siap dibuka" not in out
