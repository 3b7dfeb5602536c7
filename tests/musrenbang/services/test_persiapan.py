"""Steps of a musrenbang: each begins when the one before has what it needs, and goes back once."""

from typing import Any

import pytest

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from musrenbang.enums import Status
from musrenbang.services.persiapan import atur, maju, mundur
from tests.pabrik.musrenbang import BOBOT, dibuka, sampai, usul

pytestmark = pytest.mark.django_db
ALASAN = "Terlalu cepat ditutup."


def test_each_step_says_what_it_lacks(pemeran: Any) -> None:
    satu = dibuka(pemeran)
    oleh = pemeran.staf
    with pytest.raises(TidakBisa, match="Belum ada usulan yang memenuhi syarat"):
        maju(musrenbang=satu, ke=Status.NILAI, oleh=oleh)
    usul(satu, pemeran.aparat, pemeran.kampung)
    atur(musrenbang=satu, kriteria=None, tim=[pemeran.staf], oleh=oleh)
    with pytest.raises(TidakBisa, match="paling sedikit dua orang"):
        maju(musrenbang=satu, ke=Status.NILAI, oleh=oleh)
    atur(musrenbang=satu, kriteria=BOBOT, tim=[pemeran.staf, pemeran.camat], oleh=oleh)
    with pytest.raises(TidakBisa, match="sudah berubah"):
        maju(musrenbang=satu, ke=Status.RAPAT, oleh=oleh)
    satu = maju(musrenbang=satu, ke=Status.NILAI, oleh=oleh)
    with pytest.raises(TidakBisa, match="Belum ada usulan yang dinilai"):
        maju(musrenbang=satu, ke=Status.RAPAT, oleh=oleh)
    with pytest.raises(TidakBisa, match="tetap sejak penilaian"):
        atur(musrenbang=satu, kriteria=BOBOT, tim=None, oleh=oleh)


def test_the_end_needs_its_paper_and_a_step_back_its_reason(pemeran: Any) -> None:
    satu = dibuka(pemeran)
    usul(satu, pemeran.aparat, pemeran.kampung)
    satu = sampai(satu, Status.RAPAT, pemeran)
    with pytest.raises(TidakBisa, match="nomor berita acara"):
        maju(musrenbang=satu, ke=Status.SELESAI, oleh=pemeran.staf)
    with pytest.raises(TidakBisa, match="alasannya"):
        mundur(musrenbang=satu, alasan=" ", oleh=pemeran.staf)
    assert mundur(musrenbang=satu, alasan=ALASAN, oleh=pemeran.staf).menilai
    assert riwayat(satu).last().isi.alasan == ALASAN
    satu = mundur(musrenbang=satu, alasan=ALASAN, oleh=pemeran.staf)
    with pytest.raises(TidakBisa, match="sudah berubah"):
        mundur(musrenbang=satu, alasan=ALASAN, oleh=pemeran.staf)


def test_weights_make_a_hundred(pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="Sekarang 60"):
        atur(musrenbang=dibuka(pemeran), kriteria={"A": 60}, tim=None, oleh=pemeran.staf)
