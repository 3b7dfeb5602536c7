"""Nothing English is shown on the pages and in the letters of accounts."""

import re
from pathlib import Path

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.template.loader import render_to_string

from tests.alat.akun import DAFTAR, MASUK, isian_daftar
from tests.alat.klien import masuk
from tests.pabrik.orang import SANDI
from warga.adapter import AdapterAkun, AdapterPengaman

pytestmark = pytest.mark.django_db
INGGRIS = re.compile(
    r"\b(the|your|you|please|password|sign|log|account|verify|verified|and|enter|submit|error"
    r"|must|this|field|required|incorrect|invalid|address|confirm|cancel|set|recovery)\b",
    re.I,
)


def teks(halaman):
    """Return the words that a person reads: no tags, no scripts, no addresses."""
    isi = re.sub(r"<(script|style)\b.*?</\1>", "", halaman, flags=re.S)
    return re.sub(r"https?://\S+|\S+@\S+", "", re.sub(r"<[^>]+>", " ", isi))


def tanpa_inggris(halaman):
    assert not INGGRIS.findall(teks(halaman)), INGGRIS.findall(teks(halaman))


@pytest.mark.parametrize(
    "alamat", ["masuk", "daftar", "nonaktif", "sandi/lupa", "sandi/lupa/selesai", "kode"]
)
def test_pages_of_visitors(client, alamat):
    response = client.get(f"/akun/{alamat}/")
    assert response.status_code == 200
    tanpa_inggris(response.content.decode())
    tanpa_inggris(client.post(f"/akun/{alamat}/", {}).content.decode())


def test_pages_on_the_way_through_email(client):
    tanpa_inggris(client.post(DAFTAR, isian_daftar(kontak="a@b.id"), follow=True).content.decode())
    tanpa_inggris(client.post("/akun/email/kode/", {"code": "x"}).content.decode())
    client.post("/akun/sandi/lupa/", {"email": "a@b.id"})
    tanpa_inggris(client.get("/akun/sandi/lupa/kode/").content.decode())
    tanpa_inggris(client.post("/akun/sandi/lupa/kode/", {"code": ""}).content.decode())


@pytest.mark.parametrize(
    "alamat",
    ["", "data", "telepon", "hapus", "email", "sandi", "keluar", "pengaman", "pengaman/pasang"],
)
def test_pages_of_those_who_are_signed_in(client, pemeran, alamat):
    client.post(MASUK, {"login": pemeran.warga.telepon, "password": SANDI})
    client.post("/akun/pastikan/", {"password": SANDI, "next": "/akun/"})
    halaman = f"/akun/{alamat}/".replace("//", "/")
    tanpa_inggris(client.get(halaman, follow=True).content.decode())
    if alamat != "keluar":
        tanpa_inggris(client.post(halaman, {"telepon": "x", "email": "x"}).content.decode())


@pytest.mark.parametrize("alamat", ["", "lepas", "cadangan", "cadangan/buat", "pastikan"])
def test_pages_of_the_second_factor(client, pemeran, alamat):
    TOTP.activate(pemeran.warga, generate_totp_secret())
    masuk(client, pemeran.warga)
    sesi = client.session
    catatan = sesi["account_authentication_methods"]
    sesi["account_authentication_methods"] = [c | {"reauthenticated": True} for c in catatan] + [
        {"method": "mfa", "at": catatan[0]["at"], "reauthenticated": True}
    ]
    sesi.save()
    if alamat.startswith("cadangan"):
        client.post("/akun/pengaman/cadangan/buat/")
    halaman = f"/akun/pengaman/{alamat}/".replace("//", "/")
    response = client.get(halaman)
    assert response.status_code == 200
    tanpa_inggris(response.content.decode())


def test_a_code_in_the_wrong_place(client, pemeran):
    TOTP.activate(pemeran.warga, generate_totp_secret())
    client.post(MASUK, {"login": pemeran.warga.telepon, "password": SANDI})
    tanpa_inggris(client.post("/akun/pengaman/kode/", {"code": "1"}).content.decode())


def test_every_sentence_of_the_library_has_ours():
    for kelas, asli in ((AdapterAkun, DefaultAccountAdapter), (AdapterPengaman, DefaultMFAAdapter)):
        assert kelas.error_messages.keys() == asli.error_messages.keys()
        for kunci, kalimat in kelas.error_messages.items():
            assert kalimat != asli.error_messages[kunci], kunci
            tanpa_inggris(str(kalimat))


SURAT = sorted(
    str(p.relative_to(Path(settings.BASE_DIR) / "templates"))
    for jenis in ("account", "mfa")
    for p in (Path(settings.BASE_DIR) / "templates" / jenis).rglob("*.txt")
)
ISI_SURAT = {
    "email": "a@b.id",
    "code": "ABCD-EFGH",
    "from_email": "a@b.id",
    "to_email": "c@b.id",
    "deleted_email": "a@b.id",
    "password_reset_url": "https://x.id/",
    "signup_url": "https://x.id/",
    "ip": "1.2.3.4",
    "timestamp": None,
    "user": {"nama": "Wati"},
    "unused_codes": ["12345678"],
}


@pytest.mark.parametrize("nama", SURAT)
def test_letters_and_messages(nama):
    isi = render_to_string(nama, ISI_SURAT)
    assert isi.strip()
    tanpa_inggris(isi)


def test_messages_reach_the_page(client, pemeran):
    client.post(MASUK, {"login": pemeran.warga.telepon, "password": SANDI})
    assert "Anda masuk sebagai Wati Warga." in client.get("/akun/").content.decode()
