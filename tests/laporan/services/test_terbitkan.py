"""Publishing a report, and correcting it."""

import pytest

from core.models import Jejak
from laporan.enums import Status
from laporan.models import LaporanKemajuan, Realisasi
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.alat.baca import teks_terbuka
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian
from tests.pabrik.orang import pejabat
from tests.pabrik.proyek import buat_dana, buat_proyek
from warga.enums import NamaJabatan


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
        draf.kendala = "Semennya belum datang."  # typed, and then answered with no
        draf.save()
        assert client.post(alamat)["Location"] == client.post(alamat)["Location"]
        draf.refresh_from_db()
        assert (draf.ada_kendala, draf.kendala) == (False, "")
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
