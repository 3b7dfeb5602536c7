"""Signing up."""

import psycopg2
import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from tests.alat.akun import DAFTAR, SANDI_BARU, isian_daftar, kode_surat, masuk_sebagai, surat
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.orang import PenggunaFactory
from warga.forms.akun import FormDaftar
from warga.models import Pengguna, Persetujuan

pytestmark = pytest.mark.django_db


def test_by_phone_one_is_signed_in_at_once_with_an_unproven_number(client):
    response = client.post(DAFTAR, isian_daftar(kampung=kampung_resmi("Sido Rejo").pk))
    assert response.status_code == 302
    orang = Pengguna.objects.get()
    assert (orang.nama, orang.telepon, orang.email) == ("Slamet", "+6281234567890", None)
    assert orang.kampung.nama == "Sido Rejo"
    assert orang.peran == "warga"
    assert not orang.kontak_terbukti
    assert masuk_sebagai(client) == orang.pk
    halaman = client.get(response.url).content.decode()
    assert "Nomor HP Anda belum diverifikasi" in halaman
    assert "0812-3456-7890" in halaman


def test_no_letter_and_no_claim_of_an_sms(client):
    response = client.post(DAFTAR, isian_daftar(), follow=True)
    assert not surat()
    assert "tidak mengirim SMS" in response.content.decode()


def test_by_email_the_code_from_the_letter_comes_first(client):
    response = client.post(DAFTAR, isian_daftar(kontak="Slamet@Contoh.id"), follow=True)
    assert masuk_sebagai(client) is None
    assert "slamet@contoh.id" in response.content.decode()
    assert surat()[-1][:2] == ("slamet@contoh.id", "Kode untuk memastikan e-mail Anda")
    client.post("/akun/email/kode/", {"code": kode_surat()})
    orang = Pengguna.objects.get()
    assert masuk_sebagai(client) == orang.pk
    assert orang.kontak_terbukti


def test_a_wrong_code_does_not_sign_in(client):
    client.post(DAFTAR, isian_daftar(kontak="slamet@contoh.id"))
    response = client.post("/akun/email/kode/", {"code": "ABCD-EFGH"})
    assert "Kode ini tidak cocok" in response.content.decode()
    assert masuk_sebagai(client) is None


def test_the_consent_is_kept_with_its_version(client):
    client.post(DAFTAR, isian_daftar())
    setuju = Persetujuan.objects.get()
    assert (setuju.tujuan, setuju.versi, setuju.ditarik_pada) == ("akun", "2026-11", None)


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"setuju": None}, "Centang ini jika Anda setuju"),
        ({"nama": "  "}, "Bagian ini harus diisi"),
        ({"nama": "123"}, "Tulis nama Anda dengan huruf"),
        ({"nama": "Sla\x00met"}, "Ada tanda yang tidak dapat disimpan"),
        ({"nama": "x" * 100_000}, "100"),
        ({"kontak": "x" * 100_000}, "254"),
        ({"kontak": "slamet"}, "Tulis nomor HP seperti 0812-3456-7890, atau alamat e-mail"),
        ({"kontak": "slamet@"}, "E-mail ini belum benar"),
        ({"kontak": "0812"}, "Nomor HP ini belum benar"),
        ({"kontak": "0725123456"}, "telepon rumah"),
        ({"kontak": "\x00"}, "Karakter null"),
        ({"kampung": "99999"}, "pilihan"),
        ({"kampung": "x"}, "pilihan"),
        ({"password1": "pendek1"}, "terlalu pendek"),
        ({"password1": "password1"}, "terlalu umum"),
        ({"password1": "7391648205"}, "angka"),
        ({"password1": "081234567890"}, "angka"),
        ({"password1": "p" * 129}, "128"),
        ({"nama": "Karmijan Suwito", "password1": "karmijan suwito"}, "mirip"),
    ],
)
def test_a_bad_field_is_named_and_nothing_else_is_lost(client, ganti, pesan):
    response = client.post(DAFTAR, isian_daftar(**ganti))
    halaman = response.content.decode()
    assert response.status_code == 200
    assert pesan in halaman
    assert not Pengguna.objects.exists()
    if "nama" not in ganti:
        assert 'value="Slamet"' in halaman
    if "password1" not in ganti:
        assert f'value="{SANDI_BARU}"' in halaman


def test_emoji_in_a_name_are_kept(client):
    client.post(DAFTAR, isian_daftar(nama="Bu Tini 🌾"))
    assert Pengguna.objects.get().nama == "Bu Tini 🌾"


def test_the_password_can_be_seen_without_javascript(client):
    response = client.post(DAFTAR, isian_daftar(lihat="1", setuju=None))
    halaman = response.content.decode()
    assert response.status_code == 200
    assert f'type="text" name="password1" value="{SANDI_BARU}"' in halaman
    assert 'value="Slamet"' in halaman
    assert 'role="alert"' not in halaman
    assert "no-store" in response["Cache-Control"]
    tertutup = client.post(DAFTAR, isian_daftar(lihat="0")).content.decode()
    assert f'type="password" name="password1" value="{SANDI_BARU}"' in tertutup
    assert not Pengguna.objects.exists()


