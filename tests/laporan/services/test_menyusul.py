"""Money that follows a report: awaited, filled in once, in the ledger, and set right."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import Error, IntegrityError, connection, transaction

from core.galat import TidakBisa
from core.models import HariLibur, Jejak
from core.waktu import pada
from laporan.models import BelanjaMenyusul, LaporanKemajuan, Realisasi, RincianBelanja
from laporan.services import menyusul
from laporan.services.foto import tambah_foto
from laporan.services.menyusul import isi_belanja
from laporan.services.tarik import tarik_semua
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from proyek.models import Gerak, JumlahProyek, Pendanaan
from tests.alat.jam import saat
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.orang import pejabat
from tests.pabrik.proyek import buat_dana, buat_proyek
from warga.enums import NamaJabatan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
tgl = dt.date.fromisoformat
SENIN, SELASA, RABU, JANJI = "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-16"


@pytest.fixture
def dana(pemeran: Any) -> Pendanaan:
    return buat_dana(buat_proyek(pemeran.kampung, mulai_nyata=tgl("2026-10-01")), 1_000_000)


def terbit(dana: Pendanaan, oleh: Any, hari: str = SENIN, **isi: Any) -> LaporanKemajuan:
    """Publish a report of October whose money follows."""
    asal = {"periode": tgl("2026-10-01"), "persen": Decimal(40), "belanja_menyusul": True}
    rupiah = isi.pop("rupiah", None)
    with pada(saat(hari)):
        laporan = LaporanKemajuan(proyek=dana.proyek, **(asal | isi))
        belanja = [Realisasi(pendanaan=dana, jumlah=rupiah)] if rupiah is not None else []
        simpan_draf(laporan=laporan, realisasi=belanja, oleh=oleh)
        if not laporan.foto.exists():
            tambah_foto(laporan=laporan, berkas=buat_berkas())
        return terbitkan(laporan=laporan, oleh=oleh)


def perbaikan(dana: Pendanaan, oleh: Any, hari: str = SELASA, **isi: Any) -> LaporanKemajuan:
    revisi = dana.proyek.laporan.terbit().count() + 1
    return terbit(dana, oleh, hari, revisi=revisi, alasan_perbaikan="Salah ukur.", **isi)


def isi(laporan: LaporanKemajuan, dana: Pendanaan, rupiah: int, oleh: Any, **lain: Any) -> Any:
    baris = [Realisasi(pendanaan=dana, jumlah=rupiah)]
    with pada(saat(lain.pop("hari", RABU))):
        return isi_belanja(laporan=laporan, realisasi=baris, oleh=oleh, **lain)


def buku(dana: Pendanaan) -> list[tuple[str, int]]:
    baris = Gerak.objects.filter(pendanaan=dana, pos="dibelanjakan").order_by("pk")
    return list(baris.values_list("dasar", "jumlah"))


def alamat(laporan: LaporanKemajuan) -> str:
    return f"/laporan/{laporan.nomor}/belanja/"


def test_it_is_due_in_ten_working_days_and_filled_in_once(pemeran: Any, dana: Pendanaan) -> None:
    laporan = terbit(dana, pemeran.kakam)
    baris = laporan.menyusul
    assert (baris.langkah_mulai, baris.janji, baris.tenggat) == (tgl(SENIN), *[tgl(JANJI)] * 2)
    assert JumlahProyek.objects.get(proyek=laporan.proyek).dibelanjakan is None
    kaur = pejabat(NamaJabatan.KAUR_KEUANGAN, pemeran.kampung.instansi)
    isi(laporan, dana, 250_000, kaur, rincian=[RincianBelanja(jenis="upah", rupiah=100_000)])
    baris = BelanjaMenyusul.objects.get()
    assert (baris.diisi_oleh, baris.diisi_sebagai) == (kaur, "kaur_keuangan")
    assert baris.kata_pengisi == f"Kaur Keuangan Kampung {pemeran.kampung}"
    assert buku(dana) == [("laporan", 250_000)]
    assert laporan.rincian_belanja.get().rupiah == 100_000
    assert JumlahProyek.objects.get(proyek=laporan.proyek).dibelanjakan == 250_000
    jejak = Jejak.objects.filter(aksi="belanja_diisi").values_list("objek_jenis", flat=True)
    assert set(jejak) == {"laporan", "proyek"}
    with pytest.raises(TidakBisa, match=r"sudah diisi 4 November 2026\. Bila angkanya salah"):
        isi(laporan, dana, 1, kaur)
    assert buku(dana) == [("laporan", 250_000)]


@pytest.mark.parametrize(
    ("rupiah", "rincian", "pesan"),
    [(1_000_001, 0, "padahal sisanya"), (5, 6, "Rinciannya melebihi")],
)
def test_no_more_than_is_left_of_a_source(
    pemeran: Any, dana: Pendanaan, rupiah: int, rincian: int, pesan: str
) -> None:
    laporan = terbit(dana, pemeran.kakam)
    baris = [RincianBelanja(jenis="bahan", rupiah=rincian)] if rincian else []
    with pytest.raises(TidakBisa, match=pesan):
        isi(laporan, dana, rupiah, pemeran.aparat, rincian=baris)
    with pytest.raises(TidakBisa, match="paling sedikit dari satu sumber"):
        isi_belanja(laporan=laporan, realisasi=[], oleh=pemeran.aparat)
    assert buku(dana) == []
    assert BelanjaMenyusul.objects.get().diisi_pada is None


def test_a_draft_says_figures_or_to_follow(pemeran: Any, dana: Pendanaan) -> None:
    with pytest.raises(TidakBisa, match="hapus centang"):
        terbit(dana, pemeran.kakam, rupiah=5)


class TestPerbaikan:
    """A correction brings the figures, or keeps the due day; a withdrawal leads back."""

    def test_figures_let_the_open_row_fall_away(self, pemeran: Any, dana: Pendanaan) -> None:
        lama = terbit(dana, pemeran.kakam)
        perbaikan(dana, pemeran.kakam, belanja_menyusul=False, rupiah=300_000)
        assert not BelanjaMenyusul.objects.ditunggu().exists()
        with pytest.raises(TidakBisa, match="sudah diperbaiki"):
            isi(lama, dana, 1, pemeran.aparat)
        assert buku(dana) == [("laporan", 300_000)]

    def test_figures_replace_those_that_were_filled_in(self, pemeran: Any, dana: Pendanaan) -> None:
        lama = terbit(dana, pemeran.kakam)
        isi(lama, dana, 250_000, pemeran.aparat)
        perbaikan(dana, pemeran.kakam, RABU, belanja_menyusul=False, rupiah=200_000)
        assert buku(dana) == [("laporan", 250_000), ("pembetulan", -50_000)]
        assert lama.realisasi.get().jumlah == 250_000

    def test_to_follow_again_keeps_the_one_due_day(self, pemeran: Any, dana: Pendanaan) -> None:
        terbit(dana, pemeran.kakam)
        baru = perbaikan(dana, pemeran.kakam, RABU)
        ditunggu = BelanjaMenyusul.objects.ditunggu().get()
        assert (ditunggu.laporan, ditunggu.tenggat) == (baru, tgl(JANJI))
        isi(baru, dana, 10, pemeran.aparat)
        lagi = perbaikan(dana, pemeran.kakam, "2026-11-05")
        assert lagi.menyusul.langkah_mulai == tgl("2026-11-05")  # the first promise was kept
        assert sum(rupiah for _, rupiah in buku(dana)) == 0

    def test_a_withdrawal_gives_each_its_own_back(self, pemeran: Any, dana: Pendanaan) -> None:
        lama = terbit(dana, pemeran.kakam)
        baru = perbaikan(dana, pemeran.kakam, belanja_menyusul=False, rupiah=300_000)
        with pada(saat(RABU)):
            tarik_semua(laporan=baru, alasan="Keliru.", oleh=pemeran.kakam)
        assert BelanjaMenyusul.objects.ditunggu().get().laporan == lama
        isi(lama, dana, 250_000, pemeran.aparat)
        with pada(saat(RABU)):
            tarik_semua(laporan=lama, alasan="Keliru juga.", oleh=pemeran.kakam)
        assert sum(rupiah for _, rupiah in buku(dana)) == 0
        assert JumlahProyek.objects.get(proyek=lama.proyek).dibelanjakan is None
        assert not BelanjaMenyusul.objects.ditunggu().exists()

    def test_what_was_filled_in_stands_again(self, pemeran: Any, dana: Pendanaan) -> None:
        lama = terbit(dana, pemeran.kakam)
        isi(lama, dana, 250_000, pemeran.aparat)
        baru = perbaikan(dana, pemeran.kakam, RABU, belanja_menyusul=False, rupiah=1)
        with pada(saat(RABU)):
            tarik_semua(laporan=baru, alasan="Keliru.", oleh=pemeran.kakam)
        assert sum(rupiah for _, rupiah in buku(dana)) == 250_000

    def test_an_older_draft_hides_no_figure_that_came_meanwhile(
        self, pemeran: Any, dana: Pendanaan
    ) -> None:
        lama = terbit(dana, pemeran.kakam)
        with pada(saat(SELASA)):
            draf = lama.perbaikan()
            draf.alasan_perbaikan = "Salah ukur."
            simpan_draf(laporan=draf, realisasi=[], oleh=pemeran.kakam)
        isi(lama, dana, 250_000, pemeran.aparat)
        with pytest.raises(TidakBisa, match="sudah diisi 4 November 2026, sesudah draf"):
            terbitkan(laporan=draf, oleh=pemeran.kakam)
        assert not LaporanKemajuan.objects.get(pk=lama.pk).perbaikan().belanja_menyusul


SELIPKAN = """
INSERT INTO laporan_realisasi (laporan_id, pendanaan_id, jumlah)
SELECT l.id, d.id, 5 FROM laporan_laporankemajuan l
JOIN proyek_pendanaan d ON d.proyek_id = l.proyek_id
"""
ISI = """
UPDATE laporan_belanjamenyusul SET diisi_pada = now(),
    diisi_oleh_id = (SELECT min(id) FROM warga_pengguna)
