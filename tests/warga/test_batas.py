"""Nobody locks anybody out: who guesses waits, and their neighbours do not."""

import datetime as dt
import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client, RequestFactory

from core.jaga.keamanan import Kejadian
from core.models import KejadianKeamanan
from core.waktu import pada, sekarang
from tests.alat.akun import DAFTAR, MASUK, isian_daftar, masuk_sebagai, surat
from tests.pabrik.orang import SANDI, PenggunaFactory
from tests.warga.test_pengaman import PASANG, angka
from warga import batas, services
from warga.models import Pengguna
from warga.services.akun import NOMOR_PENUH

pytestmark = pytest.mark.django_db
NOMOR = "+6281234567890"
A, A_TETANGGA, B = "10.1.2.3", "10.1.2.99", "10.9.9.9"
KODE_PENGAMAN = "/akun/pengaman/kode/"


def coba(client, login, sandi=SANDI, dari=A):
    return client.post(MASUK, {"login": login, "password": sandi}, REMOTE_ADDR=dari)


def jeda(response):
    cocok = re.search(r"Tunggu (\d+) (detik|menit), lalu", response.content.decode())
    return int(cocok[1]) * (60 if cocok[2] == "menit" else 1) if cocok else 0


class TestPassword:
    @pytest.mark.parametrize("kali", [5, 50])
    def test_a_stranger_elsewhere_locks_nobody_out(self, pemeran, kali):
        penyerang = Client()
        for _ in range(kali):
            coba(penyerang, pemeran.fasilitator.telepon, "salah")
        pemilik = Client()
        coba(pemilik, pemeran.fasilitator.telepon, dari=B)
        assert masuk_sebagai(pemilik) == pemeran.fasilitator.pk

    def test_nor_somebody_of_the_same_network_once_the_browser_is_known(self, pemeran):
        pemilik = Client()
        coba(pemilik, pemeran.fasilitator.telepon)
        pemilik.post("/akun/keluar/")
        for _ in range(50):
            coba(Client(), pemeran.fasilitator.telepon, "salah", A_TETANGGA)
        coba(pemilik, pemeran.fasilitator.telepon)
        assert masuk_sebagai(pemilik) == pemeran.fasilitator.pk

    def test_who_guesses_waits_longer_and_longer(self, pemeran):
        lama, kini = [], sekarang()
        with pada(kini):
            for _ in range(5):
                coba(Client(), pemeran.warga.telepon, "salah")
        for _ in range(6):
            with pada(kini):
                lama.append(jeda(coba(Client(), pemeran.warga.telepon)))
            kini += dt.timedelta(seconds=lama[-1])
            with pada(kini):
                assert (
                    "tidak cocok" in coba(Client(), pemeran.warga.telepon, "salah").content.decode()
                )
        assert lama == [30, 60, 120, 240, 300, 300]
        assert KejadianKeamanan.objects.filter(kejadian=Kejadian.DIJEDA).exists()

    def test_an_account_of_the_same_number_wipes_out_no_guesses(self):
        PenggunaFactory(telepon=NOMOR)
        penyerang = PenggunaFactory(telepon=NOMOR)
        penyerang.set_password("Sandi-penyerang-9")
        penyerang.save()
        client = Client()
        coba(client, NOMOR, "Sandi-penyerang-9")
        client.post("/akun/keluar/")
        for tebakan in ("a", "b", "Sandi-penyerang-9", "c", "d", "e"):
            hasil = coba(client, NOMOR, tebakan)
            client.post("/akun/keluar/")
        assert jeda(hasil) == 0
        assert jeda(coba(client, NOMOR, "f")) == 30

    def test_the_cookie_of_a_known_browser_names_nobody_and_cannot_be_made(self, pemeran):
        client = Client()
        coba(client, pemeran.warga.telepon)
        kuki = client.cookies["peramban"]
        assert pemeran.warga.telepon not in kuki.value
        assert (kuki["httponly"], kuki["samesite"]) == (True, "Lax")
        for _ in range(6):
            coba(Client(), pemeran.kakam.telepon, "salah")
        palsu = Client()
        palsu.cookies["peramban"] = kuki.value[:-3] + "aaa"
        assert jeda(coba(palsu, pemeran.warga.telepon, "x")) == 0
        client.post("/akun/keluar/")
        assert jeda(coba(client, pemeran.kakam.telepon)) == 30  # known, but not for this one

    def test_a_flood_of_tries_costs_half_a_minute_of_hashing(self, monkeypatch, pemeran):
        """From one network, at as many contacts as one likes; the known browser passes."""
        pemilik = Client()
        coba(pemilik, pemeran.warga.telepon)
        pemilik.post("/akun/keluar/")
        kali, asli = [], MD5PasswordHasher.encode
        monkeypatch.setattr(
            MD5PasswordHasher, "encode", lambda *a, **k: (kali.append(1), asli(*a, **k))[1]
        )
        with pada(sekarang()):
            for i in range(40):
                coba(Client(), f"0812-6666-00{i:02}", "salah", A_TETANGGA)
            assert len(kali) == 3 * 29
            coba(pemilik, pemeran.warga.telepon)
        assert masuk_sebagai(pemilik) == pemeran.warga.pk


