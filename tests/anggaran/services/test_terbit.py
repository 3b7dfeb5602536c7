"""A paper is published when its sums agree, once, and the kampung hears of it."""

import datetime as dt

import pytest

from anggaran.enums import JenisAnggaran
from anggaran.laku import Aksi
from anggaran.services.terbit import terbitkan
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from proyek.enums import SumberDana
from tests.pabrik.anggaran import AnggaranFactory, isi_baris
from tests.pabrik.pemeran import Pemeran

pytestmark = pytest.mark.django_db


def test_what_is_missing_is_said(pemeran: Pemeran) -> None:
    """Each refusal says what to do; then it is published, and not a second time."""
    draf = AnggaranFactory(kampung=pemeran.kampung)
    with pytest.raises(TidakBisa, match="belum berisi"):
        terbitkan(anggaran=draf, oleh=pemeran.kakam)
    isi_baris(draf, masuk={SumberDana.DD: 100}, belanja={"2": 90})
    with pytest.raises(TidakBisa, match="nomor dan tanggal"):
        terbitkan(anggaran=draf, oleh=pemeran.kakam)
    draf.perkam_nomor, draf.perkam_tanggal = "5 Tahun 2025", dt.date(2025, 12, 29)
    draf.save()
    with pytest.raises(TidakBisa, match=r"; SiLPA.*lebih Rp.10\."):
        terbitkan(anggaran=draf, oleh=pemeran.kakam)
    draf.silpa = 10
    draf.save()
    terbit = terbitkan(anggaran=draf, oleh=pemeran.kakam)
    assert (terbit.terbit, terbit.diterbitkan_oleh) == (True, pemeran.kakam)
    assert [j.aksi for j in riwayat(terbit)] == [Aksi.DITERBITKAN]
    with pytest.raises(TidakBisa, match="sudah terbit"):
        terbitkan(anggaran=draf, oleh=pemeran.kakam)


def test_realisasi_needs_its_day_alone(pemeran: Pemeran) -> None:
    nyata = AnggaranFactory(kampung=pemeran.kampung, jenis=JenisAnggaran.REALISASI, ke=1)
    isi_baris(nyata, masuk={SumberDana.DD: 100}, belanja={"2": 30})
    with pytest.raises(TidakBisa, match="tanggal berapa"):
        terbitkan(anggaran=nyata, oleh=pemeran.kakam)
    nyata.sampai = dt.date(2026, 6, 30)
    nyata.save()
    assert terbitkan(anggaran=nyata, oleh=pemeran.kakam).terbit