"""


class TestBasisData:
    """The invariants hold against raw SQL."""

    @pytest.fixture
    def laporan(self, pemeran: Any, dana: Pendanaan) -> LaporanKemajuan:
        return terbit(dana, pemeran.kakam)

    @pytest.mark.parametrize(
        "perintah",
        [
            "DELETE FROM laporan_belanjamenyusul",
            SELIPKAN,
            ISI,  # without a figure
            "UPDATE laporan_belanjamenyusul SET diisi_pada = now()",  # without an account
        ],
    )
    def test_what_awaits(self, laporan: LaporanKemajuan, perintah: str) -> None:
        with pytest.raises(Error):
            sql(perintah)

    @pytest.mark.parametrize(
        "perintah",
        [
            "UPDATE laporan_belanjamenyusul SET diisi_sebagai = 'kakam'",
            "UPDATE laporan_belanjamenyusul SET tenggat = tenggat + 1",
            "DELETE FROM laporan_belanjamenyusul",
            "UPDATE laporan_realisasi SET jumlah = 1",
            "DELETE FROM laporan_realisasi",
        ],
    )
    def test_what_was_filled_in(
        self, laporan: LaporanKemajuan, dana: Pendanaan, pemeran: Any, perintah: str
    ) -> None:
        isi(laporan, dana, 5, pemeran.aparat)
        with pytest.raises(IntegrityError, match=r"Perbaiki laporannya|sudah terbit"):
            sql(perintah)

    def test_only_for_a_published_report_that_said_so_and_stands(
        self, laporan: LaporanKemajuan, dana: Pendanaan, pemeran: Any
    ) -> None:
        lain = buat_dana(buat_proyek(pemeran.kampung, mulai_nyata=tgl("2026-10-01")), 100)
        biasa = terbit(lain, pemeran.kakam, belanja_menyusul=False, rupiah=5)
        with pytest.raises(IntegrityError, match="yang menyusul ditunggu"), transaction.atomic():
            BelanjaMenyusul.objects.create(laporan=biasa)
        perbaikan(dana, pemeran.kakam, belanja_menyusul=False, rupiah=5)
        with pytest.raises(IntegrityError, match="tidak berlaku lagi"), transaction.atomic():
            menyusul._nyatakan_diisi(laporan, pemeran.kakam)


def sql(perintah: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_holiday_moves_the_day_of_what_is_awaited(pemeran: Any, dana: Pendanaan) -> None:
    terbit(dana, pemeran.kakam)
    HariLibur.objects.create(tanggal=tgl("2026-11-10"), nama="Libur baru", berlaku=True)
    assert menyusul.hitung_ulang() == 1
    assert BelanjaMenyusul.objects.get().tenggat == tgl("2026-11-17")
    assert menyusul.hitung_ulang() == 0
