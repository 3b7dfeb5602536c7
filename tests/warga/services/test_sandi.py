"""Password codes: two of the kecamatan, neither the owner, and the owner is told (C1, L2)."""

import datetime as dt
import re
import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import pada, sekarang
from tests.alat.akun import MASUK, SANDI_BARU, kode_surat, masuk_sebagai
from tests.alat.meja import menunggu
from tests.alat.sandi import kode_sandi
from tests.pabrik.kampung import instansi_kecamatan
from tests.pabrik.orang import SANDI, PenggunaFactory, pejabat
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.warga.services.test_kode import kode_di
from warga import services
from warga.enums import NamaJabatan, Peran
from warga.models import KodeCetak, Pengguna, PermintaanSandi

pytestmark = pytest.mark.django_db
DAFTAR, ISI, BARU = "/kerja/kode/sandi/", "/akun/kode/", "/akun/kode/sandi/"
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}


def ajukan(client, orang, alasan="Datang dengan KTP, saya kenal suaminya."):
    alamat = reverse("kode:minta", args=[orang.pk])
    return client.post(alamat, {"kontak": orang.telepon, "alasan": alasan})


def putuskan(client, baris, putusan="ya", alasan="Saya menelepon nomor lamanya."):
    alamat = reverse("kode:putuskan", args=[baris.pk])
    return client.post(alamat, {"putusan": putusan, "alasan": alasan})


def buka(client, baris):
    return client.post(reverse("kode:buka", args=[baris.pk]))


@pytest.mark.parametrize("siapa", [p for p in SEMUA_PERAN if p != "pengunjung"])
def test_who_asks_and_for_whom(klien, pemeran, siapa):
    client, dapat = klien(siapa), set()
    for nama in SEMUA_PERAN[1:]:
        ajukan(client, pemeran[nama])
        if pemeran[nama].permintaan_sandi.exists():
            dapat.add(nama)
    semua, warga = set(SEMUA_PERAN[1:]), set(SEMUA_PERAN[1:]) - KECAMATAN
    boleh = {"staf": warga, "petugas_rahasia": warga, "camat": semua, "admin": semua}
    assert dapat == boleh.get(siapa, set()) - {siapa}
    assert client.get(DAFTAR).status_code == (200 if siapa in KECAMATAN else 403)


def test_the_attack_of_an_official_on_a_residents_account(klien, pemeran):
    """C1, steps 1 to 5, for every role outside the kecamatan: no step gives anything."""
    for siapa in ("fasilitator", "bpk", "aparat", "kakam"):
        client = klien(siapa)
        halaman = client.post("/kerja/kode/", {"kontak": pemeran.warga.telepon}).content.decode()
        assert "Wati Warga" not in halaman
        isi = {"tujuan": "sandi", "hadir": "on", "kontak": pemeran.warga.telepon}
        assert client.post(f"/kerja/kode/{pemeran.warga.pk}/", isi).status_code == 404
        assert client.post(DAFTAR, {"kontak": pemeran.warga.telepon}).status_code == 403
        assert ajukan(client, pemeran.warga).status_code == 403
    assert not KodeCetak.objects.exists()
    assert not PermintaanSandi.objects.exists()


def test_one_of_the_kecamatan_alone_gets_no_code(klien, pemeran):
    """C1 as plain staf: the way to kiriman about the kecamatan's own people."""
    client = klien("staf")
    ajukan(client, pemeran.warga)
    baris = PermintaanSandi.objects.get()
    assert buka(client, baris).status_code == 302
    assert putuskan(client, baris).status_code == 404
    for siapa in ("kakam", "fasilitator"):
        assert putuskan(klien(siapa), baris).status_code == 403
    with pytest.raises(TidakBisa, match="orang lain"):
        services.putuskan_sandi(
            permintaan=baris, oleh=pemeran.staf, setuju=True, alasan="Saya sendiri."
        )
    baris.refresh_from_db()
    assert baris.disetujui is None
    assert not KodeCetak.objects.exists()


def test_two_people_and_one_code(client, klien, pemeran):
    staf, camat = klien("staf"), klien("camat")
    lama = klien("warga")
    assert "Wati Warga" in staf.post(DAFTAR, {"kontak": pemeran.warga.telepon}).content.decode()
    response = ajukan(staf, pemeran.warga)
    baris = PermintaanSandi.objects.get()
    assert response.url == reverse("kode:permintaan", args=[baris.pk])
    assert menunggu(camat)["permintaan kode kata sandi menunggu putusan Anda"] == 1
    assert response.url in camat.get("/kerja/").content.decode()  # one press from its act
    assert "suaminya" in camat.get(response.url).content.decode()
    assert putuskan(camat, baris).status_code == 302
    assert menunggu(staf)["kode kata sandi sudah disetujui dan dapat Anda buka"] == 1
    assert buka(camat, baris).status_code == 302  # the asker alone
    lembar = buka(staf, baris)
    kode = kode_di(lembar)
    assert "no-store" in lembar["Cache-Control"]
    assert buka(staf, baris).status_code == 302  # once
    assert KodeCetak.objects.count() == 1
    assert client.post(ISI, {"kode": kode}).url == BARU
    assert "terlalu umum" in client.post(BARU, {"sandi": "12345678"}).content.decode()
    client.post(BARU, {"sandi": SANDI_BARU})
    assert client.post(ISI, {"kode": kode}).status_code == 200
    client.post(MASUK, {"login": pemeran.warga.telepon, "password": SANDI_BARU})
    assert masuk_sebagai(client) == pemeran.warga.pk
    assert lama.get("/akun/").status_code == 302
    halaman = client.get("/akun/").content.decode()
    assert "akun ini dibuat lewat kantor kecamatan" in halaman
    aksi = [j.aksi for j in riwayat(pemeran.warga)]
    assert aksi == [
        "kode_sandi_diminta",
        "kode_sandi_disetujui",
        "kode_sandi_dibuka",
        "sandi_dibuat_dengan_kode",
    ]


