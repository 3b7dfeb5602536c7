"""Correcting the words about a project."""

import pytest

from core.models import Jejak
from proyek.models import KETERANGAN, Proyek
from proyek.services.keterangan import ubah_keterangan
from tests.pabrik.proyek import buat_proyek


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=1_000_000)


class TestKeterangan:
    """/proyek/<nomor>/ubah/"""

    def isi(self, proyek: Proyek, **ganti: str) -> dict[str, str]:
        asal = {
            "judul": proyek.judul,
            "uraian": proyek.uraian,
            "frekuensi_laporan": "bulanan",
            "alasan": "Patokannya keliru.",
        }
        return asal | ganti

    def test_old_and_new_stay_in_the_trail(self, klien, proyek) -> None:
        alamat = f"{proyek.get_absolute_url()}ubah/"
        klien("aparat").post(alamat, self.isi(proyek, lokasi="RT 4", lintang="-5,1", bujur="105,0"))
        proyek.refresh_from_db()
        assert proyek.lokasi == "RT 4"
        jejak = Jejak.objects.select_related("isi").get(aksi="diubah")
        assert jejak.isi.rincian["perubahan"]["lokasi"] == ["", "RT 4"]
        isi = klien("pengunjung").get(proyek.get_absolute_url()).content.decode()
        assert "Keterangan diubah: lokasi, lintang, bujur" in isi
        assert "Patokannya keliru." in isi
        assert "Dulu: kosong" in isi
        assert "Kini: RT 4" in isi

    def test_nothing_changed_leaves_no_trail(self, klien, proyek) -> None:
        klien("aparat").post(f"{proyek.get_absolute_url()}ubah/", self.isi(proyek))
        assert not Jejak.objects.filter(aksi="diubah").exists()

    def test_money_time_and_stage_are_not_changed_here(self, klien, proyek) -> None:
        ganti = {"tahap": "selesai", "volume": "1", "mulai_rencana": "2026-01-01", "lokasi": "x"}
        klien("aparat").post(f"{proyek.get_absolute_url()}ubah/", self.isi(proyek, **ganti))
        segar = Proyek.objects.get(pk=proyek.pk)
        assert (segar.tahap, segar.volume) == (proyek.tahap, proyek.volume)
        assert segar.mulai_rencana is None

    @pytest.mark.parametrize(
        ("ganti", "pesan"),
        [
            ({"alasan": ""}, "Bagian ini harus diisi"),
            ({"judul": "x" * 100_000}, "Terlalu panjang"),
            ({"uraian": "a\0b"}, "tidak dapat disimpan"),
            ({"lintang": "-5,1"}, "dua-duanya"),
        ],
    )
    def test_bad_input_changes_nothing(self, klien, proyek, ganti, pesan) -> None:
        isi = self.isi(proyek, lokasi="RT 4", **ganti)
        respons = klien("aparat").post(f"{proyek.get_absolute_url()}ubah/", isi)
        assert pesan in respons.content.decode()
        proyek.refresh_from_db()
        assert proyek.lokasi == ""


@pytest.mark.parametrize("kolom", ["tahap", "kampung_id", "kunci_sekali", "catatan_rahasia"])
def test_only_words_about_a_project_are_corrected(pemeran, proyek, kolom: str) -> None:
    with pytest.raises(ValueError, match=kolom):
        ubah_keterangan(proyek=proyek, isi={kolom: "x"}, alasan="Salah.", oleh=pemeran.kakam)
    assert not Jejak.objects.filter(aksi="diubah").exists()
    assert kolom not in KETERANGAN
