"""The admin of people and places."""

import datetime as dt

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from tests.alat.akun import MASUK, masuk_sebagai
from tests.alat.klien import masuk
from tests.alat.sandi import kode_sandi
from tests.pabrik.kampung import instansi_kampung, kampung_resmi
from tests.pabrik.orang import SANDI, PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN
from warga import services
from warga.enums import Peran
from warga.models import Jabatan, Kampung, KantorLayanan, Pengguna

pytestmark = pytest.mark.django_db
DAFTAR = "/admin/warga/pengguna/"


def isian(orang=None, **ganti):
    """The admin's form of an account, with one empty set of offices."""
    isi = {"nama": "Orang Baru", "telepon": "0812-3456-7890", "email": "", "kampung": ""}
    isi |= {"peran": "warga", "is_active": "on"}
    if orang:
        isi |= {"nama": orang.nama, "telepon": orang.telepon_tampil, "email": orang.email or ""}
        isi |= {"peran": orang.peran, "kampung": orang.kampung_id or ""}
    isi |= {"jabatan-TOTAL_FORMS": "0", "jabatan-INITIAL_FORMS": "0"}
    return {k: v for k, v in (isi | ganti).items() if v is not None}


def ubah(client, orang, **ganti):
    return client.post(f"{DAFTAR}{orang.pk}/change/", isian(orang, **ganti))


@pytest.mark.parametrize("peran", SEMUA_PERAN)
def test_only_an_admin_sees_people_and_reference_data(klien, peran):
    client = klien(peran)
    for model in ("pengguna", "kampung", "instansi"):
        response = client.get(f"/admin/warga/{model}/")
        assert (response.status_code == 200) is (peran == "admin")


@pytest.mark.parametrize(
    "alamat", ["account/emailaddress/", "mfa/authenticator/", "auth/group/", "warga/jabatan/"]
)
def test_nobody_goes_round_through_the_tables_of_the_libraries(klien, alamat):
    assert klien("admin").get(f"/admin/{alamat}").status_code in (403, 404)


def test_the_list_costs_the_same_for_more_people(klien, django_assert_num_queries):
    client = klien("admin")
    for _ in range(2):
        PenggunaFactory(kampung=kampung_resmi("Cimarias"))
        with django_assert_num_queries(5):
            assert client.get(DAFTAR).status_code == 200


@pytest.mark.parametrize("teks", ["+62 812-3456-7890", "081234567890", "wati"])
def test_people_are_found_by_number_in_any_writing(klien, teks):
    PenggunaFactory(nama="Wati Beda", telepon="+6281234567890")
    PenggunaFactory(nama="Orang Lain")
    client = klien("admin")
    halaman = client.get(DAFTAR, {"q": teks}).content.decode()
    assert "Wati Beda" in halaman
    assert "Orang Lain" not in halaman
    assert client.get(DAFTAR, {"q": f"{teks}\x00"}).status_code == 400


def test_a_new_person_gets_no_password_but_a_way_to_one(klien):
    response = klien("admin").post(f"{DAFTAR}add/", isian(), follow=True)
    orang = Pengguna.objects.get(nama="Orang Baru")
    assert not orang.has_usable_password()
    assert "/kerja/kode/" in response.content.decode()
    assert [j.aksi for j in riwayat(orang)] == ["akun_dibuat"]


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"telepon": "", "email": ""}, "Isi e-mail atau nomor HP"),
        ({"telepon": "0812"}, "Nomor HP ini belum benar"),
        ({"peran": "aparat"}, "Peran ini memerlukan kampung"),
    ],
)
def test_the_database_rules_speak_to_the_admin(klien, ganti, pesan):
    response = klien("admin").post(f"{DAFTAR}add/", isian(**ganti))
    assert pesan in response.content.decode()
    assert not Pengguna.objects.filter(nama="Orang Baru").exists()


def test_a_change_of_role_is_in_the_trail(klien, pemeran):
    ubah(klien("admin"), pemeran.warga, peran="fasilitator")
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.peran == Peran.FASILITATOR
    jejak = riwayat(pemeran.warga).get()
    assert (jejak.aksi, jejak.oleh_id, jejak.dari, jejak.ke) == (
        "hak_diubah",
        pemeran.admin.pk,
        "warga",
        "fasilitator",
    )
    halaman = klien("admin").get(f"{DAFTAR}{pemeran.warga.pk}/change/").content.decode()
    assert "Adi Admin, hak diubah (warga → fasilitator)" in halaman


