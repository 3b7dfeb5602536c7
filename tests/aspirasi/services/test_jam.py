"""The clock: working days around holidays, weekends and midnight; pauses and delays."""

import datetime as dt
from typing import Any

import pytest

from aspirasi.enums import Golongan, Jenis, Langkah, Status
from aspirasi.hari import HARI_SELESAI
from aspirasi.models import Aspirasi
from aspirasi.services import instansi, jam, kiriman, pengingat, tangani
from aspirasi.services.jawab import beri_kabar, minta_keterangan, setel_golongan, tanggapi, tunda
from core.galat import TidakBisa
from core.tenggat import tangga
from core.waktu import pada
from tests.alat.alur import ALASAN
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat, periksa, surat, terbit

# 16 March 2026 is a Monday; the 18th and 19th are days off, the 20th was not loaded.
SENIN = "2026-03-16"


def hari(teks: str) -> dt.date:
    return dt.date.fromisoformat(teks)


@pytest.mark.django_db
class TestDueDates:
    """Each step has its days, from the day it begins in WIB."""

    @pytest.mark.parametrize(
        ("kapan", "tenggat"),
        [
            (saat("2026-03-16", 8), "2026-03-23"),  # Tue, Fri, Mon: two days off between
            (saat("2026-03-16", 23, 59), "2026-03-23"),
            (saat("2026-03-17", 0, 0), "2026-03-24"),  # a minute later it is Tuesday
            (saat("2026-03-20", 17), "2026-03-25"),  # Friday evening
            (saat("2026-03-21", 0, 0), "2026-03-25"),  # Saturday
            (saat("2026-03-22", 23, 59), "2026-03-25"),  # Sunday
        ],
    )
    def test_first_look(self, pemeran: Any, libur: None, kapan: dt.datetime, tenggat: str) -> None:
        with pada(kapan):
            aspirasi = buat(pemeran.kampung).aspirasi
        assert aspirasi.tenggat == hari(tenggat)
        assert aspirasi.langkah == Langkah.PERIKSA

    def test_danger_within_one(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-03-17", 16)):
            assert buat(pemeran.kampung, bahaya=True).aspirasi.tenggat == hari("2026-03-20")

    @pytest.mark.parametrize(
        ("jenis", "golongan", "jawab", "selesai"),
        [
            (Jenis.KELUHAN, "", "2026-04-13", "2026-04-24"),
            (Jenis.KELUHAN, Golongan.PENGAWASAN, "2026-04-13", "2026-06-29"),
            (Jenis.PERTANYAAN, "", "2026-04-13", "2026-04-13"),
            (Jenis.USULAN, "", "2026-04-24", "2026-04-24"),
        ],
    )
    def test_answer_and_completion_by_class(
        self, pemeran: Any, libur: None, jenis: str, golongan: str, jawab: str, selesai: str
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = buat(pemeran.kampung, jenis=jenis).aspirasi
            aspirasi = periksa(aspirasi, pemeran.staf, golongan=golongan)
        assert aspirasi.tenggat == hari(jawab)
        with pada(saat("2026-04-08")):
            beri_kabar(aspirasi=aspirasi, isi="Sedang diukur.", oleh=pemeran.kakam)
        aspirasi.refresh_from_db()
        assert (aspirasi.langkah, aspirasi.tenggat) == (Langkah.SELESAI, hari(selesai))
        assert aspirasi.dijawab_tepat

    def test_a_new_class_counts_from_the_same_start(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
            beri_kabar(aspirasi=aspirasi, isi="Sedang diukur.", oleh=pemeran.kakam)
        with pada(saat("2026-04-20")):
            setel_golongan(aspirasi=aspirasi, golongan=Golongan.PENGAWASAN, oleh=pemeran.staf)
        aspirasi.refresh_from_db()
        assert aspirasi.tenggat == hari("2026-06-29")

    def test_reopened_goes_to_the_kecamatan_and_then_to_completion(
        self, pemeran: Any, libur: None
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
            tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        with pada(saat("2026-04-07")):
            dibuka = kiriman.buka_kembali(aspirasi=aspirasi, alasan="Mampet lagi.")
            assert (dibuka.langkah, dibuka.tenggat) == (Langkah.PERIKSA, hari("2026-04-10"))
            assert dibuka in Aspirasi.objects.bagian(pemeran.staf)
            diambil = tangani.ambil(aspirasi=dibuka, oleh=pemeran.staf)
        assert (diambil.langkah, diambil.tenggat) == (Langkah.SELESAI, hari("2026-04-27"))

    def test_taking_it_up_moves_no_clock_that_runs(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
        with pada(saat("2026-04-08")):
            diambil = tangani.ambil(aspirasi=aspirasi, oleh=pemeran.kakam)
        assert (diambil.langkah, diambil.tenggat) == (Langkah.JAWAB, hari("2026-04-13"))

    def test_taken_back_from_an_instansi_it_is_to_be_completed(
        self, pemeran: Any, libur: None
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            instansi.tunggu_instansi(
                aspirasi=aspirasi, isi="Kami bersurat.", surat=surat(), oleh=pemeran.staf
            )
        with pada(saat("2026-04-07")):
            diambil = tangani.ambil(aspirasi=aspirasi, oleh=pemeran.staf)
        assert (diambil.langkah, diambil.tenggat) == (Langkah.SELESAI, hari("2026-04-27"))

    def test_nothing_is_due_once_it_is_closed(self, pemeran: Any) -> None:
        aspirasi = kiriman.tarik(aspirasi=buat(pemeran.kampung).aspirasi)
        assert (aspirasi.tenggat, aspirasi.langkah) == (None, Langkah.NIHIL)


@pytest.mark.django_db
class TestLate:
    def test_from_midnight_in_wib_after_the_due_date(self, pemeran: Any, libur: None) -> None:
        with pada(saat(SENIN)):
            aspirasi = buat(pemeran.kampung).aspirasi  # due Monday the 23rd
        for kapan, telat in (
            (saat("2026-03-23", 23, 59), 0),
            (saat("2026-03-24", 0, 0), 1),
            (saat("2026-03-27", 12), 4),
            (saat("2026-03-29", 12), 4),  # a weekend makes nobody later
        ):
            with pada(kapan):
                assert aspirasi.hari_terlambat == telat

    def test_a_sender_who_takes_time_is_never_late(self, pemeran: Any, libur: None) -> None:
        with pada(saat(SENIN)):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        aspirasi.refresh_from_db()
        assert aspirasi.tenggat
        with pada(saat("2026-06-01")):
            assert aspirasi.hari_terlambat == 0
            assert aspirasi not in Aspirasi.objects.terlambat()

    def test_what_counts_is_the_first_due_date(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
        with pada(saat("2026-04-10")):
            tunda(aspirasi=aspirasi, sampai=hari("2026-04-30"), alasan=ALASAN, oleh=pemeran.staf)
        with pada(saat("2026-04-20")):
            tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        aspirasi.refresh_from_db()
        assert aspirasi.dijawab_tepat is False

    def test_a_reminder_moves_no_clock_and_the_next_step_starts_at_the_first_rung(
        self, pemeran: Any, libur: None
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
            tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
            kiriman.buka_kembali(aspirasi=aspirasi, alasan="Mampet lagi.")
        with pada(saat("2026-04-20")):
            pengingat.ingatkan(aspirasi.acuan.hex)
            aspirasi.refresh_from_db()
            assert (aspirasi.langkah, aspirasi.tenggat) == (Langkah.PERIKSA, hari("2026-04-09"))
            assert aspirasi.eskalasi == tangga.CAMAT
            assert tangani.ambil(aspirasi=aspirasi, oleh=pemeran.staf).eskalasi == 0

    def test_a_later_day_by_another_class_starts_at_the_first_rung(
        self, pemeran: Any, libur: None
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
        with pada(saat("2026-04-16")):
            pengingat.ingatkan(aspirasi.acuan.hex)
            a = setel_golongan(aspirasi=aspirasi, golongan=Golongan.USULAN, oleh=pemeran.staf)
        assert (a.tenggat, a.eskalasi) == (hari("2026-04-24"), 0)


@pytest.mark.django_db
class TestPause:
    """While the sender is asked, the clock of the first look stands still."""

    def test_the_days_left_come_back(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = buat(pemeran.kampung).aspirasi  # due Thursday the 9th
        with pada(saat("2026-04-07")):  # two days left
            ditanya = minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
            assert (ditanya.langkah, ditanya.tenggat) == (Langkah.PENGIRIM, hari("2026-04-21"))
        with pada(saat("2026-04-17", 22)):  # Friday evening
            kiriman.balas(aspirasi=aspirasi, isi="Di Dusun 3.")
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.sisa_hari) == (Status.DIAJUKAN, None)
        assert (aspirasi.langkah, aspirasi.tenggat) == (Langkah.PERIKSA, hari("2026-04-21"))
        with pada(saat("2026-04-21", 23, 59)):
            assert periksa(aspirasi, pemeran.staf).diperiksa_tepat is True

    def test_asking_late_does_not_make_it_in_time(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = buat(pemeran.kampung).aspirasi
        with pada(saat("2026-04-10")):
            minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
            kiriman.balas(aspirasi=aspirasi, isi="Di Dusun 3.")
            assert periksa(aspirasi, pemeran.staf).diperiksa_tepat is False

    @pytest.mark.parametrize("tanya", ["2026-04-09", "2026-04-14"])
    def test_an_answer_on_a_sunday_evening_makes_nobody_late(
        self, pemeran: Any, libur: None, tanya: str
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = buat(pemeran.kampung).aspirasi  # due Thursday the 9th
        with pada(saat(tanya)):  # no day left
            minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
        with pada(saat("2026-04-19", 21)):  # Sunday
            kiriman.balas(aspirasi=aspirasi, isi="Di Dusun 3.")
        aspirasi.refresh_from_db()
        assert (aspirasi.tenggat, aspirasi.janji) == (hari("2026-04-20"),) * 2
        with pada(saat("2026-04-20", 8)):
            assert aspirasi.hari_terlambat == 0

    def test_a_word_of_the_sender_breaks_the_silence(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        with pada(saat("2026-04-13")):
            kiriman.balas(aspirasi=aspirasi, isi="Nanti saya lihat dulu.")
        aspirasi.refresh_from_db()
        assert aspirasi.tenggat == hari("2026-04-27")


@pytest.mark.django_db
def test_word_of_the_waiting_starts_the_reminder_anew(pemeran: Any, libur: None) -> None:
    with pada(saat("2026-04-06")):
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        instansi.tunggu_instansi(
            aspirasi=aspirasi, isi="Kami bersurat.", surat=surat(), oleh=pemeran.staf
        )
    with pada(saat("2026-04-20")):
        beri_kabar(aspirasi=aspirasi, isi="Dinas akan meninjau.", oleh=pemeran.staf)
    aspirasi.refresh_from_db()
    assert (aspirasi.langkah, aspirasi.tenggat) == (Langkah.INSTANSI, hari("2026-05-08"))


@pytest.mark.django_db
def test_a_letter_starts_the_reminder_anew(pemeran: Any, libur: None) -> None:
    with pada(saat("2026-04-06")):
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        with pytest.raises(TidakBisa, match="tidak sedang menunggu"):
            instansi.catat_surat(aspirasi=aspirasi, surat=surat(), oleh=pemeran.staf)
        satu = surat()
        instansi.tunggu_instansi(
            aspirasi=aspirasi, isi="Kami bersurat.", surat=satu, oleh=pemeran.staf
        )
        aspirasi.refresh_from_db()
        assert aspirasi.tenggat == hari("2026-04-24")
    with pada(saat("2026-04-20")):
        balasan = surat(satu.instansi)
        balasan.arah = balasan.Arah.MASUK
        instansi.catat_surat(aspirasi=aspirasi, surat=balasan, oleh=pemeran.staf)
    aspirasi.refresh_from_db()
    assert (aspirasi.tenggat, aspirasi.surat.count()) == (hari("2026-05-08"), 2)


@pytest.mark.parametrize("kosong", ["langkah_mulai", "jatah_hari", "tenggat"])
def test_nothing_is_counted_anew_where_nothing_runs(kosong: str) -> None:
    """Rows from before the clock was stored lack some of it."""
    isi = {"langkah_mulai": hari(SENIN), "jatah_hari": 3, "tenggat": hari("2026-03-23")}
    aspirasi = Aspirasi(**isi | {kosong: None})
    jam.hitung_ulang(aspirasi)
    assert {nama: getattr(aspirasi, nama) for nama in isi} == isi | {kosong: None}
    assert aspirasi.janji is None


def test_the_days_are_those_of_the_rules() -> None:
    assert HARI_SELESAI == {
        Golongan.INFORMASI: 5,
        Golongan.BIASA: 14,
        Golongan.PENGAWASAN: 60,
        Golongan.USULAN: 14,
    }
