"""The people who publish the reports of a kampung, and those who are told."""

import datetime as dt
from typing import Any

import pytest

from core.galat import TidakBisa
from core.models import Jejak, Tugas
from core.waktu import hari_ini
from laporan.bacaan.penerbit import atas_nama, penerbit, sebagai
from laporan.enums import Pesan, Sebagai
from laporan.models import PenetapanPenerbit, PesanLaporan
from laporan.services.penerbit import tetapkan_penerbit
from laporan.services.terbitkan import terbitkan
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import PenggunaFactory, pejabat
from warga.enums import NamaJabatan, Peran
from warga.models import Jabatan, Pengguna

pytestmark = pytest.mark.django_db


def nama(kampung: Any) -> set[str]:
    return {satu.nama for satu in penerbit(kampung.pk)}


def segar(orang: Pengguna) -> Pengguna:
    return Pengguna.objects.get(pk=orang.pk)


@pytest.fixture
def sekretaris(pemeran: Any) -> Pengguna:
    return pejabat(NamaJabatan.SEKRETARIS, pemeran.kampung.instansi, nama="Sri")


class TestPenerbit:
    def test_unanswered_the_kakam_the_sekretaris_and_those_an_admin_marked(
        self, pemeran: Any, sekretaris: Pengguna
    ) -> None:
        assert nama(pemeran.kampung) == {"Karto Kepala", "Sri"}
        pemeran.aparat.jabatan.update(boleh_menerbitkan=True)
        assert nama(pemeran.kampung) == {"Karto Kepala", "Sri", "Ani Aparat"}

    def test_a_kampung_without_kakam_and_sekretaris_is_not_stuck(self, pemeran: Any) -> None:
        lalu = {"mulai": dt.date(2019, 1, 1), "selesai": dt.date(2020, 1, 1)}
        Jabatan.objects.filter(nama=NamaJabatan.KAKAM).update(**lalu)
        PenggunaFactory(nama="Lama", peran=Peran.APARAT, kampung=pemeran.kampung)
        assert nama(pemeran.kampung) == {"Ani Aparat", "Lama"}
        assert segar(pemeran.aparat).has_perm("laporan.terbitkan")
        assert sebagai(segar(pemeran.aparat)) == ""  # nobody named her

    def test_the_answer_counts_alone(self, pemeran: Any, sekretaris: Pengguna) -> None:
        pemeran.aparat.jabatan.update(boleh_menerbitkan=True)
        tetapkan_penerbit(kampung=pemeran.kampung, orang=[], oleh=pemeran.kakam)
        assert nama(pemeran.kampung) == {"Karto Kepala"}
        assert not segar(sekretaris).has_perm("laporan.terbitkan")
        tetapkan_penerbit(kampung=pemeran.kampung, orang=[pemeran.aparat.pk], oleh=pemeran.kakam)
        assert nama(pemeran.kampung) == {"Karto Kepala", "Ani Aparat"}
        assert sebagai(segar(pemeran.aparat)) == Sebagai.DITUNJUK

    def test_an_office_that_ends_takes_the_naming_along(
        self, pemeran: Any, sekretaris: Pengguna
    ) -> None:
        tetapkan_penerbit(kampung=pemeran.kampung, orang=[sekretaris.pk], oleh=pemeran.kakam)
        kemarin = hari_ini() - dt.timedelta(days=1)
        sekretaris.jabatan.update(selesai=kemarin, mulai=kemarin)
        pejabat(NamaJabatan.KADUS, pemeran.kampung.instansi)
        Jabatan.objects.create(pengguna=sekretaris, nama=NamaJabatan.KASI,
                               instansi=pemeran.kampung.instansi, mulai=kemarin)  # fmt: skip
        assert nama(pemeran.kampung) == {"Karto Kepala"}

    def test_an_answer_of_which_nobody_is_left_counts_no_more(
        self, pemeran: Any, sekretaris: Pengguna
    ) -> None:
        tetapkan_penerbit(kampung=pemeran.kampung, orang=[], oleh=pemeran.kakam)
        Pengguna.objects.filter(pk=pemeran.kakam.pk).update(is_active=False)
        assert nama(pemeran.kampung) == {"Sri"}

    def test_another_kampung_is_another_matter(self, pemeran: Any, sekretaris: Pengguna) -> None:
        tetapkan_penerbit(kampung=pemeran.kampung, orang=[], oleh=pemeran.kakam)
        assert nama(pemeran.kampung_lain) == {"Lina Lain"}


