"""Writing a plan: rows keep their order, and refuse what is not planned."""

import pytest

from core.galat import TidakBisa
from proyek.enums import Tahap
from rencana.models import Rencana
from rencana.services import susun
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from tests.pabrik.rencana import baris, draf


def _urutan(rencana: Rencana) -> list[tuple[int, int]]:
    return list(rencana.baris.order_by("urutan").values_list("urutan", "perkiraan"))


def test_rows_keep_a_dense_order(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.aparat, 10, 20, 30)
    satu, _, tiga = rencana.baris.order_by("urutan")
    susun.ubah_baris(baris=tiga, isi={"urutan": 1}, oleh=pemeran.aparat)
    assert _urutan(rencana) == [(1, 30), (2, 10), (3, 20)]
    susun.hapus_baris(baris=satu, oleh=pemeran.aparat)
    baru = buat_proyek(rencana.kampung, tahap=Tahap.DIBAHAS, mulai_nyata=None)
    baris(rencana, baru, 40, pemeran.aparat, urutan=2)
    assert _urutan(rencana) == [(1, 30), (2, 40), (3, 20)]


def test_what_is_not_planned_is_refused(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.aparat, 10)
    milik = rencana.baris.get().proyek
    selesai = buat_proyek(rencana.kampung, tahap=Tahap.SELESAI)
    asing = buat_proyek(kampung_resmi("Sukowaringin"), tahap=Tahap.USULAN, mulai_nyata=None)
    for proyek in (milik, selesai, asing):
        with pytest.raises(TidakBisa):
            baris(rencana, proyek, 40, pemeran.aparat)
    with pytest.raises(TidakBisa, match="sudah ada"):
        draf(pemeran.aparat)


def test_expected_money_may_be_unknown(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.aparat, 10)
    for isi in ({"dd": None}, {"dd": 90, "add": None}, {"dd": 90}):
        susun.setel_pagu(rencana=rencana, isi=isi, oleh=pemeran.aparat)
        assert dict(rencana.pagu.values_list("sumber", "rupiah")) == isi
