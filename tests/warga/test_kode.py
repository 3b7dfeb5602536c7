"""Printed codes: who hands them out, and what they do."""

import datetime as dt
import re

import pytest

from core.galat import TidakBisa
from core.jejak import riwayat
from core.waktu import pada, sekarang
from tests import pabrik
from tests.pabrik import SANDI
from tests.pemeran import SEMUA_PERAN
from tests.warga.alat import MASUK, SANDI_BARU, masuk_sebagai
from warga import services
from warga.enums import Peran, TujuanKode
from warga.models import KodeCetak

pytestmark = pytest.mark.django_db
AKTIVASI, SANDI_KODE = TujuanKode.AKTIVASI, TujuanKode.SANDI

# Who may hand a code to whom (design §5). "aparat_lain" is of another kampung.
BOLEH = {
    "fasilitator": {"warga", "bpk"},
    "aparat": {"warga", "fasilitator", "bpk"},
    "kakam": {"warga", "fasilitator", "bpk"},
    "aparat_lain": set(),
    "staf": {"warga", "fasilitator", "bpk", "aparat", "kakam", "aparat_lain"},
    "petugas_rahasia": {"warga", "fasilitator", "bpk", "aparat", "kakam", "aparat_lain"},
    "camat": {"warga", "fasilitator", "bpk", "aparat", "kakam", "aparat_lain"},
    "admin": set(SEMUA_PERAN) - {"pengunjung", "admin"},
}


@pytest.fixture
def kode_untuk(pemeran):
    """Make a code handed out by the staff of the kecamatan."""

    def buat(orang, tujuan):
        return services.beri_kode(pengguna=orang, tujuan=tujuan, oleh=pemeran.staf)[1]

    return buat


def minta(client, orang, tujuan=SANDI_KODE, hadir="on", kontak=""):
    isi = {"tujuan": tujuan, "hadir": hadir, "kontak": kontak or orang.telepon}
    return client.post(f"/kerja/kode/{orang.pk}/", isi)


def kode_di(halaman):
    return re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}\b", halaman)[0]


@pytest.mark.parametrize("pemberi", [p for p in SEMUA_PERAN if p != "pengunjung"])
def test_who_may_hand_a_code_to_whom(klien, pemeran, pemberi):
    client = klien(pemberi)
    penerima = [p for p in SEMUA_PERAN if p != "pengunjung"]
    berhasil = {p for p in penerima if minta(client, pemeran[p]).status_code == 200}
    assert berhasil == BOLEH.get(pemberi, set())
    assert KodeCetak.objects.count() == len(berhasil)
    assert client.get("/kerja/kode/").status_code == (200 if pemberi in BOLEH else 403)


def test_an_aparat_helps_nobody_of_another_kampung(klien, pemeran):
    tetangga = pabrik.PenggunaFactory(kampung=pemeran.kampung_lain)
    tanpa = pabrik.PenggunaFactory(kampung=None)
    for orang in (tetangga, tanpa):
        assert minta(klien("aparat"), orang).status_code == 404
        assert minta(klien("staf"), orang).status_code == 200


def test_the_number_of_an_account_opens_nothing_without_its_contact(klien, pemeran):
    """Else whoever hands out codes could try all numbers and read who has an account."""
    for kontak in ("+6281299999999", "x"):
        response = minta(klien("fasilitator"), pemeran.warga, kontak=kontak)
        assert response.status_code == 404
    alamat = f"/kerja/kode/{pemeran.warga.pk}/"
    isi = {"tujuan": SANDI_KODE, "hadir": "on"}
    assert klien("fasilitator").post(alamat, isi).status_code == 404
    assert not KodeCetak.objects.exists()


def test_the_contact_is_carried_from_the_search_to_the_code(klien, pemeran):
    client = klien("fasilitator")
    halaman = client.post("/kerja/kode/", {"kontak": pemeran.warga.telepon}).content.decode()
    kontak = re.search(r'name="kontak" value="([^"]+)"', halaman)[1]
    assert minta(client, pemeran.warga, hadir="", kontak=kontak).status_code == 200
    assert minta(client, pemeran.warga, kontak=kontak).status_code == 200
    assert KodeCetak.objects.exists()


def test_visitors_are_sent_to_sign_in(client, pemeran):
    assert client.get("/kerja/kode/").url.startswith("/akun/masuk/")
    assert minta(client, pemeran.warga).url.startswith("/akun/masuk/")


@pytest.mark.parametrize("kontak", ["+62 812 3456 7890", "WATI@contoh.id"])
def test_a_person_is_found_by_the_exact_contact(klien, pemeran, kontak):
    pabrik.PenggunaFactory(
        nama="Wati", telepon="+6281234567890", email="wati@contoh.id", kampung=pemeran.kampung
    )
    halaman = klien("fasilitator").post("/kerja/kode/", {"kontak": kontak}).content.decode()
    assert "<h2" in halaman
    assert "Wati" in halaman


