"""Nobody speaks as an office by a name of their own choosing."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.waktu import hari_ini
from tests.alat.baca import ada, polos, teks
from tests.alat.pengirim import KIRIM
from tests.pabrik.aspirasi import isian
from tests.pabrik.forum import balasan, topik
from tests.pabrik.orang import SANDI, PenggunaFactory, terbukti
from warga.bacaan.nama_kantor import PESAN, berlagak_kantor
from warga.models import Pengguna

pytestmark = pytest.mark.django_db

DITOLAK = (
    *("Petugas Kecamatan", "Camat Bangunrejo", "Admin", "ADMIN", "Pak Camat", "Budi (admin)"),
    *("Kepala Kampung Sido Rejo", "kepalakampung", "Kepala  Desa", "Sekretaris Desa", "Sekdes"),
    *("BPK", "BPK Sido Rejo", "BPK Kampung", "Polsek Bangunrejo", "Kapolsek", "Pj. Kakam"),
    *("Pak Lurah", "Lurah Sido Rejo", "Staf Kecamatan", "Aparat Kampung", "Kaur Keuangan"),
    *("CamatBangunrejo", "Petugas-Kecamatan", "C a m a t", "C.A.M.A.T", "Ca mat", "P\u200betugas"),
    *("Аdmіn", "САМАТ", "ΑDΜΙΝ", "Ａｄｍｉｎ", "𝐀𝐝𝐦𝐢𝐧", "ⓒⓐⓜⓐⓣ", "ᴀᴅᴍɪɴ", "Adm1n", "4dmin"),
    *("Adm|n", "@dmin", "Admin!", "Adminn", "Petuga5", "Kec4matan", "Adrnin", "Ádmin", "Admìn"),
    *("Ad\u00admin", "Ad\u3164min", "\u202enimda", "C\u0335amat", "Lur\u200cah Sido Rejo"),
)
BOLEH = (
    *("Camattua", "Bayu Admiral", "Slamet Lurah", "Wati Warga", "Bpk. Slamet", "Pak Budi"),
    *("Siti Aminah", "Karno", "Kasiyem", "Kasi Sutrisno", "Petrus Gasing", "Kuncoro Lestari"),
    *("Agus Kepala Batu", "Nur 'Aini", "M. Yusuf", "H. M. Amin", "I Made Suadmika", "Rejo Sido"),
    *("Bangun Rejo", "محمد علي", "Anak Agung", "Ketua RT 05", "Polsekar", "Budi Staffordi"),
)


@pytest.mark.parametrize("nama", DITOLAK)
def test_names_of_offices_in_any_writing(nama: str) -> None:
    assert berlagak_kantor(nama)


@pytest.mark.parametrize("nama", BOLEH)
def test_names_of_people_stay(nama: str) -> None:
    assert not berlagak_kantor(nama)


def test_sign_up_refuses_it_and_keeps_what_was_typed(client: Any) -> None:
    data = {"nama": "Cаmat Bangunrejo", "kontak": "081234567899", "password1": SANDI}
    respons = client.post(reverse("account_signup"), data | {"setuju": "on"})
    assert respons.status_code == 200
    assert ada(respons, PESAN)
    assert ada(respons, "081234567899")
    assert not Pengguna.objects.filter(telepon="+6281234567899").exists()


def test_a_change_of_name_refuses_it_for_residents_alone(klien: Any, pemeran: Any) -> None:
    alamat = reverse("akun_data")
    assert ada(klien("warga").post(alamat, {"nama": "Admin portal"}), PESAN)
    pemeran.warga.refresh_from_db()
    assert pemeran.warga.nama == "Wati Warga"
    klien("aparat").post(alamat, {"nama": "Operator Sido Rejo"})
    pemeran.aparat.refresh_from_db()
    assert pemeran.aparat.nama == "Operator Sido Rejo"


def test_a_former_official_takes_no_name_of_an_office(klien: Any, pemeran: Any) -> None:
    aparat = klien("aparat")
    pemeran.aparat.jabatan.update(selesai=hari_ini() - dt.timedelta(days=1))
    assert ada(aparat.post(reverse("akun_data"), {"nama": "Operator Sido Rejo"}), PESAN)
    pemeran.aparat.refresh_from_db()
    assert pemeran.aparat.nama != "Operator Sido Rejo"


def test_a_sender_shows_no_such_name(client: Any, pemeran: Any) -> None:
    data = isian(nama="Petugas Kecamatan", tampilkan_nama="on")
    assert ada(client.post(KIRIM, data), "Tulis nama panggilan Anda sendiri")
    assert not Aspirasi.objects.exists()
    client.post(KIRIM, isian(nama="Petugas Kecamatan"))  # it does not show
    assert Aspirasi.objects.count() == 1


def test_the_admin_lists_older_accounts_with_such_names(klien: Any, pemeran: Any) -> None:
    lama = PenggunaFactory(nama="Camat Bangunrejo")
    respons = klien("admin").get("/admin/warga/pengguna/?nama=kantor")
    assert ada(respons, f"/admin/warga/pengguna/{lama.pk}/")
    for lain in (pemeran.warga, pemeran.admin, pemeran.camat):
        assert not ada(respons, f"/admin/warga/pengguna/{lain.pk}/")
    lama.refresh_from_db()
    assert lama.nama == "Camat Bangunrejo"


def test_an_official_post_carries_a_word_that_no_name_can_make(klien: Any, pemeran: Any) -> None:
    """The byline may be equal to the letter; the badge is not."""
    satu = topik(terbukti(nama="Petugas Kecamatan"))
    for orang in (pemeran.staf, pemeran.aparat):
        balasan(satu, orang)
    isi = polos(teks(klien("pengunjung").get(satu.get_absolute_url())))
    assert isi.count("<span>Warga</span>") == 1
    for kata in ("Petugas · Kecamatan Bangunrejo", "Petugas · Kampung Sido Rejo"):
        assert isi.count(kata) == 1
