"""Needs: written down, set right with a reason, closed with a word."""

import pytest

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from mitra.models import Kebutuhan
from mitra.services.kebutuhan import betulkan_kebutuhan, tutup_kebutuhan
from tests.pabrik.mitra import buat_kebutuhan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek


def test_a_need_is_corrected_and_closed_in_the_open(pemeran: Pemeran) -> None:
    oleh = pemeran.aparat
    butuh = buat_kebutuhan(pemeran.kampung, oleh)
    with pytest.raises(TidakBisa):
        betulkan_kebutuhan(kebutuhan=butuh, isi={"jumlah": 50}, alasan=" ", oleh=oleh)
    betulkan_kebutuhan(kebutuhan=butuh, isi={"jumlah": 50}, alasan="Salah hitung.", oleh=oleh)
    assert Kebutuhan.objects.terbuka().get().jumlah == 50
    with pytest.raises(TidakBisa, match="Tulis hasilnya"):
        tutup_kebutuhan(kebutuhan=butuh, hasil="", oleh=oleh)
    tutup_kebutuhan(kebutuhan=butuh, hasil="Sudah terpenuhi.", oleh=oleh)
    with pytest.raises(TidakBisa, match="sudah ditutup"):
        tutup_kebutuhan(kebutuhan=butuh, hasil="Sudah terpenuhi.", oleh=oleh)
    assert not Kebutuhan.objects.terbuka().exists()
    assert [satu.aksi for satu in riwayat(butuh)] == ["dicatat", "dibetulkan", "ditutup"]


def test_no_project_of_another_kampung(pemeran: Pemeran) -> None:
    lain = buat_proyek(pemeran.kampung_lain)
    with pytest.raises(TidakBisa, match="kampung lain"):
        buat_kebutuhan(pemeran.kampung, pemeran.aparat, proyek=lain)
