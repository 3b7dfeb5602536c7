"""Activation codes: whoever gives one learns nothing, and they prove one account in its session."""

import datetime as dt
import re

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import pada, sekarang
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN
from warga import services
from warga.enums import Peran, TujuanKode
from warga.models import KodeCetak, Pengguna

pytestmark = pytest.mark.django_db
BERI, ISI = "/kerja/kode/", "/akun/kode/"
# Parts that differ between two sheets: the code, the number, the token of the form.
BERBEDA = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}\b|08[\d-]+|csrf\S+")
PEMBERI = ("fasilitator", "bpk", "aparat", "kakam", "aparat_lain", "staf", "camat", "admin")


def minta(client: Client, telepon: str, hadir: str = "on"):
    return client.post(BERI, {"telepon": telepon, "hadir": hadir})


def kode_di(response) -> str:
    return re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}\b", response.content.decode())[0]


@pytest.fixture
def kode_dari(pemeran):
    """Make a code for a number, given by one of the cast."""

    def buat(siapa: str, telepon: str) -> str:
        return services.beri_kode(telepon=telepon, oleh=pemeran[siapa])[1]

    return buat


def terbukti(orang: Pengguna) -> bool:
    orang.refresh_from_db()
    return bool(orang.telepon_terbukti_pada)


@pytest.mark.parametrize("siapa", [p for p in SEMUA_PERAN if p != "pengunjung"])
def test_who_gives_activation_codes(klien, pemeran, siapa):
    boleh = siapa in PEMBERI or siapa == "petugas_rahasia"
    assert klien(siapa).get(BERI).status_code == (200 if boleh else 403)
    assert minta(klien(siapa), "081234567890").status_code == (200 if boleh else 403)
    assert KodeCetak.objects.count() == int(boleh)


def test_a_giver_cannot_tell_whether_a_number_has_an_account(klien, pemeran):
    """C1, second step: the kakam typed a neighbour's number and saw that it has an account."""
    tetangga = PenggunaFactory(nama="Tetangga Sebelah", kampung=pemeran.kampung)
    terbukti_ = PenggunaFactory(kampung=pemeran.kampung, telepon_terbukti_pada=sekarang())
    lain = PenggunaFactory(kampung=pemeran.kampung_lain)
    mati = PenggunaFactory(is_active=False)
    kembar = PenggunaFactory.create_batch(2, telepon="+6281211112222")
    client = klien("kakam")
    minta(client, "081200009999")  # the session has been written by now
    halaman, sql = set(), set()
    nomor = [o.telepon for o in (tetangga, terbukti_, lain, mati, *kembar, pemeran.staf)]
    for telepon in ["+6281299990000", *nomor]:
        with CaptureQueriesContext(
            connection,
        ) as daftar:
            response = minta(client, telepon)
        assert response.status_code == 200
        isi = re.sub(
            r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}\b|08[\d-]+|csrf\S+",
            "",
            response.content.decode(),
        )
        halaman.add(isi)
        sql.add(tuple(re.sub(r"'[^']*'|\d+", "?", q["sql"]) for q in daftar))
    assert len(halaman) == 1
    assert len(sql) == 1
    assert "Tetangga" not in halaman.pop()


def test_the_old_page_that_listed_accounts_is_gone(klien, pemeran):
    client = klien("kakam")
    response = client.post(BERI, {"kontak": pemeran.warga.telepon})
    assert "Wati" not in response.content.decode()
    isi = {"tujuan": "sandi", "hadir": "on", "kontak": pemeran.warga.telepon}
    assert client.post(f"/kerja/kode/{pemeran.warga.pk}/", isi).status_code == 404
    assert not KodeCetak.objects.exists()


def test_the_giver_must_have_called_the_number(klien):
    response = minta(klien("fasilitator"), "081234567890", hadir="")
    assert "Telepon dahulu nomornya" in response.content.decode()
    assert "081234567890" in response.content.decode()  # typed words stay
    assert not KodeCetak.objects.exists()


@pytest.mark.parametrize("telepon", ["", "x", "\x00", "0812", "😀" * 10, "8" * 100_000])
def test_a_bad_number_is_said_so(klien, telepon):
    response = minta(klien("fasilitator"), telepon)
    assert response.status_code == 200
    assert not KodeCetak.objects.exists()


