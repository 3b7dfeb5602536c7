"""The admin of people and places."""

import pytest

from core.jejak.catat import riwayat
from tests.alat.admin_warga import DAFTAR, isian
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.models import KantorLayanan, Pengguna

pytestmark = pytest.mark.django_db


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


def test_persons_are_never_deleted(klien, pemeran):
    client = klien("admin")
    assert client.post(f"{DAFTAR}{pemeran.warga.pk}/delete/", {"post": "yes"}).status_code == 403
    isi = {"action": "delete_selected", "_selected_action": pemeran.warga.pk}
    client.post(DAFTAR, isi)
    assert Pengguna.objects.filter(pk=pemeran.warga.pk).exists()


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
