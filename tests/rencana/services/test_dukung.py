"""Support of a row."""

import datetime as dt

import pytest

from core.galat import TidakBisa
from core.waktu import pada, sekarang
from rencana.services.dukung import dukung
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import dibuka


def test_support_counts_once_and_ends_with_the_questions(pemeran: Pemeran) -> None:
    baris = dibuka(pemeran.kakam, 50).baris.get()
    for mau, banyak in ((True, 1), (True, 1), (False, 0), (True, 1)):
        dukung(baris=baris, oleh=pemeran.warga, mau=mau)
        assert baris.dukungan.count() == banyak
    nanti = sekarang() + dt.timedelta(days=20)
    with pada(nanti), pytest.raises(TidakBisa, match="tidak sedang dibuka"):
        dukung(baris=baris, oleh=pemeran.warga, mau=False)
