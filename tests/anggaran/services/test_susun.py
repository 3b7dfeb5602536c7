"""A draft is written as a whole, as often as somebody likes; beside a published paper it is the
next version."""

import pytest

from anggaran.enums import JenisAnggaran, Kelompok
from anggaran.laku import Aksi
from anggaran.models import AnggaranKampung, BarisAnggaran
from anggaran.services.susun import KepalaAnggaran, buang_draf, simpan_draf
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from proyek.enums import SumberDana
from tests.pabrik.anggaran import anggaran_terbit
from tests.pabrik.pemeran import Pemeran

pytestmark = pytest.mark.django_db


def _masuk(jumlah: int) -> list[BarisAnggaran]:
    return [
        BarisAnggaran(kelompok=Kelompok.PENDAPATAN, sumber=SumberDana.DD, jumlah=jumlah),
        BarisAnggaran(kelompok=Kelompok.PENERIMAAN, sumber=SumberDana.SILPA, jumlah=5),
    ]


def _simpan(pemeran: Pemeran, jumlah: int, alasan: str = "") -> AnggaranKampung:
    return simpan_draf(
        kampung=pemeran.kampung,
        tahun=2026,
        jenis=JenisAnggaran.MURNI,
        ke=0,
        kepala=KepalaAnggaran(perkam_nomor="5", alasan=alasan),
        baris=_masuk(jumlah),
        oleh=pemeran.aparat,
    )


def test_a_draft_is_replaced_and_thrown_away(pemeran: Pemeran) -> None:
    draf = _simpan(pemeran, 100)
    assert _simpan(pemeran, 200) == draf
    assert draf.baris.per_kelompok() == {"pendapatan": 200, "penerimaan": 5}
    assert [j.aksi for j in riwayat(draf)] == [Aksi.DIBUAT, Aksi.DISUSUN]
    with pytest.raises(TidakBisa, match="satu angka"):
        simpan_draf(
            kampung=pemeran.kampung,
            tahun=2026,
            jenis=JenisAnggaran.MURNI,
            ke=0,
            kepala=KepalaAnggaran(),
            baris=[],
            oleh=pemeran.aparat,
        )
    buang_draf(anggaran=draf)
    assert not AnggaranKampung.objects.exists()
    assert not BarisAnggaran.objects.exists()


def test_a_correction_says_why(pemeran: Pemeran) -> None:
    terbit = anggaran_terbit(kampung=pemeran.kampung)
    with pytest.raises(TidakBisa, match="alasannya"):
        _simpan(pemeran, 100)
    draf = _simpan(pemeran, 100, "Bidang 2 salah ketik.")
    assert (draf.versi, draf.alasan, draf.terbit) == (2, "Bidang 2 salah ketik.", False)
    assert list(AnggaranKampung.objects.berlaku()) == [terbit]
    with pytest.raises(TidakBisa, match="sudah terbit"):
        buang_draf(anggaran=terbit)
