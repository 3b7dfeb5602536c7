"""Moves of a plan follow the table of acts."""

import pytest

from core.galat import TidakBisa
from rencana.laku import LAKU, Aksi
from rencana.models import Rencana
from rencana.services.kunci import pindahkan


def test_a_plan_moves_as_its_act_says() -> None:
    for aksi, laku in LAKU.items():
        for status in ("draf", "dibuka", "ditutup", "ditetapkan"):
            rencana = Rencana(status=status)
            if laku.pindah is None or status not in laku.pindah.dari:
                with pytest.raises(TidakBisa):
                    pindahkan(rencana, aksi)
            else:
                pindahkan(rencana, Aksi(aksi))
                assert rencana.status == (laku.pindah.ke or status)