def test_other_rights_are_in_the_trail_too(klien, pemeran):
    ubah(klien("admin"), pemeran.bpk, is_active=None)
    assert riwayat(pemeran.bpk).get().isi.rincian == {"is_active": [True, False]}


def test_a_new_name_is_no_matter_of_rights(klien, pemeran):
    ubah(klien("admin"), pemeran.warga, nama="Wati Saja")
    assert not riwayat(pemeran.warga).exists()


def test_an_office_is_given_with_its_trail(klien, pemeran):
    kantor = instansi_kampung(pemeran.kampung)
    isi = {
        "jabatan-TOTAL_FORMS": "1",
        "jabatan-0-nama": "kaur_keuangan",
        "jabatan-0-instansi": kantor.pk,
        "jabatan-0-mulai": "2026-01-02",
    }
    ubah(klien("admin"), pemeran.fasilitator, **isi)
    jabatan = Jabatan.objects.get(pengguna=pemeran.fasilitator)
    assert (jabatan.instansi, jabatan.mulai) == (kantor, dt.date(2026, 1, 2))
    jejak = riwayat(pemeran.fasilitator).get()
    assert jejak.aksi == "jabatan_disimpan"
    assert jejak.isi.rincian["jabatan"] == "kaur_keuangan"


def test_two_people_cannot_hold_one_office_at_once(klien, pemeran):
    isi = {
        "jabatan-TOTAL_FORMS": "1",
        "jabatan-0-nama": "kakam",
        "jabatan-0-instansi": instansi_kampung(pemeran.kampung).pk,
        "jabatan-0-mulai": "2026-01-02",
    }
    response = ubah(klien("admin"), pemeran.fasilitator, **isi)
    assert "masih dipegang orang lain" in response.content.decode()


def test_an_address_that_was_replaced_no_longer_signs_in(klien, client, pemeran):
    orang = PenggunaFactory(email="lama@contoh.id")
    EmailAddress.objects.create(user=orang, email="lama@contoh.id", verified=True, primary=True)
    ubah(klien("admin"), orang, email="Baru@contoh.id")
    orang.refresh_from_db()
    assert orang.email == "baru@contoh.id"
    client.post(MASUK, {"login": "lama@contoh.id", "password": SANDI})
    assert masuk_sebagai(client) is None


def test_a_replaced_number_is_unproven(klien):
    orang = PenggunaFactory(telepon_terbukti_pada="2026-01-01T00:00Z")
    client = klien("admin")
    ubah(client, orang)
    orang.refresh_from_db()
    assert orang.telepon_terbukti_pada
    ubah(client, orang, telepon="0813-1111-2222")
    orang.refresh_from_db()
    assert (orang.telepon, orang.telepon_terbukti_pada) == ("+6281311112222", None)


@pytest.mark.parametrize("ganti", [{"peran": "warga"}, {"is_active": None}])
def test_the_last_admin_cannot_be_taken_away(klien, pemeran, ganti):
    client = klien("admin")
    assert "admin terakhir" in ubah(client, pemeran.admin, **ganti).content.decode()
    PenggunaFactory(peran=Peran.ADMIN)
    assert ubah(client, pemeran.admin, **ganti).status_code == 302


def test_persons_are_never_deleted(klien, pemeran):
    client = klien("admin")
    assert client.post(f"{DAFTAR}{pemeran.warga.pk}/delete/", {"post": "yes"}).status_code == 403
    isi = {"action": "delete_selected", "_selected_action": pemeran.warga.pk}
    client.post(DAFTAR, isi)
    assert Pengguna.objects.filter(pk=pemeran.warga.pk).exists()


