"""The team: named on the page of its project, and nowhere else."""

import pytest
from django.urls import reverse

from core.models import IsiJejak
from proyek.enums import PeranTim
from proyek.models import TimProyek
from tests.alat.baca import sebaris
from tests.pabrik.kelengkapan import buat_anggota
from tests.pabrik.proyek import buat_proyek

NAMA = "Sumarno Wirya"


@pytest.fixture
def proyek(db):
    return buat_proyek(pagu=1000)


def alamat(proyek) -> str:
    return f"{proyek.get_absolute_url()}tim/"


def isi_form(**ganti: str) -> dict[str, str]:
    return {"peran": "ketua_tpk", "nama": NAMA, "jabatan": "Tokoh warga", "kunci": "k" * 30} | ganti


def test_a_name_is_added_once_and_shown(client, klien, proyek) -> None:
    for _ in range(2):
        klien("aparat").post(alamat(proyek), isi_form())
    assert TimProyek.objects.count() == 1
    isi = sebaris(client.get(proyek.get_absolute_url()))
    assert "Ketua TPK" in isi
    assert NAMA in isi
    assert NAMA in sebaris(client.get(f"{proyek.get_absolute_url()}papan/"))


def test_a_name_stands_in_no_search_no_list_and_no_trail(client, klien, proyek) -> None:
    klien("aparat").post(alamat(proyek), isi_form())
    for satu in ("/proyek/", "/laporan/", "/keputusan/", "/aspirasi/"):
        assert "Rabat beton" not in sebaris(client.get(satu, {"cari": "sumarno"}))
    for satu in ("/proyek/", "/kampung/sido-rejo/", "/"):
        assert NAMA not in sebaris(client.get(satu))
    assert not IsiJejak.objects.filter(rincian__icontains="Sumarno").exists()


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"nilai_kontrak": "50 juta"}, "Hanya untuk penyedia"),
        ({"peran": "penyedia", "nilai_kontrak": "0"}, "harus lebih besar dari nol"),
        ({"peran": "camat"}, "Pilihan itu tidak ada"),
        ({"nama": ""}, "harus diisi"),
    ],
)
def test_what_does_not_fit_is_refused(klien, proyek, ganti, pesan) -> None:
    assert pesan in sebaris(klien("aparat").post(alamat(proyek), isi_form(**ganti)))
    assert not TimProyek.objects.exists()


def test_a_part_that_is_taken_is_not_taken_twice(klien, proyek) -> None:
    buat_anggota(proyek)
    isi = sebaris(klien("aparat").post(alamat(proyek), isi_form(nama="Orang lain")))
    assert "Peran ini sudah terisi" in isi


def test_a_contract_shows_its_value(client, klien, proyek) -> None:
    isi = isi_form(
        peran="penyedia", nama="CV Contoh Karya", jabatan="", nomor_kontrak="027/12/2026"
    )
    klien("aparat").post(alamat(proyek), isi | {"nilai_kontrak": "48.500.000"})
    halaman = sebaris(client.get(proyek.get_absolute_url()))
    assert "Rp 48.500.000" in halaman
    assert "027/12/2026" in halaman


def test_a_name_is_corrected_or_removed_with_a_reason(client, klien, proyek) -> None:
    anggota = buat_anggota(proyek)
    client_aparat = klien("aparat")
    jalur = reverse("proyek:tim_ubah", args=[proyek.nomor, anggota.pk])
    assert jalur in client_aparat.get(alamat(proyek)).content.decode()
    client_aparat.post(jalur, isi_form(nama="Sumarna"))
    assert TimProyek.objects.get().nama == NAMA  # no reason
    client_aparat.post(jalur, isi_form(nama="Sumarna", alasan="Salah ketik."))
    assert TimProyek.objects.get().nama == "Sumarna"
    client_aparat.post(jalur, {"hapus": "1", "hapus-alasan": "Mundur dari tim."})
    assert not TimProyek.objects.exists()
    isi = sebaris(client.get(f"{proyek.get_absolute_url()}perjalanan/"))
    assert "Ketua TPK dihapus" in isi
    assert "Mundur dari tim." in isi
    assert "Sumarn" not in isi


def test_the_team_of_another_project_is_not_there(klien, proyek) -> None:
    lain = buat_anggota(buat_proyek(), peran=PeranTim.PKA)
    jalur = reverse("proyek:tim_ubah", args=[proyek.nomor, lain.pk])
    assert klien("aparat").get(jalur).status_code == 404
