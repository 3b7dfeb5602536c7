"""The pages of money that follows: its form, the desk, its words for everyone."""

from typing import Any

import pytest

from core.waktu import pada
from laporan.models import LaporanKemajuan
from proyek.models import Pendanaan, Proyek
from tests.alat.baca import teks, teks_terbuka
from tests.alat.jam import saat
from tests.alat.meja import menunggu
from tests.laporan.services.test_menyusul import buku, isi, terbit, tgl
from tests.pabrik.laporan import alamat_tulis, isian
from tests.pabrik.orang import pejabat
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_dana, buat_proyek
from warga.enums import NamaJabatan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


@pytest.fixture
def dana(pemeran: Any) -> Pendanaan:
    return buat_dana(buat_proyek(pemeran.kampung, mulai_nyata=tgl("2026-10-01")), 1_000_000)


def alamat(laporan: LaporanKemajuan) -> str:
    return f"/laporan/{laporan.nomor}/belanja/"


class TestHalaman:
    """/laporan/<nomor>/belanja/, and what everyone reads."""

    @pytest.fixture
    def laporan(self, pemeran: Any, dana: Pendanaan) -> LaporanKemajuan:
        return terbit(dana, pemeran.kakam)

    def test_everyone_reads_its_day_and_then_its_figure(
        self, klien: Any, client: Any, laporan: LaporanKemajuan, dana: Pendanaan
    ) -> None:
        muka = (laporan.get_absolute_url(), "/laporan/", laporan.proyek.get_absolute_url())
        for satu in muka:
            isi_nya = teks(client.get(satu))
            assert "paling lambat 16 November 2026" in isi_nya, satu
            assert "Rp 0" not in isi_nya.replace("\xa0", " "), satu
        aparat = klien("aparat")
        assert alamat(laporan) in teks(aparat.get(laporan.get_absolute_url()))
        kirim = {f"belanja_{dana.pk}": "250.000"}
        respons = aparat.post(alamat(laporan), kirim, follow=True)
        assert "Belanja sudah diisi" in teks_terbuka(respons)
        assert "Angkanya salah?" in teks_terbuka(respons)
        kedua = aparat.post(alamat(laporan), kirim, follow=True)  # the button pressed twice
        assert "sudah diisi 24 November 2026" in teks_terbuka(kedua)
        assert len(buku(dana)) == 1
        for satu in muka:
            isi_nya = teks(client.get(satu)).replace("\xa0", " ")
            assert "Rp 250.000" in isi_nya, satu
            assert "diisi 24 November 2026" in isi_nya, satu
            assert "paling lambat 16" not in isi_nya, satu
        ulang = teks_terbuka(aparat.get(f"{alamat_tulis(dana.proyek)}?perbaiki={laporan.nomor}"))
        assert 'value="250.000"' in ulang
        assert "checked" not in ulang.split('name="belanja_menyusul"')[1].split(">")[0]

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_the_aparat_of_that_kampung_alone(
        self, klien: Any, laporan: LaporanKemajuan, dana: Pendanaan, siapa: str
    ) -> None:
        client = klien(siapa)
        boleh = siapa in {"kakam", "aparat"}
        lihat = client.get(alamat(laporan))
        assert lihat.status_code == _status(siapa)
        assert (alamat(laporan) in teks(client.get(laporan.get_absolute_url()))) is boleh
        client.post(alamat(laporan), {f"belanja_{dana.pk}": "5"})
        assert (buku(dana) != []) is boleh

    @pytest.mark.parametrize(
        ("jumlah", "pesan"),
        [
            ("", "Tulis 0 bila memang tidak ada"),
            ("-5", "tidak boleh kurang dari nol"),
            ("1.000.001", "Sisanya Rp 1.000.000"),
            ("9" * 5000, "angka saja"),
            ("5\0", "angka saja"),
        ],
    )
    def test_bad_money_is_named(
        self, klien: Any, laporan: LaporanKemajuan, dana: Pendanaan, jumlah: str, pesan: str
    ) -> None:
        respons = klien("aparat").post(alamat(laporan), {f"belanja_{dana.pk}": jumlah})
        assert pesan in teks_terbuka(respons)
        assert buku(dana) == []

    def test_a_project_without_a_source_says_what_to_do(self, klien: Any, pemeran: Any) -> None:
        proyek = buat_proyek(pemeran.kampung, mulai_nyata=tgl("2026-10-01"))
        laporan = terbit(Pendanaan(proyek=proyek), pemeran.kakam)
        isi_nya = teks_terbuka(klien("aparat").post(alamat(laporan), {}))
        assert "Catat sumber dananya dulu" in isi_nya

    @pytest.mark.parametrize("nomor", ["LAP-2026-9999", "%00"])
    def test_nothing_unknown(self, klien: Any, laporan: LaporanKemajuan, nomor: str) -> None:
        assert klien("aparat").get(f"/laporan/{nomor}/belanja/").status_code == 404


