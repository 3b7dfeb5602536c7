"""Closed talks: the result alone is shown."""

import pytest
from django.test import Client

from core.galat import TidakBisa
from core.waktu import hari_ini
from rencana.models import TautanRencana
from rencana.services.bicara import mulai, sepakati
from tests.alat.baca import teks
from tests.pabrik.aspirasi import terbit
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import dibuka, keberatan

HASIL = "Jalan dipindah dua meter dari makam."


def test_its_result_is_public_and_can_be_corrected(pemeran: Pemeran) -> None:
    rencana = dibuka(pemeran.kakam, 50)
    tautan = keberatan(rencana, pemeran.staf).tautan_rencana
    bicara = mulai(tautan=tautan, oleh=pemeran.kakam)
    assert mulai(tautan=tautan, oleh=pemeran.kakam) == bicara
    assert "pembicaraan tertutup" not in teks(Client().get(rencana.get_absolute_url()))
    with pytest.raises(TidakBisa, match="yang disepakati"):
        sepakati(bicara=bicara, hasil=" ", tanggal=hari_ini(), oleh=pemeran.kakam)
    for hasil in (HASIL, f"{HASIL} Lebar tetap."):
        sepakati(bicara=bicara, hasil=hasil, tanggal=hari_ini(), oleh=pemeran.kakam)
    assert f"{HASIL} Lebar tetap." in teks(Client().get(rencana.get_absolute_url()))


def test_a_question_is_answered_and_not_talked_over(pemeran: Pemeran) -> None:
    rencana = dibuka(pemeran.kakam, 50)
    tanya = terbit(rencana.kampung, pemeran.staf, jenis="pertanyaan")
    tautan = TautanRencana.objects.create(aspirasi=tanya, rencana=rencana)
    with pytest.raises(TidakBisa, match="Hanya keberatan"):
        mulai(tautan=tautan, oleh=pemeran.kakam)
