"""From draft to report: photos, publishing, correcting."""

from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile

from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.models import Berkas, Jejak
from laporan.enums import Status
from laporan.models import Foto, LaporanKemajuan, Realisasi
from laporan.services import tulis as services
from laporan.views import tulis
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.alat.baca import teks_terbuka
from tests.pabrik.berkas import buat_berkas, foto
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian
from tests.pabrik.orang import pejabat
from tests.pabrik.pemeran import KAMPUNG, KECAMATAN, SEMUA_PERAN
from tests.pabrik.proyek import buat_dana, buat_proyek
from warga.enums import NamaJabatan


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

    @pytest.mark.parametrize("ekor", ["hapus/", "foto/1/hapus/"])
    def test_a_colleague_deletes_it_at_this_very_moment(
        self, klien, draf, monkeypatch, ekor: str
    ) -> None:
        def dihapus(*_: Any) -> bool:  # between the look at the draft and its lock
            LaporanKemajuan.objects.all().delete()
            return False

        monkeypatch.setattr(tulis, "_sudah_terbit", dihapus)
        isi = klien("aparat").post(f"/laporan/draf/{draf.pk}/{ekor}", follow=True)
        assert "Draf laporan ini sudah dihapus." in teks_terbuka(isi)

    def test_a_second_press_finds_it_gone(self, klien, draf) -> None:
        for kata in ("sudah dihapus.", "Draf itu sudah tidak ada."):
            assert kata in teks_terbuka(self.hapus(klien("kakam"), draf))

    def test_the_draft_of_others_reads_as_one_that_is_gone(self, klien, pemeran, draf) -> None:
        lain = buat_laporan(buat_proyek(pemeran.kampung_lain), pemeran.aparat, terbit=False)
        isi = teks_terbuka(self.hapus(klien("kakam"), lain, draf.proyek))
        assert "Draf itu sudah tidak ada." in isi
        assert LaporanKemajuan.objects.count() == 2

    def test_a_photo_that_comes_later_is_refused_in_words(self, klien, draf) -> None:
        self.hapus(klien("kakam"), draf)
        with pytest.raises(TidakBisa, match="sudah dihapus"):
            services.tambah_foto(laporan=draf, berkas=buat_berkas())


class TestFoto:
    """Photos come after the words; a bad one keeps the rest."""

    @pytest.fixture
    def draf(self, proyek, pemeran) -> LaporanKemajuan:
        return buat_laporan(proyek, pemeran.aparat, terbit=False)

    def kirim(self, client, draf: LaporanKemajuan, *berkas: SimpleUploadedFile, **ganti: Any):
        isi = {"foto": list(berkas), "tahap": "50", "keterangan": "Titik 1"} | ganti
        return client.post(f"/laporan/draf/{draf.pk}/foto/", isi, follow=True)

    def test_good_photos_are_added_with_their_stage(self, klien, draf) -> None:
        isi = teks_terbuka(self.kirim(klien("aparat"), draf, foto(), foto(nama="b.jpg"), tahap="0"))
        assert "2 foto sudah ditambahkan" in isi
        assert set(draf.foto.values_list("tahap", "keterangan")) == {(0, "Titik 1")}

    def test_a_bad_photo_keeps_the_others(self, klien, draf) -> None:
        rusak = foto(nama="b.jpg", isi=b"<svg/>")
        isi = teks_terbuka(self.kirim(klien("aparat"), draf, foto(), rusak))
        assert "Foto ke-2 tidak tersimpan" in isi
        assert draf.foto.count() == 1

    @pytest.mark.parametrize("isi_foto", [b"GIF89a", b"<svg xmlns='x'/>", b"\xff\xd8\xff\xe0rusak"])
    def test_a_fake_photo_is_named_and_the_words_are_kept(self, klien, draf, isi_foto) -> None:
        isi = teks_terbuka(self.kirim(klien("aparat"), draf, foto(nama="a.jpg", isi=isi_foto)))
        assert "Foto tidak tersimpan: " in isi
        assert 'value="Titik 1"' in isi
        assert not Foto.objects.exists()

    def test_no_photo_at_all_is_named(self, klien, draf) -> None:
        assert "paling sedikit satu foto" in teks_terbuka(self.kirim(klien("aparat"), draf))

    def test_a_second_send_adds_nothing_more(self, klien, draf) -> None:
        client = klien("aparat")
        tanda = "k" * 32
        for _ in range(2):
            self.kirim(client, draf, foto(), kunci=tanda)
        assert draf.foto.count() == 1

    def test_a_photo_can_be_taken_out(self, klien, draf) -> None:
        client = klien("aparat")
        self.kirim(client, draf, foto())
        alamat = f"/laporan/draf/{draf.pk}/foto/{draf.foto.get().pk}/hapus/"
        for _ in range(2):
            assert "dihapus dari draf" in teks_terbuka(client.post(alamat, follow=True))
        assert not Berkas.objects.exists()

    def test_a_photo_of_another_draft_stays(self, klien, draf, pemeran) -> None:
        lain = buat_laporan(buat_proyek(), pemeran.aparat, terbit=False, foto=1)
        alamat = f"/laporan/draf/{draf.pk}/foto/{lain.foto.get().pk}/hapus/"
        klien("aparat").post(alamat)
        assert lain.foto.count() == 1

    def test_there_is_an_end_to_photos(self, klien, draf) -> None:
        Foto.objects.bulk_create(Foto(laporan=draf, berkas=buat_berkas()) for _ in range(20))
        assert "paling banyak 20 foto" in teks_terbuka(self.kirim(klien("aparat"), draf, foto()))


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


