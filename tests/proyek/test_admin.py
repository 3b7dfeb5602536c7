"""The admin: codes are edited by the admin, the rest is only read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proyek.models import Kegiatan, SubBidang
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_keputusan, buat_proyek

BACA = ("proyek/proyek", "proyek/keputusan", "laporan/laporankemajuan")
KODE = ("proyek/bidang", "proyek/subbidang")


@pytest.mark.parametrize("alamat", BACA)
@pytest.mark.parametrize("siapa", ["staf", "camat", "admin"])
def test_the_kecamatan_reads_but_does_not_change(klien, pemeran, siapa, alamat) -> None:
    proyek = buat_proyek(pagu=100)
    laporan = buat_laporan(proyek, pemeran.kakam)
    objek = {
        "proyek/proyek": proyek,
        "proyek/keputusan": buat_keputusan(pemeran.kakam, proyek=proyek),
        "laporan/laporankemajuan": laporan,
    }[alamat]
    client = klien(siapa)
    assert objek.nomor in client.get(f"/admin/{alamat}/?q={objek.nomor}").content.decode()
    rincian = client.get(f"/admin/{alamat}/{objek.pk}/change/")
    assert rincian.status_code == 200
    assert 'name="_save"' not in rincian.content.decode()
    for perbuatan in ("add/", f"{objek.pk}/delete/"):
        assert client.get(f"/admin/{alamat}/{perbuatan}").status_code == 403


@pytest.mark.parametrize("alamat", KODE)
@pytest.mark.parametrize(("siapa", "kode"), [("staf", 403), ("camat", 403), ("admin", 200)])
def test_codes_belong_to_the_admin(klien, pemeran, siapa, alamat, kode) -> None:
    assert klien(siapa).get(f"/admin/{alamat}/").status_code == kode


def isian_kode(kode: str, nama: str = "Turap") -> dict[str, object]:
    return {"kode": kode, "nama": nama, "sub_bidang": SubBidang.objects.get(kode="2.3").pk}


@pytest.mark.parametrize(
    ("siapa", "kode", "masuk"),
    [
        *(("staf", "2.3.91", True), ("camat", "2.3.99", True), ("admin", "2.3.91", True)),
        *(("staf", "2.3.21", False), ("admin", "2.3.21", True)),  # the national list
        *(("staf", "2.4.91", False), ("staf", "2.3.9", False), ("admin", "2.3.9x", False)),
    ],
)
def test_staf_add_codes_of_the_kabupaten_and_admins_all(klien, pemeran, siapa, kode, masuk) -> None:
    klien(siapa).post("/admin/proyek/kegiatan/add/", isian_kode(kode))
    assert Kegiatan.objects.filter(kode=kode, nama="Turap").exists() is masuk


def test_staf_correct_a_code_of_the_kabupaten_and_only_read_the_others(klien, pemeran) -> None:
    talud, jalan = (Kegiatan.objects.get(kode=kode) for kode in ("2.3.90", "2.3.10"))
    assert talud.belum_dipastikan
    staf = klien("staf")
    isi = isian_kode("2.3.92", "Talud") | {"dasar": "Perbup 12/2026"}
    staf.post(f"/admin/proyek/kegiatan/{talud.pk}/change/", isi)
    talud.refresh_from_db()
    assert (talud.kode, talud.dasar, talud.belum_dipastikan) == ("2.3.92", "Perbup 12/2026", False)
    assert staf.post(f"/admin/proyek/kegiatan/{jalan.pk}/change/", isi).status_code == 403
    assert klien("aparat").get("/admin/proyek/kegiatan/").status_code == 302  # to sign in


def test_the_list_of_activities_takes_few_queries(klien, pemeran) -> None:
    admin = klien("admin")
    with CaptureQueriesContext(connection) as tanya:
        isi = admin.get("/admin/proyek/kegiatan/?q=talud").content.decode()
    assert "belum dipastikan" in isi
    assert len(tanya) < 20