@pytest.mark.parametrize("kontak", ["0812-0000-0000", "wati@contoh.i", "0812345678"])
def test_nobody_is_found_by_half_a_contact(klien, pemeran, kontak):
    pabrik.PenggunaFactory(telepon="+6281234567890", kampung=pemeran.kampung)
    halaman = klien("fasilitator").post("/kerja/kode/", {"kontak": kontak}).content.decode()
    assert "Buat kode" not in halaman


def test_who_cannot_be_helped_is_not_shown(klien, pemeran):
    tetangga = pabrik.PenggunaFactory(nama="Orang Seberang", kampung=pemeran.kampung_lain)
    halaman = klien("fasilitator").post("/kerja/kode/", {"kontak": tetangga.telepon})
    assert "Tidak ditemukan" in halaman.content.decode()
    assert "Orang Seberang" not in halaman.content.decode()


def test_all_accounts_of_one_number_are_shown(klien, pemeran):
    for nama in ("Bapak", "Ibu"):
        pabrik.PenggunaFactory(nama=nama, telepon="+6281234567890", kampung=pemeran.kampung)
    halaman = klien("aparat").post("/kerja/kode/", {"kontak": "081234567890"}).content.decode()
    assert halaman.count("Buat kode<") == 2


def test_the_sheet_is_shown_once_and_only_the_hash_is_kept(klien, pemeran):
    response = minta(klien("fasilitator"), pemeran.warga, AKTIVASI)
    kode = kode_di(response.content.decode())
    baris = KodeCetak.objects.get()
    assert "no-store" in response["Cache-Control"]
    assert kode.replace("-", "") not in str(baris.__dict__)
    assert baris.kedaluwarsa - baris.dibuat >= dt.timedelta(days=13, hours=23)
    assert services.cari_kode(kode) == baris


def test_handing_out_is_in_the_trail_and_the_person_sees_it(klien, pemeran):
    minta(klien("fasilitator"), pemeran.warga, AKTIVASI)
    jejak = riwayat(pemeran.warga).get()
    assert (jejak.aksi, jejak.oleh_id) == ("kode_diserahkan", pemeran.fasilitator.pk)
    assert jejak.isi.rincian == {"tujuan": "aktivasi"}
    halaman = klien("warga").get("/akun/").content.decode()
    assert "Fitri Fasilitator" in halaman
    assert "Belum dipakai" in halaman


def test_the_official_must_say_that_the_person_is_present(klien, pemeran):
    response = minta(klien("fasilitator"), pemeran.warga, hadir="")
    assert "hanya diserahkan langsung" in response.content.decode()
    assert minta(klien("fasilitator"), pemeran.warga, tujuan="apa").status_code == 200
    assert not KodeCetak.objects.exists()


def test_an_activation_code_proves_the_number(client, pemeran, kode_untuk):
    kode = kode_untuk(pemeran.warga, AKTIVASI)
    client.post("/akun/kode/", {"kode": kode.lower().replace("-", " ")})
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.telepon_terbukti_pada
    assert pemeran.warga.kontak_terbukti
    assert masuk_sebagai(client) is None  # a code proves a number, it does not sign in


def test_a_password_code_sets_a_new_password_and_ends_sessions(client, klien, pemeran, kode_untuk):
    lama = klien("warga")
    kode = kode_untuk(pemeran.warga, SANDI_KODE)
    assert client.post("/akun/kode/", {"kode": kode}).url == "/akun/kode/sandi/"
    lemah = client.post("/akun/kode/sandi/", {"sandi": "12345678"})
    assert "terlalu umum" in lemah.content.decode()
    client.post("/akun/kode/sandi/", {"sandi": SANDI_BARU})
    client.post(MASUK, {"login": pemeran.warga.telepon, "password": SANDI_BARU})
    assert masuk_sebagai(client) == pemeran.warga.pk
    assert lama.get("/akun/").status_code == 302


@pytest.mark.parametrize("tujuan", [AKTIVASI, SANDI_KODE])
def test_a_code_works_once(client, pemeran, kode_untuk, tujuan):
    kode = kode_untuk(pemeran.warga, tujuan)
    client.post("/akun/kode/", {"kode": kode})
    client.post("/akun/kode/sandi/", {"sandi": SANDI_BARU})
    lagi = client.post("/akun/kode/", {"kode": kode})
    assert "sudah dipakai" in lagi.content.decode()


def test_two_at_the_same_time_only_one_wins(pemeran, kode_untuk):
    baris = services.cari_kode(kode_untuk(pemeran.warga, SANDI_KODE))
    services.buat_sandi(kode=baris, sandi=SANDI_BARU)
    with pytest.raises(TidakBisa):
        services.buat_sandi(kode=baris, sandi="Sandi-penyerobot-1")
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.check_password(SANDI_BARU)


def test_after_fourteen_days_it_is_dead(client, pemeran, kode_untuk):
    kode = kode_untuk(pemeran.warga, AKTIVASI)
    with pada(sekarang() + dt.timedelta(days=13, hours=23)):
        assert services.cari_kode(kode)
    with pada(sekarang() + dt.timedelta(days=14, minutes=1)):
        assert services.cari_kode(kode) is None


