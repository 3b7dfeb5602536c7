"""Changing projects by a paper: one decision, many projects, a row for each changed value."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from proyek.bacaan.perubahan import kata
from proyek.enums import Dasar, DasarGerak, Tahap
from proyek.models import Gerak, Keputusan, Pendanaan, Perubahan, Proyek
from proyek.services.keterangan import ubah_keterangan
from proyek.services.penarikan import tarik_tulisan
from proyek.services.perubahan import Ubahan, catat_perubahan
from tests.alat.baca import teks
from tests.pabrik.isian_proyek import pdf
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import HARI, buat_dana, buat_pencairan, buat_proyek
from warga.enums import Peran

pytestmark = pytest.mark.django_db
ALASAN = "Harga semen naik, jadi panjang jalan dikurangi."
SURAT = {
    "jenis": "penjabaran",
    "nomor_surat": "3 Tahun 2026",
    "tanggal_surat": "2026-11-02",
    "alasan": ALASAN,
    "ditetapkan_jabatan": "Kepala Kampung Sido Rejo",
}


def surat(oleh: Any, **lain: Any) -> Keputusan:
    asal = {"judul": "Perubahan APB", "isi": "Mengubah.", "dasar": Dasar.PERATURAN_KAMPUNG}
    tetap = {"alasan": ALASAN, "tanggal_surat": HARI, "ditetapkan_jabatan": "Kepala Kampung"}
    return Keputusan(kampung=oleh.kampung, **asal | tetap | lain)


@pytest.fixture
def jalan(pemeran: Any) -> Proyek:
    return buat_proyek(pemeran.kampung, judul="Rabat beton Dusun 3", pagu=100_000_000)


@pytest.fixture
def talud(pemeran: Any) -> Proyek:
    return buat_proyek(pemeran.kampung, judul="Talud Dusun 1", pagu=50_000_000)


def alamat(**lain: Any) -> str:
    isi = {"jenis": "penjabaran", "tahun": 2026} | lain
    return "/proyek/perubahan/?" + "&".join(f"{k}={v}" for k, v in isi.items())


def sel(proyek: Proyek, **isi: Any) -> dict[str, Any]:
    """Cells of one project: `dd` for its Dana Desa of 2026."""
    nama = {"dd": "dana-dd-2026"}
    return {f"{proyek.nomor}-{nama.get(k, k)}": v for k, v in isi.items()}


def kirim(klien: Any, isi: dict[str, Any], ke: str = "") -> Any:
    """Send the table, and once more what its preview hands out, as a browser does."""
    jawaban = klien.post(ke or alamat(), isi)
    setuju = jawaban.context["setuju"] if jawaban.context else ""
    return klien.post(ke or alamat(), isi | {"setuju": setuju}) if setuju else jawaban


def test_a_place_is_written_as_its_form_takes_it() -> None:
    assert (kata("lintang", "-5.129800"), kata("bujur", "105.029100")) == ("−5,1298", "105,0291")


def test_the_table_says_once_that_cells_may_stay_empty(klien, pemeran, jalan, talud) -> None:
    halaman = klien("kakam").get(alamat()).content.decode()
    tabel = halaman[halaman.index("ubah-dana") :]
    assert "yang kosong tetap seperti sekarang" in halaman
    assert "(boleh dikosongkan)" not in tabel


class TestService:
    def test_one_paper_changes_many(self, pemeran, jalan, talud) -> None:
        dd, kakam = jalan.pendanaan.get(), pemeran.kakam
        baru = Pendanaan(sumber="add", tahun=2026)
        baru.pagu = 12_000_000
        ubahan = [
            Ubahan(jalan, 0, {"volume": 80}, {dd.pk: 90_000_000}),
            Ubahan(talud, 0, {"selesai_rencana": dt.date(2026, 12, 20)}, {}, [baru]),
        ]
        keputusan = catat_perubahan(keputusan=surat(kakam), ubahan=ubahan, oleh=kakam)
        assert Pendanaan.objects.with_uang().get(pk=dd.pk).pagu == 90_000_000
        assert sum(d.pagu for d in talud.pendanaan.with_uang()) == 62_000_000
        baris = Perubahan.objects.filter(keputusan=keputusan).values_list("kolom", "lama", "baru")
        assert set(baris) == {
            ("volume", "93.75", "80"),
            ("anggaran", "100000000", "90000000"),
            ("anggaran", "0", "12000000"),
            ("selesai_rencana", "", "2026-12-20"),
        }
        gerak = Gerak.objects.get(dasar=DasarGerak.PERUBAHAN)
        assert (gerak.jumlah, gerak.keputusan) == (-10_000_000, keputusan)
        assert riwayat(jalan).last().isi.rincian["keputusan"] == keputusan.nomor

    def test_anggaran_never_falls_below_what_was_spent(self, pemeran, jalan, talud) -> None:
        dd, kakam = jalan.pendanaan.get(), pemeran.kakam
        buat_laporan(jalan, kakam, belanja={dd: 60_000_000})
        ubahan = [Ubahan(talud, 0, {"volume": 1}), Ubahan(jalan, 0, {}, {dd.pk: 59_000_000})]
        with pytest.raises(TidakBisa, match="Rp 60.000.000".replace(" ", ".")):
            catat_perubahan(keputusan=surat(kakam), ubahan=ubahan, oleh=kakam)
        assert not Perubahan.objects.exists(), "nothing of the paper stands"

    def test_a_change_meanwhile_is_not_undone_unseen(self, pemeran, jalan) -> None:
        ubah_keterangan(proyek=jalan, isi={"lokasi": "RT 4"}, alasan="Kurang.", oleh=pemeran.staf)
        with pytest.raises(TidakBisa, match="Sementara Anda mengisi"):
            catat_perubahan(
                keputusan=surat(pemeran.kakam),
                ubahan=[Ubahan(jalan, 0, {"lokasi": "RT 5"})],
                oleh=pemeran.kakam,
            )

    def test_refusals(self, pemeran, jalan) -> None:
        uang = Ubahan(jalan, 0, {}, {jalan.pendanaan.get().pk: 1})
        beda = Ubahan(buat_proyek(pemeran.kampung_lain), 0, {"volume": 1})
        for ubahan, dasar, oleh, pesan in (
            ([], Dasar.PERATURAN_KAMPUNG, pemeran.kakam, "Belum ada"),
            ([uang], Dasar.BERITA_ACARA, pemeran.kakam, "Anggaran hanya"),
            ([beda], Dasar.PERATURAN_KAMPUNG, pemeran.kakam, "satu kampung"),
        ):
            with pytest.raises(TidakBisa, match=pesan):
                catat_perubahan(keputusan=surat(oleh, dasar=dasar), ubahan=ubahan, oleh=oleh)
        putusan = surat(pemeran.kakam)
        with pytest.raises(TidakBisa, match="pindaian"):
            catat_perubahan(keputusan=putusan, ubahan=[uang], oleh=pemeran.staf)

    @pytest.mark.parametrize("baru", ["Pak Lain", "█████"])
    def test_a_row_changes_only_by_taking_words_back(self, pemeran, jalan, baru) -> None:
        ubahan = [Ubahan(jalan, 0, {"pelaksana": "Pak Anu"})]
        catat_perubahan(keputusan=surat(pemeran.kakam), ubahan=ubahan, oleh=pemeran.kakam)
        with pytest.raises(IntegrityError), transaction.atomic():
            Perubahan.objects.update(baru=baru)
        kata, alasan = ["Pak Anu"], "Memuat nama orang."
        tarik_tulisan(proyek=jalan, kata=kata, alasan=alasan, oleh=pemeran.kakam)
        assert Perubahan.objects.get().baru == "█████"


class TestTable:
    """/proyek/perubahan/"""

    def test_only_typed_cells_change_after_a_preview(self, klien, pemeran, jalan, talud) -> None:
        kakam = klien("kakam")
        isi = SURAT | sel(jalan, dd="Rp 90 juta", volume="80") | sel(talud, dd="")
        lihat = teks(kakam.post(alamat(), isi)).replace("\xa0", " ")
        assert "Ini yang akan berubah" in lihat
        assert "Anggaran Dana Desa 2026 dari Rp 100.000.000 menjadi <strong>Rp 90.000.000" in lihat
        assert "Rp 150.000.000, menjadi <strong>Rp 140.000.000" in lihat
        assert not Perubahan.objects.exists(), "a preview changes nothing"
        keputusan = Keputusan.objects
        jawaban = kirim(kakam, isi)
        assert jawaban.url == keputusan.get().get_absolute_url()
        assert keputusan.get().dasar == Dasar.PERATURAN_KAKAM
        halaman = teks(klien("pengunjung").get(jalan.get_absolute_url())).replace("\xa0", " ")
        assert 'Anggaran awal <strong class="angka">Rp 100.000.000</strong>, sekarang' in halaman
        for potongan in ("Rp 100.000.000", "Rp 90.000.000", "3 Tahun 2026", ALASAN):
            assert potongan in halaman
        surat = teks(klien("pengunjung").get(jawaban.url)).replace("\xa0", " ")
        assert "Rabat beton Dusun 3" in surat
        assert "Talud Dusun 1" not in surat

    def test_errors_stand_at_the_cell(self, klien, pemeran, jalan, talud) -> None:
        dd = jalan.pendanaan.get()
        buat_laporan(jalan, pemeran.kakam, belanja={dd: 60_000_000})
        isi = SURAT | sel(jalan, dd="59.000.000") | sel(talud, dd="abc", sumber_baru="pad")
        halaman = teks(klien("kakam").post(alamat(), isi)).replace("\xa0", " ")
        assert "Yang sudah dibelanjakan dari Dana Desa 2026 Rp 60.000.000." in halaman
        assert "Rabat beton Dusun 3: Dana Desa 2026 menjadi (rupiah)" in halaman
        buat_pencairan(dd, 70_000_000)  # more than was spent: the larger one is named at once
        halaman = teks(klien("kakam").post(alamat(), isi)).replace("\xa0", " ")
        assert "Yang sudah dicairkan dari Dana Desa 2026 Rp 70.000.000." in halaman
        assert f'href="#id_{jalan.nomor}-dana-dd-2026"' in halaman
        assert "Talud Dusun 1" in halaman
        for typed in ('value="59.000.000"', 'value="abc"', ALASAN, "3 Tahun 2026"):
            assert typed in halaman
        assert not Keputusan.objects.exists()

    @pytest.mark.parametrize(
        ("isi", "pesan"),
        [
            ({"sumber_baru": "add", "jumlah_baru": "9" * 20}, "terlalu besar. Periksa jumlah nol"),
            ({"sumber_baru": "add", "jumlah_baru": "2 triliun"}, "terlalu besar. Periksa"),
            ({"sumber_baru": "add", "jumlah_baru": "0"}, "harus lebih besar dari nol"),
            ({"dd": "-5"}, "tidak boleh kurang dari nol"),
            ({"mulai_rencana": "besok"}, "Tanggal ini tidak dapat dibaca. Contoh"),
            ({"sumber_baru": "x"}, "Pilihan itu tidak ada."),
        ],
    )
    def test_what_no_paper_says_is_refused_in_our_words(self, klien, jalan, isi, pesan) -> None:
        jawaban = kirim(klien("kakam"), SURAT | sel(jalan, **isi))
        assert jawaban.status_code == 200
        assert pesan in teks(jawaban)

    def test_the_second_of_two_sees_what_changed_and_chooses(self, klien, pemeran, jalan) -> None:
        isi = SURAT | sel(jalan, selesai_rencana="2026-12-20", versi="0")
        ubah_keterangan(proyek=jalan, isi={"lokasi": "RT 4"}, alasan="Kurang.", oleh=pemeran.staf)
        halaman = teks(klien("kakam").post(alamat(), isi))
        assert f"<li>{Peran.STAF.label}, " in halaman
        assert "lokasi dari kosong menjadi RT 4" in halaman
        assert f'name="{jalan.nomor}-versi" value="1"' in halaman
        assert 'value="2026-12-20"' in halaman
        assert kirim(klien("kakam"), isi | sel(jalan, versi="1")).status_code == 302

    def test_sent_twice_it_stands_once(self, klien, jalan) -> None:
        isi = SURAT | sel(jalan, volume="80") | {"kunci": "k" * 32}
        assert kirim(klien("kakam"), isi).status_code == 302
        assert kirim(klien("kakam"), isi).status_code == 302
        assert Keputusan.objects.count() == 1

    def test_the_kecamatan_chooses_a_kampung_and_brings_the_paper(self, klien, jalan) -> None:
        ke = alamat(kampung=jalan.kampung.slug)
        isi = SURAT | sel(jalan, volume="80")
        assert "Lampirkan pindaian" in teks(klien("staf").post(ke, isi))
        assert kirim(klien("staf"), isi | {"pindaian": pdf()}, ke).status_code in (200, 302)

    @pytest.mark.parametrize("siapa", ["warga", "bpk", "fasilitator"])
    def test_others_may_not(self, klien, siapa) -> None:
        assert klien(siapa).get(alamat()).status_code == 403

    def test_queries_do_not_grow(
        self, klien, pemeran, jalan, django_assert_max_num_queries
    ) -> None:
        for _ in range(5):
            proyek = buat_proyek(pemeran.kampung, pagu=1_000_000)
            buat_dana(proyek, 500_000, sumber="add")
        kakam = klien("kakam")
        kakam.get(alamat())
        with django_assert_max_num_queries(12):
            kakam.get(alamat())


class TestOne:
    """/proyek/<nomor>/perubahan/"""

    def test_every_column_changes_and_the_page_tells(self, klien, jalan) -> None:
        ke = f"{jalan.get_absolute_url()}perubahan/"
        isi = SURAT | {"jenis": "lain"} | sel(jalan, pelaksana="TPK baru", pola="penyedia")
        assert kirim(klien("kakam"), isi, ke).status_code == 302
        jalan.refresh_from_db()
        assert (jalan.pelaksana, jalan.pola) == ("TPK baru", "penyedia")
        halaman = teks(klien("pengunjung").get(jalan.get_absolute_url()))
        assert "Dikerjakan penyedia" in halaman
        assert (
            "Berubah dengan surat: cara pengerjaan, pelaksana" in halaman or "pelaksana" in halaman
        )

    def test_money_needs_a_perubahan_apb(self, klien, jalan) -> None:
        ke = f"{jalan.get_absolute_url()}perubahan/"
        isi = SURAT | {"jenis": "lain"} | sel(jalan, dd="90 juta")
        assert "Anggaran hanya berubah dengan" in teks(klien("kakam").post(ke, isi))

    @pytest.mark.parametrize("alamat", ["perubahan/", "betulkan/"])
    def test_a_cancelled_project_leads_back_to_its_page(self, klien, jalan, alamat) -> None:
        Proyek.objects.filter(pk=jalan.pk).update(tahap=Tahap.DIBATALKAN)
        jawaban = klien("kakam").get(f"{jalan.get_absolute_url()}{alamat}", follow=True)
        assert jawaban.redirect_chain[-1][0] == jalan.get_absolute_url()
        assert "Proyek ini sudah dibatalkan, jadi" in teks(jawaban)


def test_more_projects_than_a_page_holds_are_changed_by_one_paper(
    klien: Any, pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words that are typed on one page go along to the other; one press records both."""
    monkeypatch.setattr("proyek.views.perubahan.TABEL_TERBANYAK", 1)
    satu = buat_proyek(pemeran.kampung, judul="Aspal", pagu=1_000_000)
    dua = buat_proyek(pemeran.kampung, judul="Beton", pagu=1_000_000)
    jalur = "/proyek/perubahan/?jenis=apb&tahun=2026"
    kakam = klien("kakam")
    awal = teks(kakam.get(jalur))
    assert "Halaman 1 dari 2" in awal
    assert satu.nomor in awal
    assert dua.nomor not in awal
    isi = {f"{satu.nomor}-volume": "5", "nomor_surat": "3 Tahun 2026", "halaman": "1"}
    respons = kakam.post(jalur, isi | {"ke_halaman": "2"})
    lanjut = teks(respons)
    assert "Halaman 2 dari 2" in lanjut
    assert "Bagian ini harus diisi" not in lanjut, "nothing is judged yet"
    assert dua.nomor in lanjut
    assert f'name="{satu.nomor}-volume" value="5"' in lanjut
    assert 'value="3 Tahun 2026"' in lanjut
    isi |= {
        f"{dua.nomor}-dana-dd-2026": "900.000",
        "jenis": "apb",
        "tanggal_surat": "2026-11-02",
        "alasan": ALASAN,
        "ditetapkan_jabatan": "Kepala Kampung Sido Rejo",
        "kunci": "k" * 32,
        "halaman": "2",
    }
    periksa = kakam.post(jalur, isi)
    assert kakam.post(jalur, isi | {"setuju": periksa.context["setuju"]}).status_code == 302
    satu.refresh_from_db()
    assert satu.volume == 5
    assert dua.pendanaan.with_uang().get().pagu == 900_000
    assert Keputusan.objects.count() == 1
    for aneh in ("0", "99", "abc", "-1"):
        assert kakam.post(jalur, isi | {"kunci": "b" * 32, "ke_halaman": aneh}).status_code == 200
