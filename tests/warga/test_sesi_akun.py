"""How long sessions last, and the list of one's own."""

import datetime as dt
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.formulir.draf import sidik
from core.jaga.keamanan import Kejadian
from core.models import KejadianKeamanan
from tests.alat.akun import MASUK, SANDI_BARU, masuk_sebagai
from tests.alat.klien import masuk
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat
from tests.pabrik.orang import SANDI
from warga.models import SesiAkun
from warga.sesi import CATATAN, perangkat

pytestmark = pytest.mark.django_db
JAM = 3600
KEMARIN = dt.date(2026, 1, 5)
ANDROID = (
    "Mozilla/5.0 (Linux; Android 13; SM-A042F) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/120.0.0.0 Mobile Safari/537.36"
)


def mundur(client, *, saat=0, mulai=0):
    """Let the session have been used, and have begun, so many seconds earlier."""
    session = client.session
    catatan = session[CATATAN]
    session[CATATAN] = catatan | {"saat": catatan["saat"] - saat, "mulai": catatan["mulai"] - mulai}
    session.save()


@pytest.mark.parametrize("siapa", ["aparat", "kakam", "staf", "camat", "admin"])
def test_who_was_away_from_a_desk_for_eight_hours_is_signed_out(klien, pemeran, siapa):
    client = klien(siapa)
    mundur(client, saat=8 * JAM - 60)
    assert client.get("/kerja/").status_code == 200
    mundur(client, saat=8 * JAM + 60)
    assert client.get("/kerja/").url.startswith("/akun/masuk/")
    assert masuk_sebagai(client) is None
    assert KejadianKeamanan.objects.get().kejadian == Kejadian.SESI_BERAKHIR
    assert "lama tidak dipakai" in client.get("/akun/masuk/").content.decode()


@pytest.mark.parametrize("siapa", ["warga", "fasilitator", "bpk"])
def test_residents_stay_for_fourteen_days(klien, pemeran, siapa):
    client = klien(siapa)
    mundur(client, saat=200 * JAM, mulai=200 * JAM)
    assert client.get("/akun/").status_code == 200
    assert masuk_sebagai(client)
    mundur(client, mulai=140 * JAM)
    client.get("/akun/")
    assert masuk_sebagai(client) is None  # fourteen days, however often they come


def test_what_an_official_was_typing_waits_for_them(klien, pemeran):
    client = klien("aparat")
    mundur(client, saat=9 * JAM)
    isi = {
        "judul": "Gotong royong hari Minggu",
        "isi": "Bawa cangkul.",
        "penulis": sidik(pemeran.aparat),
    }
    assert client.post("/kabar/tulis/", isi).url.startswith("/akun/masuk/")
    masuk(client, pemeran.aparat)
    assert "Gotong royong hari Minggu" in client.get("/kabar/tulis/").content.decode()


@pytest.mark.parametrize(("siapa", "masih"), [("staf", False), ("admin", False), ("aparat", True)])
def test_staff_sign_in_anew_each_day_however_busy_they_are(klien, siapa, masih):
    client = klien(siapa)
    mundur(client, mulai=24 * JAM + 60)
    client.get("/kerja/")
    assert bool(masuk_sebagai(client)) is masih


def test_the_time_is_written_now_and_then_only(klien):
    client = klien("aparat")
    client.get("/kerja/")
    with CaptureQueriesContext(connection) as kueri:
        client.get("/kerja/")
    assert not [q for q in kueri.captured_queries if "UPDATE" in q["sql"]]
    mundur(client, saat=6 * 60)
    client.get("/kerja/")
    assert client.session[CATATAN]["saat"] > time.time() - 60


@pytest.fixture
def dua(pemeran):
    """Two browsers of one account."""
    semua = []
    for agen in (ANDROID, "Mozilla/5.0 (Windows NT 10.0; rv:120.0) Gecko/20100101 Firefox/120.0"):
        client = Client(HTTP_USER_AGENT=agen, REMOTE_ADDR="10.77.66.55")
        client.post(MASUK, {"login": pemeran.warga.telepon, "password": SANDI})
        semua.append(client)
    return semua


def test_the_list_says_what_kind_and_since_when_and_never_from_where(dua, pemeran):
    isi = dua[0].get("/akun/sesi/").content.decode()
    assert "HP Android, Chrome" in isi
    assert "Komputer Windows, Firefox" in isi
    assert isi.count("Perangkat ini") == 1
    assert isi.index("HP Android") < isi.index("Perangkat ini") < isi.index("Komputer Windows")
    assert "10.77" not in isi
    assert dua[0].session.session_key not in isi
    assert not [f for f in SesiAkun._meta.fields if "alamat" in f.name or "ip" in f.name]


@pytest.mark.parametrize("semua", [False, True])
def test_another_browser_is_signed_out(dua, pemeran, semua):
    lain = SesiAkun.objects.get(kunci=dua[1].session.session_key)
    dua[0].post("/akun/sesi/", {"sesi": "semua" if semua else lain.sidik})
    assert masuk_sebagai(dua[0])
    assert dua[1].get("/akun/").url.startswith("/akun/masuk/")
    assert KejadianKeamanan.objects.filter(kejadian=Kejadian.SESI_DIKELUARKAN).count() == 1
    assert "Keluarkan semua" not in dua[0].get("/akun/sesi/").content.decode()


def test_nobody_signs_out_somebody_elses_browser(dua, klien, pemeran):
    orang_lain = klien("aparat")
    for sesi in SesiAkun.objects.all():
        orang_lain.post("/akun/sesi/", {"sesi": sesi.sidik})
    orang_lain.post("/akun/sesi/", {"sesi": "semua"})
    assert all(masuk_sebagai(c) and c.get("/akun/").status_code == 200 for c in dua)


def test_a_new_password_ends_the_others_and_lists_this_one_alone(dua):
    dua[0].post("/akun/sandi/", {"oldpassword": SANDI, "password1": SANDI_BARU})
    assert dua[1].get("/akun/").url.startswith("/akun/masuk/")
    isi = dua[0].get("/akun/sesi/").content.decode()
    assert "Perangkat ini" in isi
    assert "Komputer Windows" not in isi


def test_opening_a_kiriman_makes_no_second_browser(client, pemeran):
    """The key of the session changes then; the browser is the same one since the same day."""
    client.post(MASUK, {"login": pemeran.warga.telepon, "password": SANDI})
    awal = SesiAkun.objects.get(pengguna=pemeran.warga)
    SesiAkun.objects.update(pertama=KEMARIN)
    masuk_pengirim(client, buat(pemeran.kampung))
    client.get("/akun/sesi/")
    kini = SesiAkun.objects.get(pengguna=pemeran.warga)
    assert kini.kunci == client.session.session_key != awal.kunci
    assert kini.pertama == KEMARIN


def test_signing_out_takes_the_browser_off_the_list(dua, pemeran):
    dua[1].post("/akun/keluar/")
    assert pemeran.warga.sesi_akun.count() == 1


@pytest.mark.parametrize(
    ("agen", "kata"),
    [
        (ANDROID, "HP Android, Chrome"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Safari/604.1", "iPhone, Safari"),
        ("(Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0", "Komputer Windows, Edge"),
        ("", "Perangkat lain"),
        ("curl/8" * 500, "Perangkat lain"),
    ],
)  # fmt: skip
def test_browsers_in_plain_words(agen, kata):
    assert perangkat(agen) == kata