def test_emptying_takes_the_person_out_and_keeps_the_row(klien, pemeran):
    orang = pemeran.staf
    sesi = klien("staf")
    orang.kampung_binaan.add(pemeran.kampung)
    EmailAddress.objects.create(user=orang, email="sari@contoh.id", verified=True)
    kode_sandi(orang, pemeran)
    services.minta_sandi(pengguna=orang, oleh=pemeran.admin, alasan="Sari menelepon.")
    client = klien("admin")
    ubah(client, orang, nama="Sari Diganti")
    alamat = f"{DAFTAR}{orang.pk}/kosongkan/"
    assert "Nama, kontak, kata sandi" in client.get(alamat).content.decode()
    tanpa = client.post(alamat, {"alasan": " "})
    assert tanpa.status_code == 200
    client.post(alamat, {"alasan": "Pindah tugas."})

    orang.refresh_from_db()
    assert (orang.nama, orang.email, orang.telepon) == ("Akun dihapus", None, None)
    assert (orang.peran, orang.is_active, bool(orang.dikosongkan_pada)) == ("warga", False, True)
    assert not orang.has_usable_password()
    assert not EmailAddress.objects.filter(user=orang).exists()
    assert not Authenticator.objects.filter(user=orang).exists()
    assert not orang.kode_cetak.exists()
    assert not orang.permintaan_sandi.exists()
    assert not orang.jabatan.aktif().filter(selesai=None).exists()
    assert Kampung.objects.get(pk=pemeran.kampung.pk).petugas_pembina is None
    assert not LogEntry.objects.filter(object_repr__contains="Sari").exists()
    assert sesi.get("/akun/").status_code == 302
    terakhir = riwayat(orang).last()
    assert (terakhir.aksi, terakhir.dari, terakhir.isi.alasan) == (
        "akun_dikosongkan",
        "staf",
        "Pindah tugas.",
    )
    diminta = [j for j in riwayat(orang) if j.aksi == "kode_sandi_diminta"]
    assert [j.isi.alasan for j in diminta] == ["", ""]


def test_an_emptied_account_is_only_read(klien, pemeran):
    services.kosongkan_pengguna(pengguna=pemeran.bpk, oleh=pemeran.admin, alasan="Selesai.")
    client = klien("admin")
    assert client.get(f"{DAFTAR}{pemeran.bpk.pk}/change/").status_code == 200
    assert ubah(client, pemeran.bpk, nama="Hidup Lagi").status_code == 403
    assert client.get(f"{DAFTAR}{pemeran.bpk.pk}/kosongkan/").status_code == 404
    with pytest.raises(TidakBisa):
        services.kosongkan_pengguna(pengguna=pemeran.bpk, oleh=pemeran.admin, alasan="Lagi.")


def test_the_last_admin_cannot_be_emptied(klien, pemeran):
    alamat = f"{DAFTAR}{pemeran.admin.pk}/kosongkan/"
    response = klien("admin").post(alamat, {"alasan": "Coba."}, follow=True)
    assert "admin terakhir" in response.content.decode()
    pemeran.admin.refresh_from_db()
    assert pemeran.admin.is_active


def test_a_lost_factor_is_removed_with_a_reason(klien, pemeran):
    masuk(klien("warga"), pemeran.staf)
    alamat = f"{DAFTAR}{pemeran.staf.pk}/lepas-pengaman/"
    klien("admin").post(alamat, {"alasan": "HP hilang."})
    assert not Authenticator.objects.filter(user=pemeran.staf).exists()


@pytest.mark.parametrize("nama", ["kosongkan", "lepas-pengaman"])
def test_staff_cannot_do_what_admins_do(klien, pemeran, nama):
    response = klien("staf").post(f"{DAFTAR}{pemeran.warga.pk}/{nama}/", {"alasan": "x"})
    assert response.status_code == 404
    assert Pengguna.objects.get(pk=pemeran.warga.pk).is_active


def test_an_unknown_act_is_not_found(klien, pemeran):
    assert klien("admin").get(f"{DAFTAR}{pemeran.warga.pk}/apa/").status_code == 404


def test_a_kampung_gets_its_office_and_its_staff_member(klien, pemeran):
    kampung = pemeran.kampung
    isi = {
        "nama": kampung.nama,
        "alias": kampung.alias,
        "slug": kampung.slug,
        "lintang": kampung.lintang,
        "bujur": kampung.bujur,
        "petugas_pembina": pemeran.staf.pk,
        "kantor-TOTAL_FORMS": "1",
        "kantor-INITIAL_FORMS": "0",
        "kantor-0-nama": "Balai kampung",
        "kantor-0-jam": "Senin sampai Jumat 08.00 sampai 14.00",
        "kantor-0-urutan": "0",
        "kode": "99.99.99.9999",
    }
    client = klien("admin")
    assert client.post(f"/admin/warga/kampung/{kampung.pk}/change/", isi).status_code == 302
    kampung.refresh_from_db()
    assert (kampung.petugas_pembina, kampung.kode) == (pemeran.staf, "18.02.02.2003")
    assert KantorLayanan.objects.get().kampung == kampung
    isi["petugas_pembina"] = pemeran.warga.pk
    assert client.post(f"/admin/warga/kampung/{kampung.pk}/change/", isi).status_code == 200
