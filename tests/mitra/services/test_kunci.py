"""An offer moves only as its table says."""

import pytest

from core.galat import TidakBisa
from mitra.enums import StatusTawaran
from mitra.laku import Aksi
from mitra.models import Tawaran
from mitra.services.kunci import kunci_tawaran, pindahkan
from tests.pabrik.mitra import buat_tawaran
from tests.pabrik.pemeran import Pemeran


def test_a_move_starts_where_its_row_says(pemeran: Pemeran) -> None:
    buat_tawaran(pemeran.kampung)
    tawaran = kunci_tawaran(Tawaran.objects.get())
    with pytest.raises(TidakBisa, match="diajukan"):
        pindahkan(tawaran, Aksi.DISEPAKATI)
    pindahkan(tawaran, Aksi.DITARIK)
    assert tawaran.status == StatusTawaran.DITARIK
