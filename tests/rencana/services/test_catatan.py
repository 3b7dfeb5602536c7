"""The reason and the paper that a change of a plan asks for, by its state."""

import datetime as dt

import pytest
from django.test import Client

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from rencana.laku import Aksi
from rencana.services.catatan import Sebab, catat_ubah
from tests.alat.baca import teks
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import dibuka, draf

BUTIR = [("Baris 1, urutan", "1", "2")]


def test_a_draft_changes_silently_and_an_open_plan_with_a_reason(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.aparat)
    catat_ubah(rencana, pemeran.aparat, BUTIR, Sebab())
    assert [j.aksi for j in riwayat(rencana)] == [Aksi.DIBUAT, Aksi.DISUSUN]
    terbuka = dibuka(pemeran.kakam, 50, tahun=2028)
    with pytest.raises(TidakBisa, match="Tulis alasannya"):
        catat_ubah(terbuka, pemeran.aparat, BUTIR, Sebab())
    catat_ubah(terbuka, pemeran.aparat, BUTIR, Sebab("Salah ketik."))
    isi = teks(Client().get(terbuka.get_absolute_url()))
    assert "Isi rancangan diperbaiki: Baris 1, urutan: 1 menjadi 2" in isi
    assert "Salah ketik." in isi


def test_a_set_plan_asks_for_a_paper_of_the_past(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.aparat)
    rencana.status = "ditetapkan"
    for sebab in (Sebab("Naik."), Sebab("Naik.", "7", dt.date(2099, 1, 1))):
        with pytest.raises(TidakBisa):
            catat_ubah(rencana, pemeran.aparat, BUTIR, sebab)