class TestTerbit:
    """Publishing, and correcting a published report."""

    def test_publishing_numbers_locks_and_opens_the_photos(self, klien, proyek, pemeran) -> None:
        klien("aparat").post(alamat_tulis(proyek), isian(proyek))
        draf = LaporanKemajuan.objects.get()
        klien("aparat").post(f"/laporan/draf/{draf.pk}/foto/", {"foto": foto(), "tahap": "50"})
        respons = klien("kakam").post(f"/laporan/draf/{draf.pk}/terbitkan/")
        draf.refresh_from_db()
        assert respons["Location"] == f"/laporan/{draf.nomor}/"
        assert (draf.status, draf.diterbitkan_oleh) == (Status.TERBIT, pemeran.kakam)
        berkas = draf.foto.get().berkas
        assert berkas.publik
        assert b"".join(klien("pengunjung").get(berkas.alamat_kecil)).startswith(b"RIFF")
        aksi = Jejak.objects.filter(objek_kunci__in=[draf.nomor, proyek.nomor])
        assert set(aksi.values_list("aksi", flat=True)) == {"terbit", "laporan"}
        assert draf.nomor in teks_terbuka(klien("pengunjung").get(proyek.get_absolute_url()))

    def test_a_second_press_publishes_once(self, klien, proyek, pemeran) -> None:
        draf = buat_laporan(
            proyek,
            pemeran.aparat,
            terbit=False,
            tanpa_kemajuan=True,
            alasan_tanpa_kemajuan="Hujan.",
        )
        alamat = f"/laporan/draf/{draf.pk}/terbitkan/"
        client = klien("kakam")
        assert client.post(alamat)["Location"] == client.post(alamat)["Location"]
        assert Jejak.objects.filter(aksi="terbit").count() == 1

    def test_without_a_photo_it_is_not_published(self, klien, proyek, pemeran) -> None:
        draf = buat_laporan(proyek, pemeran.aparat, terbit=False)
        respons = klien("kakam").post(f"/laporan/draf/{draf.pk}/terbitkan/", follow=True)
        assert "belum memiliki foto" in teks_terbuka(respons)
        draf.refresh_from_db()
        assert draf.status == Status.DRAF

    def test_whom_the_kakam_named_may_publish(self, klien, proyek, pemeran) -> None:
        orang = pejabat(NamaJabatan.OPERATOR, pemeran.kampung.instansi)
        draf = buat_laporan(proyek, orang, terbit=False, tanpa_kemajuan=True,
                            alasan_tanpa_kemajuan="Hujan.")  # fmt: skip
        alamat = f"/laporan/draf/{draf.pk}/terbitkan/"
        assert klien(orang).post(alamat).status_code == 403
        orang.jabatan.update(boleh_menerbitkan=True)
        assert klien(orang).post(alamat).status_code == 302
        draf.refresh_from_db()
        assert draf.nomor

    @pytest.mark.parametrize("tahap", [Tahap.BERJALAN, Tahap.SERAH_TERIMA, Tahap.DIBATALKAN])
    def test_a_correction_says_why_and_replaces_the_figures(
        self, klien, proyek, pemeran, tahap
    ) -> None:
        dana = proyek.pendanaan.get()
        lama = buat_laporan(proyek, pemeran.kakam, belanja={dana: 900_000}, foto=1)
        Proyek.objects.update(tahap=tahap)
        alamat = f"{alamat_tulis(proyek)}?perbaiki={lama.nomor}"
        client = klien("kakam")
        assert alamat in teks_terbuka(client.get(lama.get_absolute_url()))
        halaman = teks_terbuka(client.get(alamat))
        assert 'value="900.000"' in halaman
        assert "Pengecoran 100 meter." in halaman
        isi = isian(proyek, **{f"belanja_{dana.pk}": "600.000"})
        assert "Bagian ini harus diisi" in teks_terbuka(client.post(alamat, isi))
        client.post(alamat, isi | {"alasan_perbaikan": "Nota terhitung dua kali."})
        draf = LaporanKemajuan.objects.get(revisi=2)
        client.post(f"/laporan/draf/{draf.pk}/terbitkan/")
        assert Proyek.objects.untuk_kartu().get().jumlah.dibelanjakan == 600_000
        assert lama.nomor in teks_terbuka(client.get(f"/laporan/{lama.nomor}/"))

    def test_a_second_correction_waits_for_the_first(self, klien, proyek, pemeran) -> None:
        lama = buat_laporan(proyek, pemeran.kakam)
        buat_laporan(proyek, pemeran.kakam, revisi=2, alasan_perbaikan="Salah.", terbit=False)
        isi = isian(proyek, alasan_perbaikan="Salah juga.")
        respons = klien("kakam").post(f"{alamat_tulis(proyek)}?perbaiki={lama.nomor}", isi)
        assert "Laporan untuk waktu ini sudah ada" in teks_terbuka(respons)

    @pytest.mark.parametrize("nomor", ["LAP-2026-9999", "%00"])
    def test_nothing_unknown_is_corrected(self, klien, proyek, nomor) -> None:
        respons = klien("kakam").get(f"{alamat_tulis(proyek)}?perbaiki={nomor}")
        assert respons.status_code == 404

    def test_another_projects_report_is_not_corrected_here(self, klien, proyek, pemeran) -> None:
        lain = buat_laporan(buat_proyek(), pemeran.kakam)
        respons = klien("kakam").get(f"{alamat_tulis(proyek)}?perbaiki={lain.nomor}")
        assert respons.status_code == 404

    def test_a_source_of_another_project_is_not_asked(self, klien, proyek, pemeran) -> None:
        lain = buat_dana(buat_proyek(), 100)
        isi = isian(proyek, **{f"belanja_{lain.pk}": "50"})
        klien("aparat").post(alamat_tulis(proyek), isi)
        assert [r.pendanaan.proyek for r in Realisasi.objects.all()] == [proyek]
