"""Numbers beside the budget are written, set right, and taken back in the open."""

import pytest

from anggaran.laku import AksiAngka
from anggaran.models import BantuanKeluarga
from anggaran.services.angka import betulkan_angka, cabut_angka, catat_angka
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from tests.pabrik.pemeran import Pemeran

pytestmark = pytest.mark.django_db


def test_a_number_lives_in_the_open(pemeran: Pemeran) -> None:
    def blt(kunci: str) -> BantuanKeluarga:
        isi = {"nama": "BLT Dana Desa", "keluarga": 12, "per_bulan": 300_000}
        angka = BantuanKeluarga(kampung=pemeran.kampung, tahun=2026, **isi)
        catat_angka(angka=angka, oleh=pemeran.aparat, kunci_sekali=kunci)
        return angka

    satu = blt("a")
    assert satu.jumlah is None, "unknown is not zero"
    with pytest.raises(TidakBisa, match="sudah tercatat"):
        blt("b")
    with pytest.raises(TidakBisa, match="alasannya"):
        betulkan_angka(angka=satu, isi={"bulan": 12}, alasan=" ", oleh=pemeran.aparat)
    benar = betulkan_angka(
        angka=satu, isi={"bulan": 12}, alasan="Bulannya terlewat.", oleh=pemeran.staf
    )
    assert benar == satu
    satu.refresh_from_db()
    assert satu.jumlah == 43_200_000
    cabut_angka(angka=satu, alasan="Salah kampung.", oleh=pemeran.aparat)
    with pytest.raises(TidakBisa, match="sudah dicabut"):
        cabut_angka(angka=satu, alasan="Salah kampung.", oleh=pemeran.aparat)
    assert not BantuanKeluarga.objects.berlaku().exists()
    blt("c")
    acts = [AksiAngka.DICATAT, AksiAngka.DIBETULKAN, AksiAngka.DICABUT]
    assert [j.aksi for j in riwayat(satu)] == acts