def test_only_hashes_are_kept_and_the_trail_has_no_number(klien, pemeran):
    response = minta(klien("fasilitator"), pemeran.warga.telepon)
    kode, baris = kode_di(response), KodeCetak.objects.get()
    assert "no-store" in response["Cache-Control"]
    assert kode.replace("-", "") not in str(baris.__dict__)
    assert pemeran.warga.telepon[3:] not in str(baris.__dict__)
    assert baris.kedaluwarsa - baris.dibuat == dt.timedelta(days=14)
    assert (baris.pengguna, baris.peran_pemberi) == (None, Peran.FASILITATOR)
    jejak = riwayat(pemeran.fasilitator).get()
    assert (jejak.aksi, jejak.isi.rincian, jejak.isi.alasan) == ("kode_aktivasi_diberikan", {}, "")
    assert not riwayat(pemeran.warga).exists()


def test_it_proves_the_account_that_types_it(klien, pemeran, kode_dari):
    kode = kode_dari("bpk", pemeran.warga.telepon)
    client = klien("warga")
    response = client.post(ISI, {"kode": kode.lower().replace("-", " ")}, follow=True)
    assert "Nomor HP sudah diverifikasi" in response.content.decode()
    assert terbukti(pemeran.warga)
    baris = KodeCetak.objects.get()
    assert (baris.pengguna, baris.telepon_hash) == (pemeran.warga, "")
    assert "Bagus Pengawas" in client.get("/akun/").content.decode()
    assert "tidak dapat membuktikan" in client.post(ISI, {"kode": kode}).content.decode()


def test_the_shadow_account_is_not_proven_and_its_session_ends(client, klien, pemeran, kode_dari):
    """M3: the attacker signs up with the victim's number first, the victim types the code."""
    penyerang = PenggunaFactory(telepon="+6281277772222", nama="Wati")
    korban = PenggunaFactory(telepon="+6281277772222", nama="Wati")
    sesi_penyerang = klien(penyerang)
    kode = kode_dari("kakam", korban.telepon)
    response = client.post(ISI, {"kode": kode})  # without signing in, as the old sheet said
    assert response.url == "/akun/masuk/?next=/akun/kode/"
    assert kode.replace("-", "") not in str(dict(client.session))
    assert not terbukti(penyerang)
    assert klien(korban).post(ISI, {"kode": kode}).url == "/akun/"
    assert terbukti(korban)
    assert not terbukti(penyerang)
    assert sesi_penyerang.get("/akun/").status_code == 302


def test_others_lose_the_number_if_they_can_sign_in_without_it(klien, pemeran, kode_dari):
    ber_email = PenggunaFactory(telepon=pemeran.warga.telepon, email="a@contoh.id")
    EmailAddress.objects.create(user=ber_email, email="a@contoh.id", verified=True)
    belum_pasti = PenggunaFactory(telepon=pemeran.warga.telepon, email="b@contoh.id")
    kode = kode_dari("staf", pemeran.warga.telepon)
    klien("warga").post(ISI, {"kode": kode})
    ber_email.refresh_from_db()
    belum_pasti.refresh_from_db()
    assert (ber_email.telepon, belum_pasti.telepon) == (None, pemeran.warga.telepon)
    assert Pengguna.objects.bernomor(pemeran.warga.telepon).first() == pemeran.warga
    lagi = kode_dari("staf", pemeran.warga.telepon)
    response = klien(belum_pasti).post(ISI, {"kode": lagi})
    assert "tidak dapat membuktikan" in response.content.decode()
    assert not terbukti(belum_pasti)


def test_all_refusals_read_the_same(klien, pemeran, kode_dari):
    sudah = PenggunaFactory(telepon_terbukti_pada=sekarang())
    tanpa = PenggunaFactory(telepon=None, email="c@contoh.id")
    senomor = PenggunaFactory(telepon=sudah.telepon)
    kasus = [
        (pemeran.warga, "7K4M-92QX-T3"),
        (pemeran.warga, kode_dari("staf", "+6281299990000")),
        (pemeran.aparat, kode_dari("kakam", pemeran.aparat.telepon)),
        (pemeran.bpk, kode_dari("bpk", pemeran.bpk.telepon)),  # for oneself
        (sudah, kode_dari("staf", sudah.telepon)),
        (senomor, kode_dari("admin", sudah.telepon)),
        (tanpa, kode_dari("kakam", sudah.telepon)),
    ]
    for orang, kode in kasus:
        halaman = klien(orang).post(ISI, {"kode": kode}).content.decode()
        assert "tidak dapat membuktikan nomor HP" in halaman, orang
        assert kode in halaman
    assert Pengguna.objects.filter(telepon_terbukti_pada__isnull=False).count() == 1


