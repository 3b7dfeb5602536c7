"""Changing a set plan: by a paper alone."""

import datetime as dt

import pytest

from core.galat import TidakBisa
from rencana.models import Rencana
from rencana.services.catatan import Sebab
from rencana.services.hasil import ubah_hasil
from rencana.services.status import tutup
from rencana.services.susun import hapus_baris, ubah_baris
from rencana.services.tetapkan import PERLU_ALASAN, Nasib, tetapkan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import ALASAN, dibuka, penetapan

SURAT = Sebab("Harga bahan naik.", "5 Tahun 2026", dt.date(2026, 11, 1))


@pytest.fixture
def rencana(pemeran: Pemeran) -> Rencana:
    milik = dibuka(pemeran.kakam, 50, 60, pagu=100)
    milik = tutup(rencana=milik, alasan="Musyawarah dimajukan.", oleh=pemeran.kakam)
    return tetapkan(rencana=milik, penetapan=penetapan(milik), oleh=pemeran.kakam)


def test_a_set_plan_changes_by_a_paper_alone(rencana: Rencana, pemeran: Pemeran) -> None:
    baris = rencana.baris.all()[0]
    isi = {"baris": baris, "isi": {"perkiraan": 55}, "oleh": pemeran.kakam}
    with pytest.raises(TidakBisa, match="Tulis alasannya"):
        ubah_baris(**isi)
    with pytest.raises(TidakBisa, match="nomor dan tanggal surat"):
        ubah_baris(**isi, sebab=Sebab("Naik."))
    with pytest.raises(TidakBisa, match="tidak dihapus"):
        hapus_baris(baris=baris, oleh=pemeran.kakam, sebab=SURAT)
    ubah_baris(**isi, sebab=SURAT)
    biaya = [["Baris 1, perkiraan", "Rp\u00a050", "Rp\u00a055"]]
    assert rencana.perubahan.get().butir == biaya


def test_another_fate_says_why_and_when_it_comes_back(rencana: Rencana, pemeran: Pemeran) -> None:
    isi = {"baris": rencana.baris.all()[0], "oleh": pemeran.kakam, "sebab": SURAT}
    with pytest.raises(TidakBisa, match=PERLU_ALASAN[:20]):
        ubah_hasil(nasib=Nasib(diambil=False), **isi)
    tidak = Nasib(diambil=False, alasan=ALASAN, kembali_tahun=2028)
    for _ in range(2):
        assert ubah_hasil(nasib=tidak, **isi).tidak_diambil
    assert ubah_hasil(nasib=Nasib(diambil=True), **isi).diambil
    assert rencana.perubahan.count() == 2
