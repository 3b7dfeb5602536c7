"""Paper lists of musyawarah dusun."""

import datetime as dt
from typing import Any

import pytest

from core.galat import TidakBisa
from core.waktu import hari_ini
from rencana.models import MusyawarahDusun, Rencana
from rencana.services.dusun import catat_dusun, hapus_dusun, ubah_dusun
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import draf


def _rapat(rencana: Rencana, **isi: Any) -> MusyawarahDusun:
    asal = {"dusun": "Dusun 3", "tanggal": hari_ini(), "hadir_l": 20, "hadir_p": 30}
    return MusyawarahDusun(rencana=rencana, **(asal | isi))


def test_a_list_is_entered_once_corrected_and_taken_away(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.aparat, 10, 20)
    satu, dua = rencana.baris.values_list("pk", flat=True)
    isi: dict[str, Any] = {"oleh": pemeran.aparat, "suara": {satu: (18, 24), dua: (0, 0)}}
    for _ in range(2):
        rapat = catat_dusun(musyawarah=_rapat(rencana), kunci="k" * 32, **isi)
    assert rapat.suara.get().laki == 18
    ubah_dusun(musyawarah=rapat, oleh=pemeran.aparat, suara={dua: (3, 4)})
    assert rapat.suara.get().baris_id == dua
    with pytest.raises(TidakBisa, match="sudah dicatat"):
        catat_dusun(musyawarah=_rapat(rencana), kunci="l" * 32, **isi)
    hapus_dusun(musyawarah=rapat, oleh=pemeran.aparat)
    assert not MusyawarahDusun.objects.exists()


def test_impossible_lists_are_refused(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.aparat, 10)
    baris = rencana.baris.get().pk
    besok = hari_ini() + dt.timedelta(days=1)
    for isi, suara in (
        ({"tanggal": besok}, {}),
        ({}, {baris: (21, 0)}),
        ({}, {baris + 7: (1, 1)}),
    ):
        rapat = _rapat(rencana, **isi)
        with pytest.raises(TidakBisa):
            catat_dusun(musyawarah=rapat, suara=suara, oleh=pemeran.aparat, kunci="k" * 32)