class TestTetapkan:
    def test_it_is_written_once_and_tells_the_new_ones_and_the_old(
        self, pemeran: Any, sekretaris: Pengguna
    ) -> None:
        for _ in range(2):
            tetapkan_penerbit(kampung=pemeran.kampung, orang=[sekretaris.pk], oleh=pemeran.kakam)
        tetapkan_penerbit(kampung=pemeran.kampung, orang=[pemeran.aparat.pk], oleh=pemeran.kakam)
        pesan = PesanLaporan.objects.order_by("pk").values_list("pengguna", "macam")
        assert list(pesan) == [
            (sekretaris.pk, Pesan.DITUNJUK),
            (pemeran.aparat.pk, Pesan.DITUNJUK),
            (sekretaris.pk, Pesan.DILEPAS),
        ]
        jejak = Jejak.objects.filter(objek_jenis="penerbit_laporan", oleh_id=pemeran.kakam.pk)
        assert jejak.count() == 2

    @pytest.mark.parametrize("siapa", ["aparat", "aparat_lain", "staf", "camat", "bpk"])
    def test_nobody_but_its_kakam(self, pemeran: Any, siapa: str) -> None:
        with pytest.raises(TidakBisa, match="Hanya kepala kampung"):
            tetapkan_penerbit(kampung=pemeran.kampung, orang=[], oleh=pemeran[siapa])
        with pytest.raises(TidakBisa, match="Hanya kepala kampung"):
            tetapkan_penerbit(kampung=pemeran.kampung_lain, orang=[], oleh=pemeran.kakam)

    @pytest.mark.parametrize("siapa", ["warga", "aparat_lain", "bpk", "camat", "kakam"])
    def test_nobody_is_named_but_its_aparat(self, pemeran: Any, siapa: str) -> None:
        with pytest.raises(TidakBisa, match="bukan lagi aparat"):
            tetapkan_penerbit(
                kampung=pemeran.kampung, orang=[pemeran[siapa].pk], oleh=pemeran.kakam
            )
        assert not PenetapanPenerbit.objects.exists()


class TestTerbit:
    def test_the_kakam_and_the_writer_are_told(
        self, pemeran: Any, proyek: Any, sekretaris: Pengguna
    ) -> None:
        draf = buat_laporan(proyek, pemeran.aparat, foto=1, terbit=False)
        laporan = terbitkan(laporan=draf, oleh=segar(sekretaris))
        assert laporan.kata_penerbit == "Sekretaris Kampung Sido Rejo atas nama Kepala Kampung"
        assert set(PesanLaporan.objects.values_list("pengguna", "macam")) == {
            (pemeran.kakam.pk, Pesan.ATAS_NAMA),
            (pemeran.aparat.pk, Pesan.TERBIT),
        }
        assert [satu.pk for satu in atas_nama(pemeran.kakam)] == [laporan.pk]
        assert atas_nama(segar(sekretaris)) == []
        assert not Tugas.objects.filter(argumen__icontains="menunggu Anda").exists()

    def test_a_kakam_who_publishes_is_told_nothing(self, pemeran: Any, proyek: Any) -> None:
        terbitkan(
            laporan=buat_laporan(proyek, pemeran.kakam, foto=1, terbit=False), oleh=pemeran.kakam
        )
        assert not PesanLaporan.objects.exists()
        assert atas_nama(pemeran.kakam) == []
