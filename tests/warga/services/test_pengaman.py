"""One-time codes on paper: a second factor without an app, for people who publish or give codes."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client

from core.formulir.draf import sidik
from core.formulir.sekali import kunci_baru
from core.jaga.keamanan import Kejadian
from core.models import KejadianKeamanan
from kabar.models import Kabar
from laporan.models import LaporanKemajuan
from tests.alat.akun import MASUK, masuk_sebagai, surat
from tests.alat.baca import polos
from tests.alat.klien import masuk
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import SANDI
from tests.pabrik.proyek import buat_proyek
from warga import services

pytestmark = pytest.mark.django_db
CETAK, KODE, PASTIKAN = (
    "/akun/pengaman/cadangan/buat/",
    "/akun/pengaman/kode/",
    "/akun/pengaman/pastikan/",
)
KABAR = {"judul": "Gotong royong hari Minggu", "isi": "Bawa cangkul.", "jenis": "kabar"}


def sandi_saja(orang):
    return masuk(Client(), orang, faktor_kedua=False)


def lembar(halaman):
    return [a + b for a, b in re.findall(r"<li>(\d{4}) (\d{4})</li>", polos(halaman))]


def cetak(client):
    client.post("/akun/pastikan/", {"password": SANDI, "next": CETAK})
    return lembar(client.post(CETAK).content.decode())


@pytest.mark.parametrize("siapa", ["aparat", "kakam", "fasilitator", "bpk"])
def test_codes_are_given_with_a_factor_only(pemeran, siapa):
    client = sandi_saja(pemeran[siapa])
    for jawaban in (client.get("/kerja/kode/"), client.post("/kerja/kode/", {})):
        assert jawaban.url.startswith(f"{CETAK}?next=%2Fkerja%2Fkode%2F")
    assert len(cetak(client)) == 20
    assert client.get("/kerja/kode/").status_code == 200


def test_news_is_published_with_a_factor_only_and_keeps_its_words(pemeran):
    client = sandi_saja(pemeran.aparat)
    isi = KABAR | {"kunci": kunci_baru(), "penulis": sidik(pemeran.aparat)}
    assert client.post("/kabar/tulis/", isi).url.startswith(CETAK)
    assert not Kabar.objects.exists()
    assert cetak(client)
    halaman = client.get("/kabar/tulis/").content.decode()
    assert "Gotong royong hari Minggu" in halaman
    assert "Bawa cangkul." in halaman


def test_a_report_is_published_with_a_factor_only(pemeran):
    proyek = buat_proyek(kampung=pemeran.kampung)
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False)
    client = sandi_saja(pemeran.kakam)
    response = client.post(f"/laporan/draf/{draf.pk}/terbitkan/")
    assert response.url == f"{CETAK}?next=%2Flaporan%2Fdraf%2F{draf.pk}%2F"
    assert not LaporanKemajuan.objects.terbit().exists()


def test_who_has_a_sheet_is_asked_for_a_code_at_sign_in(pemeran):
    kode = services.buat_kode_sekali(pengguna=pemeran.kakam)
    client = Client()
    isi = {"login": pemeran.kakam.telepon, "password": SANDI}
    assert client.post(MASUK, isi).url == KODE
    assert masuk_sebagai(client) is None
    assert "tidak cocok" in client.post(KODE, {"code": "00000000"}).content.decode()
    client.post(KODE, {"code": f"{kode[0][:4]} {kode[0][4:]}"})
    assert masuk_sebagai(client) == pemeran.kakam.pk
    assert client.get("/kerja/kode/").status_code == 200
    lagi = Client()
    lagi.post(MASUK, isi)
    lagi.post(KODE, {"code": kode[0]})
    assert masuk_sebagai(lagi) is None


def test_a_password_alone_makes_no_new_sheet(pemeran):
    services.buat_kode_sekali(pengguna=pemeran.kakam)
    client = sandi_saja(pemeran.kakam)
    for jawaban in (client.get(CETAK), client.post(CETAK), client.get("/kabar/tulis/")):
        assert jawaban.url.startswith(PASTIKAN)


def test_a_sheet_is_shown_once_and_kept_as_ciphertext(klien, pemeran):
    client = klien("kakam")
    kode = lembar(client.post(CETAK).content.decode())
    assert len(set(kode)) == 20
    baris = Authenticator.objects.get(user=pemeran.kakam)
    assert not [k for k in kode if k in str(baris.data)]
    for alamat in ("/akun/pengaman/", "/akun/pengaman/cadangan/", CETAK):
        halaman = client.get(alamat, follow=True).content.decode()
        assert not [k for k in kode if k in halaman.replace(" ", "")]
    assert client.get("/akun/pengaman/cadangan/unduh/").status_code in (302, 403)
    baru = lembar(client.post(CETAK).content.decode())
    assert not set(baru) & set(kode)
    assert not Authenticator.objects.get(user=pemeran.kakam).wrap().validate_code(kode[0])
    assert KejadianKeamanan.objects.filter(kejadian=Kejadian.FAKTOR_DIPASANG).count() == 2


def test_who_lost_the_sheet_is_freed_by_an_admin_and_told(pemeran):
    EmailAddress.objects.create(user=pemeran.kakam, email="karto@contoh.id", verified=True)
    services.buat_kode_sekali(pengguna=pemeran.kakam)
    services.lepas_faktor_kedua(pengguna=pemeran.kakam, oleh=pemeran.admin, alasan="Hilang.")
    assert surat()[-1][:2] == ("karto@contoh.id", "Kode keamanan kedua akun Anda dilepas admin")
    assert sandi_saja(pemeran.kakam).get("/kabar/tulis/").url.startswith(CETAK)


def test_who_runs_out_is_told_in_time_and_can_print_with_the_last(pemeran):
    kode = services.buat_kode_sekali(pengguna=pemeran.aparat)
    for nomor, satu in enumerate(kode):
        client = Client()
        client.post(MASUK, {"login": pemeran.aparat.telepon, "password": SANDI})
        client.post(KODE, {"code": satu})
        sisa = 19 - nomor
        if sisa in (6, 5, 0):
            halaman = client.get("/akun/").content.decode()
            assert (f"tinggal {sisa}." in halaman) is (sisa <= 5)
    assert len(lembar(client.post(CETAK).content.decode())) == 20


def test_staff_use_the_app(pemeran):
    client = sandi_saja(pemeran.staf)
    client.post("/akun/pastikan/", {"password": SANDI, "next": CETAK})
    assert client.post(CETAK).url == "/akun/pengaman/pasang/"
    assert not Authenticator.objects.exists()


def test_the_demonstration_does_not_ask(pemeran, settings):
    settings.PORTAL_MODE = "contoh"
    client = sandi_saja(pemeran.aparat)
    for alamat in ("/kerja/kode/", "/kabar/tulis/"):
        assert client.get(alamat).status_code == 200


def test_residents_and_visitors_are_not_asked(client, pemeran):
    assert client.get("/kabar/tulis/").url.startswith("/akun/masuk/")
    assert sandi_saja(pemeran.warga).get("/kabar/tulis/").status_code == 403
