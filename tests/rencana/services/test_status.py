"""Opening and closing a plan."""

import datetime as dt

import pytest

from core.galat import TidakBisa
from core.waktu import hari_ini
from rencana.enums import StatusRencana
from rencana.services import status
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import dibuka, draf


def test_a_plan_opens_with_rows_and_time(pemeran: Pemeran) -> None:
    kosong, singkat = hari_ini() + dt.timedelta(days=9), hari_ini() + dt.timedelta(days=1)
    rencana = draf(pemeran.kakam)
    with pytest.raises(TidakBisa, match="belum berisi"):
        status.buka(rencana=rencana, sampai=kosong, oleh=pemeran.kakam)
    with pytest.raises(TidakBisa, match="tiga hari"):
        status.buka(rencana=draf(pemeran.kakam, 5, tahun=2028), sampai=singkat, oleh=pemeran.kakam)


def test_each_move_is_taken_back_with_a_reason(pemeran: Pemeran) -> None:
    rencana, oleh = dibuka(pemeran.kakam, 50), pemeran.kakam
    nanti = hari_ini() + dt.timedelta(days=30)
    for layanan, lain in (
        (status.tutup, {}),
        (status.ubah_masa, {"sampai": nanti}),
        (status.batal_buka, {}),
    ):
        with pytest.raises(TidakBisa, match="Tulis alasannya"):
            layanan(rencana=rencana, alasan=" ", oleh=oleh, **lain)
    isi = {"rencana": rencana, "alasan": "Ada pengajian.", "oleh": oleh}
    assert status.ubah_masa(sampai=nanti, **isi).tanya_sampai == nanti
    assert status.tutup(**isi).status == StatusRencana.DITUTUP
    with pytest.raises(TidakBisa, match="Muat ulang"):
        status.tutup(**isi)
    assert status.buka_lagi(sampai=nanti, **isi).dapat_ditanya
    assert status.batal_buka(**isi).draf
