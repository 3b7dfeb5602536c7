"""The gains of strangers by cookies, by floods, and by being first with somebody's number."""

import pytest
from django.test import Client

from core.jaga.keamanan import Kejadian
from core.models import KejadianKeamanan
from core.waktu import pada, sekarang
from tests.alat.akun import DAFTAR, isian_daftar, masuk_sebagai, surat
from tests.alat.sandi import kode_sandi
from tests.pabrik.orang import PenggunaFactory
from tests.warga.test_batas import NOMOR, A, B, coba, jeda
from warga import services
from warga.enums import Peran
from warga.models import Pengguna

pytestmark = pytest.mark.django_db


def test_cookies_of_an_account_with_the_same_number_bring_no_guesses():
    """A stranger signs in with an account of that number, again and again, each time from
    an empty browser, and guesses at the owner with each cookie."""
    PenggunaFactory(telepon=NOMOR)
    penyerang, tebakan = PenggunaFactory(telepon=NOMOR), 0
    penyerang.set_password("Sandi-penyerang-9")
    penyerang.save()
    with pada(sekarang()):
        for _ in range(4):
            client, tiruan = Client(), Client()
            coba(client, NOMOR, "Sandi-penyerang-9")
            tiruan.cookies["peramban"] = client.cookies["peramban"].value
            tebakan += sum(not jeda(coba(tiruan, NOMOR, "tebakan")) for _ in range(5))
    assert tebakan == 5


def test_a_number_that_cannot_be_signed_in_with_yet_is_not_known():
    for _ in range(3):
        PenggunaFactory(telepon=NOMOR)
    penyerang = Client()
    penyerang.post(DAFTAR, isian_daftar(kontak=NOMOR, password1="Padi-Kuning-Subur-9"))
    assert masuk_sebagai(penyerang)
    tiruan = Client()
    tiruan.cookies["peramban"] = penyerang.cookies["peramban"].value
    with pada(sekarang()):
        for client in [Client() for _ in range(5)]:
            coba(client, NOMOR, "salah")
        assert jeda(coba(tiruan, NOMOR, "salah")) == 30


def test_a_flood_leaves_few_rows_in_the_log_of_security_events(client, settings):
    """Rows of it stay for half a year: nobody may delete them."""
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"kode": 3, "masuk": 3}
    with pada(sekarang()):
        for i in range(20):
            client.post("/akun/kode/", {"kode": f"2222-2222-{i + 22}"})
            coba(Client(), f"0812-6666-00{i:02}", "salah")
    jeda_saja = KejadianKeamanan.objects.filter(kejadian=Kejadian.DIJEDA)
    assert (KejadianKeamanan.objects.count(), jeda_saja.count()) == (3 + 3 + 12, 12)


def test_a_network_sends_so_many_letters_whoever_they_are_for(settings):
    """Letters go to addresses that nobody has here, too, and before all others."""
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"lupa_sandi": 8}
    with pada(sekarang()):
        for i in range(20):
            alamat = {"email": f"orang{i}@contoh.id"}
            Client().post("/akun/sandi/lupa/", alamat, REMOTE_ADDR=A)
        assert len(surat()) == 8
        Client().post("/akun/sandi/lupa/", {"email": "jauh@contoh.id"}, REMOTE_ADDR=B)
    assert len(surat()) == 9


def test_a_password_code_opens_it_for_who_has_nothing_else(client, pemeran):
    """Strangers were first with the number of an official whom an admin enters later."""
    for sandi in ("Padi-Kuning-Subur-1", "Padi-Kuning-Subur-2", "Padi-Kuning-Subur-3"):
        isi = isian_daftar(kontak=NOMOR, password1=sandi)
        assert Client().post(DAFTAR, isi).status_code == 302
    kakam = Pengguna(nama="Kepala Baru", telepon=NOMOR, peran=Peran.APARAT)
    kakam.kampung = pemeran.kampung
    services.simpan_pengguna(pengguna=kakam, oleh=pemeran.admin)
    assert kakam.telepon_ditahan
    kode = services.cari_kode_sandi(kode_sandi(kakam, pemeran))
    services.buat_sandi(kode=kode, sandi="Gabah-Kering-Panen-4")
    coba(client, NOMOR, "Gabah-Kering-Panen-4", dari=B)
    assert masuk_sebagai(client) == kakam.pk