@pytest.mark.parametrize(
    ("pemberi", "penerima", "jadi"),
    [
        ("fasilitator", "aparat", False),
        ("bpk", "kakam", False),
        ("kakam", "staf", False),
        ("fasilitator", "bpk", True),
        ("aparat_lain", "warga", True),
        ("staf", "aparat", True),
        ("staf", "camat", False),
        ("admin", "staf", True),
    ],
)
def test_officials_are_vouched_for_by_the_kecamatan(pemeran, kode_dari, pemberi, penerima, jadi):
    orang = pemeran[penerima]
    kode = kode_dari(pemberi, orang.telepon)
    if jadi:
        services.buktikan_telepon(teks=kode, pengguna=orang)
    else:
        with pytest.raises(TidakBisa, match="tidak dapat membuktikan"):
            services.buktikan_telepon(teks=kode, pengguna=orang)
    assert terbukti(orang) is jadi


def test_the_role_of_the_day_counts(pemeran, kode_dari):
    """An aparat who became staf since then vouched as an aparat."""
    kode = kode_dari("aparat", pemeran.kakam.telepon)
    Pengguna.objects.filter(pk=pemeran.aparat.pk).update(peran=Peran.STAF)
    with pytest.raises(TidakBisa):
        services.buktikan_telepon(teks=kode, pengguna=pemeran.kakam)


def test_the_newest_code_of_each_giver_works(pemeran, kode_dari):
    nomor = pemeran.warga.telepon
    lama, lain, baru = kode_dari("bpk", nomor), kode_dari("aparat", nomor), kode_dari("bpk", nomor)
    assert [services.ada_aktivasi(k) for k in (lama, lain, baru)] == [False, True, True]
    with pada(sekarang() + dt.timedelta(days=14, minutes=1)):
        assert not services.ada_aktivasi(baru)


def test_a_changed_number_is_not_proven_by_the_old_code(pemeran, kode_dari):
    kode = kode_dari("bpk", pemeran.warga.telepon)
    orang = services.ubah_telepon(pengguna=pemeran.warga, telepon="+6281255556666")
    with pytest.raises(TidakBisa):
        services.buktikan_telepon(teks=kode, pengguna=orang)


def test_a_giver_is_limited_a_day(klien, pemeran, monkeypatch):
    monkeypatch.setattr("warga.services.kode.PER_HARI", 2)
    client = klien("bpk")
    for nomor in ("081234567891", "081234567892"):
        assert "Kode sudah dibuat" in minta(client, nomor).content.decode()
    response = minta(client, "081234567893")
    assert "paling banyak 2 kode" in response.content.decode()
    assert "081234567893" in response.content.decode()
    with pada(sekarang() + dt.timedelta(days=1, minutes=1)):
        services.beri_kode(telepon="+6281234567893", oleh=pemeran.bpk)


@pytest.mark.parametrize("kode", ["", "x", "7K4M-92QX-T3", "\x00", "😀" * 10, "x" * 100_000])
def test_a_wrong_code_is_said_so(client, kode):
    response = client.post(ISI, {"kode": kode})
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


def test_the_camat_sees_how_many_each_gave(
    klien, pemeran, kode_dari, django_assert_max_num_queries
):
    for nomor in ("+6281200000001", "+6281200000002", pemeran.warga.telepon):
        kode = kode_dari("kakam", nomor)
    services.buktikan_telepon(teks=kode, pengguna=pemeran.warga)
    kode_dari("staf", "+6281200000003")
    for siapa in ("camat", "admin"):
        client = klien(siapa)
        with django_assert_max_num_queries(12):
            halaman = client.get("/kerja/kode/rekap/").content.decode()
        ramping = " ".join(re.sub(r"<[^>]*>", " ", halaman).split())
        assert "Karto Kepala Aparat kampung, Kampung Sido Rejo 3 diberikan, 1 dipakai" in ramping
        assert "Sari Staf Staf kecamatan 1 diberikan, 0 dipakai" in ramping
    assert klien("staf").get("/kerja/kode/rekap/").status_code == 403
    assert klien("kakam").get("/kerja/kode/rekap/").status_code == 403


def test_codes_for_passwords_are_not_among_them(pemeran):
    KodeCetak.objects.create(
        pengguna=pemeran.warga,
        tujuan=TujuanKode.SANDI,
        kode_hash="x",
        oleh=pemeran.staf,
        peran_pemberi=Peran.STAF,
        kedaluwarsa=sekarang(),
    )
    assert not KodeCetak.objects.rekap(sekarang() - dt.timedelta(days=366))
