"""Money that was received."""

import pytest

from proyek.models import Pencairan, Proyek
from tests.alat.baca import kunci
from tests.pabrik.proyek import buat_dana, buat_pencairan, buat_proyek


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=1_000_000)


class TestUangDiterima:
    """/proyek/<nomor>/terima-uang/"""

    def isi(self, proyek: Proyek, **ganti: object) -> dict[str, object]:
        asal = {
            "pendanaan": proyek.pendanaan.get().pk,
            "tanggal": "2026-11-02",
            "jumlah": "Rp 600.000",
            "keterangan": "tahap I",
        }
        return asal | ganti

    def test_money_received_is_recorded(self, klien, proyek) -> None:
        klien("aparat").post(f"{proyek.get_absolute_url()}terima-uang/", self.isi(proyek))
        assert Pencairan.objects.get().jumlah == 600_000
        isi = klien("pengunjung").get(proyek.get_absolute_url()).content.decode()
        assert "Uang diterima: Rp\u00a0600.000 dari Dana Desa" in isi

    def test_a_second_send_records_nothing_more(self, klien, proyek) -> None:
        client, alamat = klien("aparat"), f"{proyek.get_absolute_url()}terima-uang/"
        isi = self.isi(proyek, kunci=kunci(client, alamat))
        assert {client.post(alamat, isi).status_code for _ in range(2)} == {302}
        assert Pencairan.objects.count() == 1

    @pytest.mark.parametrize(
        ("ganti", "pesan"),
        [
            ({"jumlah": "0"}, "lebih besar dari nol"),
            ({"jumlah": "-1"}, "tidak boleh kurang dari nol"),
            ({"jumlah": "400.001"}, "Yang belum diterima Rp 400.000"),
            ({"jumlah": "9" * 30}, "terlalu besar"),
            ({"jumlah": "seribu"}, "angka saja"),
            ({"tanggal": "2126-01-01"}, "tidak wajar"),
            ({"pendanaan": "0"}, "Pilihan itu tidak ada"),
            ({"keterangan": "a\0"}, "tidak dapat disimpan"),
            ({"keterangan": "🚧" * 300}, "Terlalu panjang"),
        ],
    )
    def test_bad_input_is_named(self, klien, proyek, ganti, pesan) -> None:
        buat_pencairan(proyek.pendanaan.get(), 600_000)
        alamat = f"{proyek.get_absolute_url()}terima-uang/"
        respons = klien("aparat").post(alamat, self.isi(proyek, **ganti))
        assert pesan in respons.content.decode()
        assert Pencairan.objects.count() == 1

    def test_a_source_of_another_project_is_refused(self, klien, proyek) -> None:
        lain = buat_dana(buat_proyek(), 100)
        alamat = f"{proyek.get_absolute_url()}terima-uang/"
        respons = klien("aparat").post(alamat, self.isi(proyek, pendanaan=lain.pk, jumlah="5"))
        assert "Pilihan itu tidak ada" in respons.content.decode()

    def test_a_project_without_money_says_what_to_do(self, klien, pemeran) -> None:
        proyek = buat_proyek()
        respons = klien("aparat").get(f"{proyek.get_absolute_url()}terima-uang/", follow=True)
        assert "belum punya anggaran" in respons.content.decode()
