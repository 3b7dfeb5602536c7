"""From draft to report: photos, publishing, correcting."""

import pytest
from django.core.files.storage import storages

from core.berkas import simpan as simpanan
from core.models import Berkas
from laporan.enums import Status
from laporan.models import LaporanKemajuan
from proyek.models import Proyek
from tests.alat.baca import teks_terbuka
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian
from tests.pabrik.pemeran import KAMPUNG, KECAMATAN, SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek


class TestHapusDraf:
    """/laporan/draf/<pk>/hapus/: the own office takes back what the public never read."""

    @pytest.fixture
    def draf(self, proyek, pemeran) -> LaporanKemajuan:
        return buat_laporan(proyek, pemeran.aparat, terbit=False)

    def hapus(self, client, draf: LaporanKemajuan, proyek: Proyek | None = None):
        isi = {"proyek": (proyek or draf.proyek).nomor}
        return client.post(f"/laporan/draf/{draf.pk}/hapus/", isi, follow=True)

    def test_its_photos_and_money_go_and_its_month_is_free(
        self, klien, draf, pemeran, django_capture_on_commit_callbacks
    ) -> None:
        client = klien("aparat")
        client.post(f"/laporan/draf/{draf.pk}/foto/", {"foto": [foto()], "tahap": "50"})
        nama = simpanan.jalur(draf.foto.get().berkas.nama)
        assert storages["terbatas"].exists(nama)
        assert "Ya, hapus draf ini" in teks_terbuka(client.get(f"/laporan/draf/{draf.pk}/"))
        with django_capture_on_commit_callbacks(execute=True):
            isi = teks_terbuka(self.hapus(client, draf))
        assert "Draf laporan Oktober 2026 sudah dihapus." in isi
        assert not LaporanKemajuan.objects.exists()
        assert not Berkas.objects.exists()
        assert not storages["terbatas"].exists(nama)
        assert client.post(alamat_tulis(draf.proyek), isian(draf.proyek)).status_code == 302

    @pytest.mark.parametrize("siapa", ["kakam", "staf"])
    def test_the_button_is_for_the_own_office(self, klien, draf, siapa: str) -> None:
        isi = teks_terbuka(klien(siapa).get(f"/laporan/draf/{draf.pk}/"))
        assert ("Ya, hapus draf ini" in isi) == (siapa == "kakam")

    def test_a_second_press_finds_it_gone(self, klien, draf) -> None:
        for kata in ("sudah dihapus.", "Draf itu sudah tidak ada."):
            assert kata in teks_terbuka(self.hapus(klien("kakam"), draf))

    def test_the_draft_of_others_reads_as_one_that_is_gone(self, klien, pemeran, draf) -> None:
        lain = buat_laporan(buat_proyek(pemeran.kampung_lain), pemeran.aparat, terbit=False)
        isi = teks_terbuka(self.hapus(klien("kakam"), lain, draf.proyek))
        assert "Draf itu sudah tidak ada." in isi
        assert LaporanKemajuan.objects.count() == 2


PERBUATAN = ("ubah/", "foto/", "foto/1/hapus/", "hapus/", "terbitkan/")


@pytest.mark.parametrize("perbuatan", PERBUATAN)
@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_may_touch_a_draft(klien, proyek, pemeran, siapa: str, perbuatan: str) -> None:
    draf = buat_laporan(proyek, pemeran.kakam, terbit=False, foto=1)
    respons = klien(siapa).post(f"/laporan/draf/{draf.pk}/{perbuatan}", {})
    boleh = {"kakam"} if perbuatan == "terbitkan/" else KAMPUNG
    if siapa in boleh:
        assert respons.status_code in (200, 302)
    else:
        diharapkan = 302 if siapa == "pengunjung" else 403 if siapa in KECAMATAN | KAMPUNG else 404
        assert respons.status_code == diharapkan
        draf.refresh_from_db()
        assert draf.status == Status.DRAF
        assert draf.foto.count() == 1


@pytest.mark.parametrize("perbuatan", ["", *PERBUATAN])
@pytest.mark.parametrize("pk", ["0", "999999", "99999999999999999999999"])
def test_an_unknown_draft_is_not_found(klien, pemeran, pk: str, perbuatan: str) -> None:
    client = klien("kakam")
    kirim = client.get if perbuatan == "" else client.post
    assert kirim(f"/laporan/draf/{pk}/{perbuatan}").status_code == 404


@pytest.mark.parametrize("perbuatan", ["", *PERBUATAN])
def test_a_published_report_leads_to_its_page(klien, proyek, pemeran, perbuatan: str) -> None:
    laporan = buat_laporan(proyek, pemeran.kakam, foto=1)
    client = klien("kakam")
    kirim = client.get if perbuatan == "" else client.post
    respons = kirim(f"/laporan/draf/{laporan.pk}/{perbuatan}", follow=True)
    assert respons.redirect_chain[-1][0] == laporan.get_absolute_url()
    assert laporan.foto.count() == 1