def test_a_refused_request_gives_no_code(klien, pemeran):
    ajukan(klien("staf"), pemeran.warga)
    baris = PermintaanSandi.objects.get()
    assert "Tulis" not in putuskan(klien("admin"), baris, alasan="").headers.get("Location", "")
    baris.refresh_from_db()
    assert baris.disetujui is None  # a reason is asked first
    putuskan(klien("admin"), baris, putusan="tidak", alasan="Suaranya lain.")
    buka(klien("staf"), baris)
    assert not KodeCetak.objects.exists()
    assert ajukan(klien("staf"), pemeran.warga).status_code == 302  # may be asked again


def test_who_decides_about_an_account_of_the_kecamatan(klien, pemeran):
    """Neither the owner nor the asker nor any staf: the camat, or another admin."""
    baris = services.minta_sandi(pengguna=pemeran.staf, oleh=pemeran.admin, alasan="Menelepon.")
    admin_lain = PenggunaFactory(peran=Peran.ADMIN)
    kasi = pejabat(NamaJabatan.KASI_PMK, instansi_kecamatan(), peran=Peran.STAF)
    boleh = {
        o.nama
        for o in (*(pemeran[p] for p in SEMUA_PERAN[1:]), admin_lain, kasi)
        if o.has_perm("warga.putuskan_sandi", baris)
    }
    assert boleh == {"Cahyo Camat", admin_lain.nama}
    for orang in (pemeran.camat, admin_lain, kasi, pemeran.staf, pemeran.petugas_rahasia):
        jatuh = PermintaanSandi.objects.untuk_diputus(orang).exists()
        assert jatuh is orang.has_perm("warga.putuskan_sandi", baris)


def test_a_small_office_is_helped_by_the_kasi(klien, pemeran):
    """The only admin forgot the password: the camat asks, the kasi PMK decides."""
    kasi = pejabat(NamaJabatan.KASI_PMK, instansi_kecamatan(), peran=Peran.STAF)
    baris = services.minta_sandi(pengguna=pemeran.admin, oleh=pemeran.camat, alasan="Menelepon.")
    boleh = [
        o
        for o in (kasi, pemeran.admin, pemeran.camat, pemeran.staf, pemeran.petugas_rahasia)
        if o.has_perm("warga.putuskan_sandi", baris)
    ]
    assert boleh == [kasi]
    assert menunggu(klien(kasi))["permintaan kode kata sandi menunggu putusan Anda"] == 1


def test_the_owner_says_that_was_not_me(klien, pemeran):
    baris = services.minta_sandi(pengguna=pemeran.warga, oleh=pemeran.staf, alasan="Menelepon.")
    client = klien("warga")
    assert "kode kata sandi diminta untuk akun Anda" in client.get("/akun/").content.decode()
    client.post("/akun/kode/batal/")
    assert "diminta untuk akun Anda" not in client.get("/akun/").content.decode()
    with pytest.raises(TidakBisa):
        services.putuskan_sandi(
            permintaan=baris, oleh=pemeran.camat, setuju=True, alasan="Ya, benar."
        )
    kode = kode_sandi(pemeran.warga, pemeran)
    client.post("/akun/kode/batal/")
    assert services.cari_kode_sandi(kode) is None


def test_a_code_lives_two_days(pemeran):
    kode = kode_sandi(pemeran.warga, pemeran)
    with pada(sekarang() + dt.timedelta(days=1, hours=23)):
        assert services.cari_kode_sandi(kode)
    with pada(sekarang() + dt.timedelta(days=2, minutes=1)):
        assert services.cari_kode_sandi(kode) is None


def test_two_at_the_same_time_only_one_wins(pemeran):
    baris = services.cari_kode_sandi(kode_sandi(pemeran.warga, pemeran))
    services.buat_sandi(kode=baris, sandi=SANDI_BARU)
    with pytest.raises(TidakBisa):
        services.buat_sandi(kode=baris, sandi="Sandi-penyerobot-1")
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.check_password(SANDI_BARU)