class TestSecondFactor:
    @pytest.fixture
    def kunci(self, pemeran):
        secret = generate_totp_secret()
        TOTP.activate(pemeran.staf, secret)
        return secret

    def test_who_has_the_password_keeps_no_owner_out(self, pemeran, kunci):
        penyerang = Client()
        coba(penyerang, pemeran.staf.telepon)
        for _ in range(6):
            hasil = penyerang.post(KODE_PENGAMAN, {"code": "000000"}, REMOTE_ADDR=A)
        assert jeda(hasil) == 30
        pemilik = Client()
        coba(pemilik, pemeran.staf.telepon, dari=B)
        pemilik.post(KODE_PENGAMAN, {"code": angka(kunci)}, REMOTE_ADDR=B)
        assert masuk_sebagai(pemilik) == pemeran.staf.pk

    def test_the_code_that_set_it_up_does_not_sign_in(self, pemeran):
        client = Client()
        coba(client, pemeran.staf.telepon)
        client.post("/akun/pastikan/", {"password": SANDI, "next": PASANG})
        secret = re.search(r">([A-Z2-7]{32})<", client.get(PASANG).content.decode())[1]
        kode = angka(secret)
        client.post(PASANG, {"code": kode})
        lain = Client()
        coba(lain, pemeran.staf.telepon)
        lain.post(KODE_PENGAMAN, {"code": kode})
        assert masuk_sebagai(lain) is None


