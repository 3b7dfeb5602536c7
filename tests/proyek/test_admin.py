"""The admin: codes are edited by the admin, the rest is only read."""

import pytest

from proyek.models import Kegiatan
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_keputusan, buat_proyek

BACA = ("proyek/proyek", "proyek/keputusan", "laporan/laporankemajuan")
KODE = ("proyek/bidang", "proyek/subbidang", "proyek/kegiatan")


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


def test_the_admin_adds_a_code_of_the_kabupaten(klien, pemeran) -> None:
    jalan = Kegiatan.objects.get(kode="2.3.10")
    isi = {"kode": "2.3.91", "nama": "Turap", "sub_bidang": jalan.sub_bidang_id}
    klien("admin").post("/admin/proyek/kegiatan/add/", isi)
    assert Kegiatan.objects.get(kode="2.3.91").nama == "Turap"
