"""Answers of the kabupaten: after the meeting, corrected with a reason, told to whoever asked."""

from typing import Any

import pytest

from aspirasi.enums import Aksi
from aspirasi.services.tangani import hubungkan_proyek
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from musrenbang.enums import Hasil, Status
from musrenbang.laku import AksiUsulan
from musrenbang.models import Nasib, Usulan
from musrenbang.services.jawaban import jawab
from tests.pabrik.aspirasi import terbit
from tests.pabrik.musrenbang import dibuka, sampai, usul
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
ALASAN = "Uang kabupaten tidak cukup tahun ini."


def beri(usulan: Usulan, pemeran: Any, hasil: str = Hasil.DITOLAK, kata: str = "") -> Nasib:
    nasib: Any = Nasib(hasil=hasil, alasan=ALASAN, tanggal=hari_ini())
    return jawab(usulan=usulan, nasib=nasib, alasan_perbaikan=kata, oleh=pemeran.staf)


def test_it_waits_for_the_meeting_and_a_correction_says_why(pemeran: Any) -> None:
    milik = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung)
    with pytest.raises(TidakBisa, match="berita acaranya"):
        beri(milik, pemeran)
    sampai(milik.musrenbang, Status.SELESAI, pemeran)
    satu = beri(milik, pemeran)
    assert beri(milik, pemeran) == satu
    with pytest.raises(TidakBisa, match="alasannya"):
        beri(milik, pemeran, Hasil.DITERIMA)
    assert beri(milik, pemeran, Hasil.DITERIMA, "Salah baca.").pk == satu.pk
    akhir = [j.aksi for j in riwayat(milik)][-2:]
    assert akhir == [AksiUsulan.DIJAWAB, AksiUsulan.JAWABAN_DIPERBAIKI]


def test_those_whose_wish_it_was_are_told_once(pemeran: Any) -> None:
    proyek, suara = buat_proyek(pemeran.kampung), terbit(pemeran.kampung, pemeran.staf)
    hubungkan_proyek(aspirasi=suara, proyek=proyek, oleh=pemeran.staf)
    milik = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung, proyek=proyek)
    sampai(milik.musrenbang, Status.SELESAI, pemeran)
    for _ in range(2):
        beri(milik, pemeran)
    kabar = riwayat(suara).filter(aksi=Aksi.USUL_KABUPATEN)
    assert [j.isi.rincian["ke"][:7] for j in kabar] == ["ditolak"]
    assert kabar[0].isi.alasan == ALASAN
