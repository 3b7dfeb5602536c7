"""The rows of the log of security events, and who may read them."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from core.models import KejadianKeamanan
from tests.alat.akun import MASUK
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat
from tests.pabrik.orang import SANDI
from tests.warga.test_pengaman import angka
from warga import services
from warga.enums import Peran

pytestmark = pytest.mark.django_db
HALAMAN = "/admin/core/kejadiankeamanan/"


def catatan():
    urut = KejadianKeamanan.objects.order_by("pk")
    return list(urut.values_list("kejadian", "akun_id", "oleh_id", "tempat"))


def test_a_sign_in_and_a_refused_one_leave_a_row(client, pemeran):
    nomor = pemeran.warga.telepon
    for kontak, sandi in ((nomor, "salah"), ("0812-9999-8888", "salah"), (nomor, SANDI)):
        client.post(MASUK, {"login": kontak, "password": sandi}, REMOTE_ADDR="10.7.8.9")
    assert catatan() == [
        (Kejadian.MASUK_DITOLAK, pemeran.warga.pk, None, "10.7.8.0"),
        (Kejadian.MASUK_DITOLAK, None, None, "10.7.8.0"),
        (Kejadian.MASUK, pemeran.warga.pk, None, "10.7.8.0"),
    ]


def test_the_second_factor_leaves_its_rows(client, pemeran):
    kunci = generate_totp_secret()
    TOTP.activate(pemeran.staf, kunci)
    client.post(MASUK, {"login": pemeran.staf.telepon, "password": SANDI})
    client.post("/akun/pengaman/kode/", {"code": "000000"})
    client.post("/akun/pengaman/kode/", {"code": angka(kunci)})
    services.lepas_faktor_kedua(pengguna=pemeran.staf, oleh=pemeran.admin, alasan="HP hilang.")
    assert [(k, a, o) for k, a, o, _ in catatan()] == [
        (Kejadian.FAKTOR_DITOLAK, pemeran.staf.pk, None),
        (Kejadian.FAKTOR_DIPAKAI, pemeran.staf.pk, None),
        (Kejadian.MASUK, pemeran.staf.pk, None),
        (Kejadian.FAKTOR_DILEPAS, pemeran.staf.pk, pemeran.admin.pk),
    ]


def test_a_new_role_and_a_new_password_leave_their_rows(pemeran):
    pemeran.warga.peran = Peran.FASILITATOR
    services.simpan_pengguna(pengguna=pemeran.warga, oleh=pemeran.admin)
    services.ganti_sandi(pengguna=pemeran.warga, sandi="Padi-Kuning-Subur-9")
    assert [(k, a, o) for k, a, o, _ in catatan()] == [
        (Kejadian.HAK_DIUBAH, pemeran.warga.pk, pemeran.admin.pk),
        (Kejadian.SANDI_DIGANTI, pemeran.warga.pk, None),
    ]


def test_a_new_pin_leaves_who_made_it_and_not_for_which_kiriman(pemeran):
    aspirasi = buat(pemeran.kampung, kontak={"telepon": "+6281234567890"}).aspirasi
    ganti_pin(aspirasi=aspirasi, alasan="Kehilangan PIN.", oleh=pemeran.staf)
    assert [(k, a, o) for k, a, o, _ in catatan()] == [
        (Kejadian.PIN_DIPERBARUI, None, pemeran.staf.pk)
    ]


def test_admins_read_it_and_nobody_changes_it(klien, pemeran):
    services.simpan_jabatan(jabatan=pemeran.kakam.jabatan.get(), oleh=pemeran.admin)
    admin = klien("admin")
    isi = admin.get(HALAMAN).content.decode()
    assert "Karto Kepala" in isi
    assert "Adi Admin" in isi
    assert "Karto Kepala" not in admin.get(HALAMAN, {"kejadian__exact": "masuk"}).content.decode()
    for kata, ada in ((pemeran.kakam.telepon_tampil, True), ("Karto", True), ("Wati", False)):
        isi = admin.get(HALAMAN, {"q": kata}).content.decode()
        assert ("Karto Kepala" in isi) is ada, kata
    pk = KejadianKeamanan.objects.get().pk
    assert admin.post(f"{HALAMAN}{pk}/delete/", {"post": "yes"}).status_code == 403
    assert admin.post(f"{HALAMAN}{pk}/change/", {}).status_code == 403
    assert admin.get(f"{HALAMAN}add/").status_code == 403
    for lain in ("staf", "camat", "petugas_rahasia"):
        assert klien(lain).get(HALAMAN).status_code == 403


def test_the_page_costs_the_same_however_long_the_log_is(klien, pemeran):
    admin = klien("admin")
    biaya = []
    for banyak in (1, 30):
        for orang in [pemeran.warga, pemeran.bpk, pemeran.kakam] * banyak:
            keamanan.catat(Kejadian.MASUK, akun=orang, oleh=orang)
        with CaptureQueriesContext(connection) as kueri:
            assert admin.get(HALAMAN).status_code == 200
        biaya.append(len(kueri))
    assert biaya[0] == biaya[1] < 20
