"""The clock after a later day was announced, with its reason."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Golongan, Jenis, Langkah
from aspirasi.services import pengingat
from aspirasi.services.jawab import beri_kabar, setel_golongan, tanggapi, tunda
from core.galat import TidakBisa
from core.tenggat import tangga
from core.waktu import pada
from tests.alat.alur import ALASAN
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat, periksa, terbit


def hari(teks: str) -> dt.date:
    return dt.date.fromisoformat(teks)


@pytest.mark.django_db
class TestDelay:
    def test_day_and_reason_stand_in_public(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            tunda(aspirasi=aspirasi, sampai=hari("2026-05-22"), alasan=ALASAN, oleh=pemeran.staf)
            isi = Client().get(aspirasi.get_absolute_url()).content.decode()
        assert "22 Mei 2026" in isi
        assert ALASAN in isi

    @pytest.mark.parametrize("sampai", ["2026-04-01", "2026-04-06", "2026-04-24"])
    def test_only_to_a_later_day(self, pemeran: Any, libur: None, sampai: str) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)  # due on 24 April
            with pytest.raises(TidakBisa, match="Pilih tanggal"):
                tunda(aspirasi=aspirasi, sampai=hari(sampai), alasan=ALASAN, oleh=pemeran.staf)

    def test_word_for_the_time_being_keeps_the_day_that_was_promised(
        self, pemeran: Any, libur: None
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
            tunda(aspirasi=aspirasi, sampai=hari("2026-05-22"), alasan=ALASAN, oleh=pemeran.staf)
            beri_kabar(aspirasi=aspirasi, isi="Sedang diukur.", oleh=pemeran.kakam)
        aspirasi.refresh_from_db()
        assert (aspirasi.tenggat, aspirasi.alasan_tertunda) == (hari("2026-05-22"), ALASAN)
        assert (aspirasi.langkah, aspirasi.janji) == (Langkah.SELESAI, hari("2026-04-24"))

    def test_the_first_day_stays_what_it_is_measured_by(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
            ditunda = tunda(
                aspirasi=aspirasi, sampai=hari("2026-05-22"), alasan=ALASAN, oleh=pemeran.staf
            )
        assert (ditunda.janji, ditunda.tenggat) == (hari("2026-04-13"), hari("2026-05-22"))

    def test_the_ladder_is_climbed_anew(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
        with pada(saat("2026-04-16")):
            pengingat.ingatkan(aspirasi.acuan.hex)
            aspirasi.refresh_from_db()
            assert aspirasi.eskalasi == tangga.KASI
            ditunda = tunda(
                aspirasi=aspirasi, sampai=hari("2026-04-20"), alasan=ALASAN, oleh=pemeran.staf
            )
        assert ditunda.eskalasi == 0
        with pada(saat("2026-04-21")):
            pengingat.ingatkan(aspirasi.acuan.hex)
        aspirasi.refresh_from_db()
        assert aspirasi.eskalasi == tangga.KAMPUNG

    @pytest.mark.parametrize(
        ("golongan", "sampai", "janji", "tenggat"),
        [
            (Golongan.USULAN, "2026-05-22", "2026-04-24", "2026-05-22"),  # the promise stands
            (Golongan.USULAN, "2026-04-15", "2026-04-24", "2026-04-24"),  # it was overtaken
        ],
    )
    def test_another_class_keeps_a_promise_that_is_later(
        self, pemeran: Any, libur: None, golongan: str, sampai: str, janji: str, tenggat: str
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
            tunda(aspirasi=aspirasi, sampai=hari(sampai), alasan=ALASAN, oleh=pemeran.staf)
            a = setel_golongan(aspirasi=aspirasi, golongan=golongan, oleh=pemeran.staf)
        assert (a.janji, a.tenggat) == (hari(janji), hari(tenggat))
        assert a.alasan_tertunda == (ALASAN if sampai == tenggat else "")

    def test_completion_that_is_later_overtakes_the_promise(
        self, pemeran: Any, libur: None
    ) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = buat(pemeran.kampung, jenis=Jenis.KELUHAN).aspirasi
            periksa(aspirasi, pemeran.staf, golongan=Golongan.PENGAWASAN)
            tunda(aspirasi=aspirasi, sampai=hari("2026-04-20"), alasan=ALASAN, oleh=pemeran.staf)
            beri_kabar(aspirasi=aspirasi, isi="Sedang diukur.", oleh=pemeran.kakam)
        aspirasi.refresh_from_db()
        assert (aspirasi.janji, aspirasi.tenggat) == (hari("2026-06-29"),) * 2
        assert aspirasi.alasan_tertunda == ""

    def test_the_next_step_knows_no_delay(self, pemeran: Any, libur: None) -> None:
        with pada(saat("2026-04-06")):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            tunda(aspirasi=aspirasi, sampai=hari("2026-05-22"), alasan=ALASAN, oleh=pemeran.staf)
            tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        aspirasi.refresh_from_db()
        assert (aspirasi.alasan_tertunda, aspirasi.tenggat) == ("", hari("2026-04-20"))