def test_the_second_factor_is_still_asked(client, pemeran):
    TOTP.activate(pemeran.warga, generate_totp_secret())
    client.post(ISI, {"kode": kode_sandi(pemeran.warga, pemeran)})
    client.post(BARU, {"sandi": SANDI_BARU})
    response = client.post(MASUK, {"login": pemeran.warga.telepon, "password": SANDI_BARU})
    assert response.url.startswith("/akun/pengaman/kode/")
    assert masuk_sebagai(client) is None


def test_a_code_typed_on_a_shared_phone_does_not_stay(client, pemeran):
    """L2: after somebody else signed in there, the first owner's new password was still offered."""
    kode = kode_sandi(pemeran.warga, pemeran)
    client.post(ISI, {"kode": kode})
    client.post(MASUK, {"login": pemeran.bpk.telepon, "password": SANDI})
    assert masuk_sebagai(client) == pemeran.bpk.pk
    assert client.get(BARU).url == ISI
    client.post("/akun/keluar/")
    assert client.get(BARU).url == ISI
    assert client.post(ISI, {"kode": kode}).url == BARU  # the paper itself still works
    client.post(MASUK, {"login": pemeran.bpk.telepon, "password": SANDI})
    client.post("/akun/keluar/")
    assert client.get(BARU).url == ISI


def test_the_step_lives_ten_minutes(client, pemeran, monkeypatch):
    client.post(ISI, {"kode": kode_sandi(pemeran.warga, pemeran)})
    assert client.get(BARU).status_code == 200
    kini = time.time()
    monkeypatch.setattr("warga.views.kode.time.time", lambda: kini + 601)
    assert client.get(BARU).url == ISI
    assert client.post(BARU, {"sandi": SANDI_BARU}).url == ISI
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.check_password(SANDI)


def test_a_code_for_somebody_else_is_refused_while_signed_in(klien, pemeran):
    kode = kode_sandi(pemeran.warga, pemeran)
    response = klien("bpk").post(ISI, {"kode": kode}, follow=True)
    assert "Kode ini untuk akun lain" in response.content.decode()
    assert services.cari_kode_sandi(kode)


def test_the_new_password_can_be_seen(client, pemeran):
    client.post(ISI, {"kode": kode_sandi(pemeran.warga, pemeran)})
    halaman = client.post(BARU, {"sandi": SANDI_BARU, "lihat": "1"})
    assert f'type="text" name="sandi" value="{SANDI_BARU}"' in halaman.content.decode()
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.check_password(SANDI)


def test_the_desk_costs_the_same_whatever_the_rows(klien, pemeran, django_assert_num_queries):
    client = klien("camat")
    client.get(DAFTAR)
    for jumlah in (1, 4):
        while PermintaanSandi.objects.count() < jumlah:
            services.minta_sandi(pengguna=PenggunaFactory(), oleh=pemeran.staf, alasan="Menelepon.")
        with django_assert_num_queries(5):
            client.get(DAFTAR)


def test_requests_of_others_are_not_there(klien, pemeran):
    baris = services.minta_sandi(pengguna=pemeran.staf, oleh=pemeran.admin, alasan="Menelepon.")
    alamat = reverse("kode:permintaan", args=[baris.pk])
    assert klien("petugas_rahasia").get(alamat).status_code == 404
    assert klien("kakam").get(alamat).status_code == 403
    assert klien("admin").get(alamat).status_code == 200
    assert klien("petugas_rahasia").post(reverse("kode:tarik", args=[baris.pk])).status_code == 404
    assert klien("camat").post(reverse("kode:tarik", args=[baris.pk])).status_code == 302
    baris.refresh_from_db()
    assert baris.masih_menunggu
    klien("admin").post(reverse("kode:tarik", args=[baris.pk]))
    baris.refresh_from_db()
    assert not baris.masih_hidup


@pytest.mark.parametrize("alasan", ["", "\x00", "x" * 100_000])
def test_a_bad_reason_is_said_so(klien, pemeran, alasan):
    response = ajukan(klien("staf"), pemeran.warga, alasan)
    assert response.status_code == 200
    assert re.search("Ada yang perlu diperbaiki", response.content.decode())
    assert not PermintaanSandi.objects.exists()


def test_a_fresh_office_begins_by_e_mail(client, klien):
    """One admin alone makes the first accounts; their owners make the password themselves."""
    isi = {"nama": "Camat Baru", "telepon": "", "email": "camat@contoh.id", "peran": "staf"}
    isi |= {"kampung": "", "is_active": "on", "jabatan-TOTAL_FORMS": 0, "jabatan-INITIAL_FORMS": 0}
    klien(PenggunaFactory(peran=Peran.ADMIN)).post("/admin/warga/pengguna/add/", isi)
    client.post("/akun/sandi/lupa/", {"email": "camat@contoh.id"})
    client.post("/akun/sandi/lupa/kode/", {"code": kode_surat()})
    client.post("/akun/sandi/lupa/baru/", {"password1": SANDI_BARU})
    assert Pengguna.objects.get(email="camat@contoh.id").check_password(SANDI_BARU)