def test_the_same_form_sent_twice_makes_one_account(client):
    client.post(DAFTAR, isian_daftar())
    other = type(client)()
    response = other.post(DAFTAR, isian_daftar())
    assert response.status_code == 302
    assert masuk_sebagai(other) == Pengguna.objects.get().pk


def test_a_second_press_waits_until_the_first_is_done(client):
    """Held by another connection, as a request that is still at work would."""
    lain = psycopg2.connect(**connection.get_connection_params())
    try:
        lain.cursor().execute("SELECT pg_advisory_xact_lock(6281234567890)")
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '50ms'")
        with pytest.raises(OperationalError, match="lock timeout"):
            client.post(DAFTAR, isian_daftar())
    finally:
        lain.close()


def test_an_email_that_is_taken_meanwhile_is_no_fault(client, monkeypatch):
    """Two people press at once: the check of both saw the address free."""
    PenggunaFactory(email="ada@contoh.id", telepon=None)
    monkeypatch.setattr(FormDaftar, "validate_unique_email", lambda form, email: email)
    response = client.post(DAFTAR, isian_daftar(kontak="ada@contoh.id"))
    assert response.url == "/akun/email/kode/"
    assert surat()[-1][1] == "Anda sudah punya akun"
    assert Pengguna.objects.count() == 1


def test_too_many_from_one_place_wait_with_what_they_typed(client, settings):
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"daftar": 2}
    for nomor in ("0812-3456-7891", "0812-3456-7892"):
        type(client)().post(DAFTAR, isian_daftar(kontak=nomor))
    halaman = client.post(DAFTAR, isian_daftar()).content.decode()
    assert "terlalu sering dicoba. Tunggu 30 menit" in halaman
    assert 'value="Slamet"' in halaman
    assert Pengguna.objects.count() == 2


def _jawaban(client, response):
    """Return the parts of an answer that a stranger can see: status, target, and the page without
    its token."""
    halaman = client.get(response.url).content.decode() if response.status_code == 302 else ""
    return response.status_code, response.get("Location"), halaman.split("<main")[-1]


def test_a_stranger_cannot_learn_whether_an_email_has_an_account(client):
    PenggunaFactory(email="ada@contoh.id", telepon=None)
    lain = type(client)()
    ada = _jawaban(client, client.post(DAFTAR, isian_daftar(kontak="ada@contoh.id")))
    tiada = _jawaban(lain, lain.post(DAFTAR, isian_daftar(kontak="tiada@contoh.id")))
    bersih = [
        (status, alamat, halaman.replace("tiada@", "ada@").partition("csrf")[0])
        for status, alamat, halaman in (ada, tiada)
    ]
    assert bersih[0] == bersih[1]
    assert [s[1] for s in surat()] == ["Anda sudah punya akun", "Kode untuk memastikan e-mail Anda"]
    assert Pengguna.objects.count() == 2


@pytest.mark.parametrize("kontak", ["ada@contoh.id", "tiada@contoh.id"])
def test_nor_by_how_long_the_answer_takes(client, monkeypatch, kontak):
    """Hashing a password is what takes time, so it happens once in either case."""
    PenggunaFactory(email="ada@contoh.id", telepon=None)
    kali = []
    asli = Pengguna.set_password
    monkeypatch.setattr(Pengguna, "set_password", lambda o, s: (kali.append(s), asli(o, s)))
    client.post(DAFTAR, isian_daftar(kontak=kontak))
    assert kali == [SANDI_BARU]


def test_a_stranger_cannot_learn_whether_a_number_has_an_account(client):
    pemilik = PenggunaFactory(telepon="+6281234567890")
    response = client.post(DAFTAR, isian_daftar())
    assert (response.status_code, response.url) == (302, "/akun/")
    penumpang = Pengguna.objects.exclude(pk=pemilik.pk).get()
    assert masuk_sebagai(client) == penumpang.pk
    pemilik.refresh_from_db()
    assert pemilik.telepon == penumpang.telepon


def test_sign_ups_with_one_number_are_limited_even_when_it_has_no_account(client):
    for nomor in range(5):
        type(client)().post(DAFTAR, isian_daftar(password1=f"Sandi-berbeda-{nomor}"))
    response = client.post(DAFTAR, isian_daftar(password1="Sandi-berbeda-lagi"))
    assert response.status_code == 200
    assert "terlalu sering dicoba" in response.content.decode()
    assert Pengguna.objects.count() == 5


def test_signing_up_is_for_those_who_are_not_signed_in(klien):
    assert klien("warga").get(DAFTAR).status_code == 302


def test_the_way_back_is_kept(client):
    response = client.post(DAFTAR, isian_daftar(next="/forum/"))
    assert response.url == "/forum/"


def test_no_way_out_to_another_site(client):
    response = client.post(DAFTAR, isian_daftar(next="https://jahat.example/"))
    assert response.url == "/akun/"


def test_a_young_person_reads_how_to_take_part(client: Client, db: None) -> None:
    for nama, ruang, ada in (
        ("account_signup", [], True),
        ("forum:ruang", ["pemuda"], True),
        ("forum:ruang", ["layanan"], False),
    ):
        isi = client.get(reverse(nama, args=ruang)).content.decode()
        assert ("Belum 18 tahun?" in isi) is ada, ruang
