"""The days of a planning year stand in a table."""

import datetime as dt

import pytest

from core.galat import TidakBisa
from core.waktu import hari_ini
from rencana.bacaan.papan import tahun_kini
from rencana.bacaan.siklus import halangan
from rencana.enums import Boleh, LangkahTahunan
from rencana.models import Masa
from rencana.services.siklus import atur, hapus, isi_biasa
from tests.pabrik.pemeran import Pemeran


def test_other_days_of_a_kampung_hold_there_alone(pemeran: Pemeran) -> None:
    satu, dua = pemeran.kampung, pemeran.kampung_lain
    assert halangan(Boleh.RKP, satu, 2027) == ""
    isi_biasa(tahun=2027, oleh=pemeran.staf)
    with pytest.raises(TidakBisa, match="sudah ada"):
        isi_biasa(tahun=2027, oleh=pemeran.staf)
    assert "sudah lewat" in halangan(Boleh.RKP, satu, 2027)
    assert "baru mulai" in halangan(Boleh.MUSRENBANG, satu, 2027)
    sampai = hari_ini() + dt.timedelta(days=9)
    lain = Masa(tahun=2027, langkah=LangkahTahunan.RKP, kampung=satu, boleh=[Boleh.RKP])
    lain.buka, lain.tutup = hari_ini(), sampai
    with pytest.raises(TidakBisa, match="Tulis alasannya"):
        atur(masa=lain, oleh=pemeran.staf)
    lain.alasan = "Kepala Kampung baru dilantik."
    atur(masa=lain, oleh=pemeran.staf)
    assert halangan(Boleh.RKP, satu, 2027) == ""
    assert halangan(Boleh.RKP, dua, 2027)
    hapus(masa=lain, oleh=pemeran.staf)
    assert halangan(Boleh.RKP, satu, 2027)
    with pytest.raises(TidakBisa, match="semua kampung"):
        hapus(masa=Masa.objects.kecamatan(2027)[0], oleh=pemeran.staf)


def test_the_board_opens_at_the_year_that_is_planned_now(pemeran: Pemeran) -> None:
    assert tahun_kini() == hari_ini().year + 1
    isi_biasa(tahun=2027, oleh=pemeran.staf)
    assert tahun_kini() == 2027
