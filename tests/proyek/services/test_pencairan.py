"""Money drawn from the till: recorded, given back, reversed, set right."""

import datetime as dt

import pytest

from core.galat import TidakBisa
from proyek.enums import Tahap
from proyek.models import Dokumen, Gerak, JumlahDana, Proyek
from proyek.services.dokumen import tarik_dokumen
from proyek.services.pencairan import batalkan_pencairan, betulkan_pencairan, catat_pencairan
from tests.alat.baca import kunci
from tests.pabrik.berkas import foto
from tests.pabrik.proyek import HARI, buat_dana, buat_pencairan, buat_proyek


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=1_000_000)


def jumlah(proyek: Proyek) -> int | None:
    return JumlahDana.objects.get(pendanaan__proyek=proyek).sudah_dicairkan


def teks(respons) -> str:
    return " ".join(respons.content.decode().replace("\u00a0", " ").split())


class TestCatat:
    """/proyek/<nomor>/pencairan/"""

    def isi(self, proyek: Proyek, **ganti: object) -> dict[str, object]:
        asal = {
            "apa": "cair",
            "pendanaan": proyek.pendanaan.get().pk,
            "tanggal": "2026-11-02",
            "jumlah": "Rp 600.000",
            "keterangan": "tahap I",
        }
        return asal | ganti

    def test_money_drawn_is_recorded(self, klien, proyek) -> None:
        klien("aparat").post(f"{proyek.get_absolute_url()}pencairan/", self.isi(proyek))
        assert jumlah(proyek) == 600_000
        isi = teks(klien("pengunjung").get(proyek.get_absolute_url()))
        assert "Uang dicairkan: Rp 600.000 dari Dana Desa" in isi
        assert "dari kas kampung" in isi

    def test_money_given_back_is_recorded(self, klien, proyek) -> None:
        buat_pencairan(proyek.pendanaan.get(), 600_000)
        isi = self.isi(proyek, apa="kembali", jumlah="100.000")
        klien("aparat").post(f"{proyek.get_absolute_url()}pencairan/", isi)
        assert jumlah(proyek) == 500_000
        isi = teks(klien("pengunjung").get(proyek.get_absolute_url()))
        assert "Uang dikembalikan ke kas: Rp 100.000 dari Dana Desa" in isi

    def test_a_second_send_records_nothing_more(self, klien, proyek) -> None:
        client, alamat = klien("aparat"), f"{proyek.get_absolute_url()}pencairan/"
        isi = self.isi(proyek, kunci=kunci(client, alamat))
        assert {client.post(alamat, isi).status_code for _ in range(2)} == {302}
        assert Gerak.objects.pencairan().count() == 1

    @pytest.mark.parametrize(
        ("ganti", "pesan"),
        [
            ({"jumlah": "0"}, "lebih besar dari nol"),
            ({"jumlah": "-1"}, "tidak boleh kurang dari nol"),
            ({"jumlah": "400.001"}, "Yang belum dicairkan Rp 400.000"),
            ({"apa": "kembali", "jumlah": "600.001"}, "sudah dicairkan dari Dana Desa 2026 Rp 600"),
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
        alamat = f"{proyek.get_absolute_url()}pencairan/"
        respons = klien("aparat").post(alamat, self.isi(proyek, **ganti))
        assert pesan in teks(respons)
        assert jumlah(proyek) == 600_000

    def test_a_source_of_another_project_is_refused(self, klien, proyek) -> None:
        lain = buat_dana(buat_proyek(), 100)
        alamat = f"{proyek.get_absolute_url()}pencairan/"
        respons = klien("aparat").post(alamat, self.isi(proyek, pendanaan=lain.pk, jumlah="5"))
        assert "Pilihan itu tidak ada" in teks(respons)

    @pytest.mark.parametrize("sumber", ["swadaya", "hibah", "tjsl"])
    def test_what_lies_in_no_till_is_not_drawn_from_one(self, klien, pemeran, sumber) -> None:
        proyek = buat_proyek()
        dana = buat_dana(proyek, 100, sumber=sumber)
        respons = klien("aparat").get(f"{proyek.get_absolute_url()}pencairan/", follow=True)
        assert "belum punya anggaran dari kas" in teks(respons)
        assert "dari kas kampung" not in teks(respons)
        assert "tidak lewat kas" in teks(respons)
        with pytest.raises(TidakBisa, match="tidak dicairkan dari kas"):
            catat_pencairan(pendanaan=dana, jumlah=5, tanggal=HARI, oleh=pemeran.aparat)

    def test_nothing_is_drawn_before_it_is_in_the_budget(self, proyek, pemeran) -> None:
        Proyek.objects.filter(pk=proyek.pk).update(tahap=Tahap.MASUK_RKP)
        with pytest.raises(TidakBisa, match="belum dianggarkan"):
            catat_pencairan(
                pendanaan=proyek.pendanaan.get(), jumlah=5, tanggal=HARI, oleh=pemeran.aparat
            )


class TestPerbaiki:
    """/proyek/<nomor>/pencairan/<pk>/batalkan/ and betulkan/"""

    @pytest.fixture
    def gerak(self, proyek: Proyek) -> Gerak:
        return buat_pencairan(proyek.pendanaan.get(), 600_000)

    def alamat(self, gerak: Gerak, apa: str) -> str:
        return f"{gerak.pendanaan.proyek.get_absolute_url()}pencairan/{gerak.pk}/{apa}/"

    def test_a_payment_is_reversed_and_stays_in_sight(self, klien, proyek, gerak) -> None:
        isi = {"alasan": "Salah memilih sumber."}
        klien("aparat").post(self.alamat(gerak, "batalkan"), isi)
        assert jumlah(proyek) is None
        halaman = teks(klien("pengunjung").get(proyek.get_absolute_url()))
        assert "<del>2 November 2026: <span" in halaman
        assert "Salah memilih sumber." in halaman
        assert "Pencairan dibatalkan: Rp 600.000 dari Dana Desa" in halaman

    def test_a_payment_is_set_right(self, klien, proyek, gerak) -> None:
        isi = {"jumlah": "60.000", "tanggal": "2026-11-01", "alasan": "Kelebihan nol."}
        klien("aparat").post(self.alamat(gerak, "betulkan"), isi)
        assert jumlah(proyek) == 60_000
        baru = Gerak.objects.pencairan().get(dibetulkan=None)
        assert (baru.tanggal, baru.dasar) == (dt.date(2026, 11, 1), "spp")
        halaman = teks(klien("pengunjung").get(proyek.get_absolute_url()))
        assert "Pencairan dibetulkan: Rp 60.000 dari Dana Desa, semula Rp 600.000" in halaman

    @pytest.mark.parametrize(
        ("apa", "isi", "pesan"),
        [
            ("batalkan", {"alasan": ""}, "harus diisi"),
            ("betulkan", {"jumlah": "1.000.001"}, "melebihi anggaran Dana Desa 2026"),
            ("betulkan", {"jumlah": "0"}, "lebih besar dari nol"),
            ("betulkan", {}, "masih sama"),
        ],
    )
    def test_what_does_not_fit_is_named(self, klien, proyek, gerak, apa, isi, pesan) -> None:
        asal = {"jumlah": "600.000", "tanggal": "2026-11-02", "alasan": "Salah."}
        respons = klien("aparat").post(self.alamat(gerak, apa), asal | isi)
        assert pesan in teks(respons)
        assert jumlah(proyek) == 600_000

    def test_a_second_send_changes_nothing(self, klien, proyek, gerak, pemeran) -> None:
        client = klien("aparat")
        isi = {"alasan": "Salah memilih sumber."}
        for _ in range(2):
            respons = client.post(self.alamat(gerak, "batalkan"), isi, follow=True)
        assert "sudah dibatalkan atau dibetulkan" in teks(respons)
        with pytest.raises(TidakBisa, match="sudah dibatalkan atau dibetulkan"):
            batalkan_pencairan(gerak=gerak, alasan="Salah.", oleh=pemeran.aparat)

    def test_what_went_back_already_is_reversed_first(self, proyek, gerak, pemeran) -> None:
        dana = proyek.pendanaan.get()
        kembali = catat_pencairan(
            pendanaan=dana, jumlah=100_000, tanggal=HARI, oleh=pemeran.aparat, kembali=True
        )
        with pytest.raises(TidakBisa, match="batalkan dulu pengembaliannya"):
            batalkan_pencairan(gerak=gerak, alasan="Salah.", oleh=pemeran.aparat)
        betulkan_pencairan(
            gerak=kembali, jumlah=200_000, tanggal=HARI, alasan="Salah.", oleh=pemeran.aparat
        )
        assert jumlah(proyek) == 400_000

    @pytest.mark.parametrize("apa", ["batalkan", "betulkan"])
    def test_a_row_of_another_project_or_sum_is_not_found(self, klien, gerak, apa) -> None:
        lain = buat_proyek(pagu=5)
        for proyek, pk in ((lain, gerak.pk), (lain, lain.pendanaan.get().gerak.get().pk)):
            alamat = f"{proyek.get_absolute_url()}pencairan/{pk}/{apa}/"
            assert klien("aparat").get(alamat).status_code == 404
        assert klien("aparat_lain").get(self.alamat(gerak, apa)).status_code == 403


class TestBukti:
    """The scan of a payment is a paper of its project."""

    def kirim(self, klien, proyek: Proyek, **ganti: object) -> Dokumen:
        isi = TestCatat().isi(proyek, pindaian=foto(), **ganti)
        klien("aparat").post(f"{proyek.get_absolute_url()}pencairan/", isi)
        return Dokumen.objects.get()

    def test_it_stands_beside_the_payment_and_is_taken_back(self, klien, client, proyek) -> None:
        surat = self.kirim(klien, proyek)
        assert surat.gerak == Gerak.objects.get(pos="dicairkan")
        isi = teks(client.get(proyek.get_absolute_url()))
        assert f'<a href="{surat.berkas.alamat}">Buka buktinya</a>' in isi
        tarik_dokumen(dokumen=surat, alasan="Memuat NIK.", oleh=surat.gerak.oleh)
        isi = teks(client.get(proyek.get_absolute_url()))
        assert "Buka buktinya" not in isi
        assert isi.count("Dokumen ini ditarik karena memuat NIK") == 2

    def test_a_wrong_sum_keeps_the_file_for_the_right_one(self, klien, proyek) -> None:
        salah = {"jumlah": "600 juta"}
        halaman = klien("aparat").post(
            f"{proyek.get_absolute_url()}pencairan/",
            TestCatat().isi(proyek, pindaian=foto(), **salah),
        )
        assert "sudah kami simpan" in teks(halaman)
        titipan = halaman.context["form"]["titipan"].value()
        klien("aparat").post(
            f"{proyek.get_absolute_url()}pencairan/", TestCatat().isi(proyek, titipan=titipan)
        )
        assert Dokumen.objects.get().gerak is not None

    def test_it_goes_along_when_the_sum_is_set_right(self, klien, client, proyek) -> None:
        surat = self.kirim(klien, proyek)
        isi = {"jumlah": "500.000", "tanggal": "2026-11-02", "alasan": "Salah ketik."}
        lama = surat.gerak
        klien("aparat").post(f"{proyek.get_absolute_url()}pencairan/{lama.pk}/betulkan/", isi)
        surat.refresh_from_db()
        assert surat.gerak.jumlah == 500_000

    def test_one_that_comes_later_is_tied_to_its_payment(self, klien, proyek) -> None:
        gerak = buat_pencairan(proyek.pendanaan.get(), 600_000)
        halaman = f"{proyek.get_absolute_url()}dokumen/"
        isi = {"jenis": "rab", "gerak": gerak.pk, "pindaian": foto(), "kunci": "d" * 30}
        assert "pilih “Bukti pencairan" in teks(klien("aparat").post(halaman, isi))
        klien("aparat").post(halaman, isi | {"jenis": "spp", "pindaian": foto()})
        assert Dokumen.objects.get().gerak == gerak