def test_a_newer_code_kills_the_older(pemeran, kode_untuk):
    lama, lain = kode_untuk(pemeran.warga, SANDI_KODE), kode_untuk(pemeran.warga, AKTIVASI)
    baru = kode_untuk(pemeran.warga, SANDI_KODE)
    assert services.cari_kode(lama) is None
    assert services.cari_kode(lain)
    assert services.cari_kode(baru)


def test_the_second_step_needs_the_first(client):
    response = client.get("/akun/kode/sandi/", follow=True)
    assert "Isi kode dari kertas dahulu" in response.content.decode()


def test_a_code_for_somebody_else_is_refused_while_signed_in(klien, pemeran, kode_untuk):
    kode = kode_untuk(pemeran.warga, AKTIVASI)
    response = klien("bpk").post("/akun/kode/", {"kode": kode}, follow=True)
    assert "Kode ini untuk akun lain" in response.content.decode()
    assert services.cari_kode(kode)


def test_a_number_is_proven_for_one_account_only(client, pemeran, kode_untuk):
    kembar = pabrik.PenggunaFactory(telepon=pemeran.warga.telepon)
    satu, dua = kode_untuk(pemeran.warga, AKTIVASI), kode_untuk(kembar, AKTIVASI)
    client.post("/akun/kode/", {"kode": satu})
    response = client.post("/akun/kode/", {"kode": dua}, follow=True)
    assert "sudah terbukti milik akun lain" in response.content.decode()
    kembar.refresh_from_db()
    assert kembar.telepon_terbukti_pada is None


@pytest.mark.parametrize(
    ("fields", "pesan"),
    [
        ({"telepon": None, "email": "a@contoh.id"}, "tidak mempunyai nomor HP"),
        ({"telepon_terbukti_pada": "2026-01-01T00:00Z"}, "sudah terbukti"),
    ],
)
def test_a_code_that_would_do_nothing_is_not_made(klien, fields, pesan):
    orang = pabrik.PenggunaFactory(**fields)
    kontak = orang.telepon or orang.email
    response = klien("staf").post(
        f"/kerja/kode/{orang.pk}/",
        {"tujuan": AKTIVASI, "hadir": "on", "kontak": kontak},
        follow=True,
    )
    assert pesan in response.content.decode()
    assert not KodeCetak.objects.exists()


def test_no_code_is_made_for_an_account_that_is_switched_off(klien, pemeran):
    orang = pabrik.PenggunaFactory(is_active=False)
    assert minta(klien("staf"), orang).status_code == 404
    with pytest.raises(TidakBisa, match="tidak aktif"):
        services.beri_kode(pengguna=orang, tujuan=SANDI_KODE, oleh=pemeran.staf)
    assert not KodeCetak.objects.exists()


@pytest.mark.parametrize("kode", ["", "x", "7K4M-92QX-T3", "\x00", "😀" * 10, "x" * 100_000])
def test_a_wrong_code_is_said_so(client, kode):
    response = client.post("/akun/kode/", {"kode": kode})
    assert response.status_code == 200
    assert "Ada yang perlu diperbaiki" in response.content.decode()


def test_guessing_codes_is_slowed_down(client, settings):
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"kode": 10}
    for _ in range(10):
        client.post("/akun/kode/", {"kode": "7K4M-92QX-T3"})
    response = client.post("/akun/kode/", {"kode": "7K4M-92QX-T4"})
    assert response.status_code == 429
    assert "terlalu sering" in response.content.decode()
    assert "7K4M-92QX-T4" in response.content.decode()


def test_the_new_password_can_be_seen(client, pemeran, kode_untuk):
    client.post("/akun/kode/", {"kode": kode_untuk(pemeran.warga, SANDI_KODE)})
    halaman = client.post("/akun/kode/sandi/", {"sandi": SANDI_BARU, "lihat": "1"})
    assert f'type="text" name="sandi" value="{SANDI_BARU}"' in halaman.content.decode()
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.check_password(SANDI)


def test_who_changes_the_password_ends_codes_that_are_about(klien, pemeran, kode_untuk):
    """Whoever sees a code they never asked for must be able to defend the account."""
    kode = kode_untuk(pemeran.warga, SANDI_KODE)
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU}
    assert klien("warga").post("/akun/sandi/", isi).status_code == 302
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.check_password(SANDI_BARU)
    assert services.cari_kode(kode) is None


@pytest.mark.parametrize("tujuan", [AKTIVASI, SANDI_KODE])
def test_a_code_for_a_resident_opens_no_account_of_an_official(pemeran, kode_untuk, tujuan):
    kode = kode_untuk(pemeran.warga, tujuan)
    pemeran.warga.peran = Peran.STAF
    services.simpan_pengguna(pengguna=pemeran.warga, oleh=pemeran.admin)
    assert services.cari_kode(kode) is None