class TestNumbers:
    def daftar(self, nomor="0812-3456-7890", sandi="Padi-Kuning-Subur-9", dari=A):
        client = Client()
        isi = isian_daftar(kontak=nomor, password1=sandi)
        return client, client.post(DAFTAR, isi, REMOTE_ADDR=dari)

    def test_a_stranger_blocks_no_sign_up_with_somebodys_number(self):
        for i in range(6):
            self.daftar(sandi=f"Sandi-Orang-Jahat-{i}")
        client, _ = self.daftar(sandi="Sandi-Pemilik-Sah-1", dari=B)
        assert masuk_sebagai(client)

    def test_the_first_three_can_sign_in_whoever_comes_later(self):
        for i, dari in enumerate(("10.0.1.1", "10.0.2.1", "10.0.3.1", "10.0.4.1", "10.0.5.1")):
            client, response = self.daftar(sandi=f"Sandi-Nomor-Sama-{i}", dari=dari)
            assert (response.status_code, response.url) == (302, "/akun/")
            terang = "belum bisa masuk lagi" in client.get("/akun/").content.decode()
            assert terang is (i >= 3)
        bisa = []
        for i in range(5):
            client = Client()
            coba(client, NOMOR, f"Sandi-Nomor-Sama-{i}", f"10.5.{i}.1")
            bisa.append(bool(masuk_sebagai(client)))
        assert bisa == [True, True, True, False, False]

    def test_a_proof_opens_it(self):
        for i in range(4):
            _, _ = self.daftar(sandi=f"Sandi-Nomor-Sama-{i}", dari=f"10.0.{i}.1")
        keempat = Pengguna.objects.order_by("pk").last()
        keempat.telepon_terbukti_pada = sekarang()
        keempat.save()
        client = Client()
        coba(client, NOMOR, "Sandi-Nomor-Sama-3")
        assert masuk_sebagai(client) == keempat.pk

    def test_with_many_older_accounts_the_newest_still_signs_in(self):
        """As data may be that was made before there was a limit."""
        for _ in range(22):
            PenggunaFactory(telepon=NOMOR)
        pemilik = PenggunaFactory(telepon=NOMOR)
        pemilik.set_password("Sandi-Pemilik-Sah-1")
        pemilik.save()
        client = Client()
        coba(client, NOMOR, "Sandi-Pemilik-Sah-1")
        assert masuk_sebagai(client) == pemilik.pk

    @pytest.mark.parametrize("akun", [0, 1, 2, 22])
    @pytest.mark.parametrize("halaman", [MASUK, DAFTAR])
    def test_the_same_work_however_many_accounts_a_number_has(self, monkeypatch, akun, halaman):
        for _ in range(akun):
            PenggunaFactory(telepon=NOMOR)
        kali, asli = [], MD5PasswordHasher.encode
        monkeypatch.setattr(
            MD5PasswordHasher, "encode", lambda *a, **k: (kali.append(1), asli(*a, **k))[1]
        )
        if halaman == MASUK:
            coba(Client(), NOMOR, "salah")
        else:
            self.daftar()
        assert len(kali) == (3 if halaman == MASUK else 4)

    def test_a_number_is_changed_three_times_a_day(self, klien, pemeran):
        client = klien("warga")
        client.post("/akun/pastikan/", {"password": SANDI, "next": "/akun/telepon/"})
        jawaban = [
            client.post("/akun/telepon/", {"telepon": f"0812-7777-000{i}"}).status_code
            for i in range(5)
        ]
        assert jawaban == [302, 302, 302, 200, 200]
        pemeran.warga.refresh_from_db()
        assert pemeran.warga.telepon == "+6281277770002"

    def test_nobody_changes_to_a_number_that_is_full(self, pemeran):
        for _ in range(3):
            PenggunaFactory(telepon=NOMOR)
        with pytest.raises(services.akun.TidakBisa) as galat:
            services.ubah_telepon(pengguna=pemeran.warga, telepon=NOMOR)
        assert galat.value.pesan == NOMOR_PENUH

    def test_an_admin_writes_in_no_way_round_it(self, pemeran):
        """A number that is full signs in nobody new; another one takes the mark away."""
        for _ in range(3):
            PenggunaFactory(telepon=NOMOR)
        orang = pemeran.warga
        for telepon, ditahan in ((NOMOR, True), ("+6281277775555", False)):
            orang.telepon = telepon
            services.simpan_pengguna(pengguna=orang, oleh=pemeran.admin)
            assert Pengguna.objects.get(pk=orang.pk).telepon_ditahan is ditahan

    def test_a_day_of_registration_works_behind_one_address(self):
        """Two hundred in an hour: thirty at once, then one each eighteen seconds."""
        kini, tunggu = sekarang(), []
        for i in range(231):
            request = RequestFactory(REMOTE_ADDR=A).post(DAFTAR)
            with pada(kini + dt.timedelta(seconds=18 * min(200, max(0, i - 29)))):
                tunggu.append(batas.daftar(request, f"+62812555500{i:03}"))
        assert tunggu == [0] * 230 + [18]


class TestCodes:
    def test_a_village_types_its_codes_behind_one_address(self, pemeran, settings):
        """A musyawarah: whatever was mistyped there, a code that fits is taken."""
        settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"kode": 3}
        keliru = [
            Client().post("/akun/kode/", {"kode": "2222-2222-22"}, REMOTE_ADDR=A).status_code
            for _ in range(5)
        ]
        assert keliru == [200] * 3 + [429] * 2
        for _ in range(4):
            orang = PenggunaFactory()
            _, teks = services.beri_kode(telepon=orang.telepon, oleh=pemeran.kakam)
            client = Client()
            client.force_login(orang)
            client.post("/akun/kode/", {"kode": teks}, REMOTE_ADDR=A)
            orang.refresh_from_db()
            assert orang.telepon_terbukti_pada

    def test_who_mistypes_all_the_time_waits_alone(self, klien):
        client = klien("warga")
        salah = [
            client.post("/akun/kode/", {"kode": f"2222-2222-{i}"}).status_code
            for i in range(22, 53)
        ]
        assert salah == [200] * 30 + [429]
        assert klien("bpk").post("/akun/kode/", {"kode": "2222-2222-22"}).status_code == 200


class TestForgotten:
    def minta(self, client, dari):
        return client.post("/akun/sandi/lupa/", {"email": "wati@contoh.id"}, REMOTE_ADDR=dari)

    def test_strangers_neither_flood_a_mailbox_nor_keep_its_owner_from_a_code(self):
        orang = PenggunaFactory(telepon=None, email="wati@contoh.id")
        EmailAddress.objects.create(user=orang, email=orang.email, verified=True, primary=True)
        pemilik = Client()
        coba(pemilik, "wati@contoh.id")
        pemilik.post("/akun/keluar/")
        for i in range(30):
            self.minta(Client(), f"10.2.{i // 5}.1")
        assert len(surat()) == 20
        assert self.minta(pemilik, A).status_code == 302
        assert len(surat()) == 21