def _status(siapa: str) -> int:
    if siapa in {"kakam", "aparat"}:
        return 200
    return 302 if siapa == "pengunjung" else 404 if siapa == "aparat_lain" else 403


class TestTigaSumber:
    """One figure is enough where a project has several sources."""

    @pytest.fixture
    def proyek(self, pemeran: Any, dana: Pendanaan) -> Proyek:
        for sumber in ("add", "pad"):
            buat_dana(dana.proyek, 500_000, sumber=sumber)
        return dana.proyek

    def test_empty_sources_are_zero_beside_one_that_was_filled_in(
        self, klien: Any, proyek: Proyek, dana: Pendanaan
    ) -> None:
        muka = teks_terbuka(klien("aparat").get(alamat_tulis(proyek))).replace("\xa0", " ")
        assert "dari Rp 2.000.000; sisanya Rp 2.000.000" in muka
        kosong = {f"belanja_{satu.pk}": "" for satu in proyek.pendanaan.all()}
        isi_nya = isian(proyek, **kosong)
        assert "Tulis jumlahnya" in teks_terbuka(
            klien("aparat").post(alamat_tulis(proyek), isi_nya)
        )
        isi_nya[f"belanja_{dana.pk}"] = "7"
        assert klien("aparat").post(alamat_tulis(proyek), isi_nya).status_code == 302
        jumlah = LaporanKemajuan.objects.get().realisasi.values_list("jumlah", flat=True)
        assert sorted(jumlah) == [0, 0, 7]


def test_the_desk_leads_to_the_form_in_two_taps(klien: Any, pemeran: Any, dana: Pendanaan) -> None:
    laporan = terbit(dana, pemeran.kakam)
    kaur = pejabat(NamaJabatan.KAUR_KEUANGAN, pemeran.kampung.instansi)
    assert alamat(laporan) in teks(klien(kaur).get("/kerja/"))  # a kaur keuangan in one
    for siapa, ada in (("aparat", True), ("aparat_lain", False)):
        client = klien(siapa)
        assert menunggu(client)["laporan menunggu angka belanjanya"] == ada
        for meja in ("/kerja/belanja/", "/kerja/minggu/"):
            with pada(saat("2026-11-17")):
                halaman = teks(client.get(meja))
            assert (alamat(laporan) in halaman) is ada
            assert ("Terlambat 1 hari kerja" in halaman) is ada
    assert f"Kampung {pemeran.kampung}: 1 laporan" in teks(klien("staf").get("/kerja/belanja/"))
    umum = teks(klien("pengunjung").get(laporan.get_absolute_url()))
    assert "Terlambat" not in umum  # it reminds inside only


def test_the_month_says_when_the_money_comes(client: Any, pemeran: Any, dana: Pendanaan) -> None:
    laporan = terbit(dana, pemeran.kakam)
    bulan = f"/laporan/bulan/2026-10/?kampung={pemeran.kampung.slug}"
    assert "belanja menyusul, paling lambat 16 November 2026" in teks(client.get(bulan))
    isi(laporan, dana, 7, pemeran.aparat)
    sesudah = teks(client.get(bulan))
    assert "diisi 4 November 2026" in sesudah
    assert "Rp\xa07" in sesudah
