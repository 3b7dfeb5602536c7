"""Two people do something with one draft at once."""

from typing import Any

import pytest

from core.formulir.jadi import tekan
from core.galat import TidakBisa
from laporan.models import LaporanKemajuan
from laporan.services.foto import tambah_foto
from laporan.views import draf as halaman_draf
from tests.alat.baca import teks_terbuka
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.laporan import buat_laporan


@pytest.fixture
def draf(proyek, pemeran) -> LaporanKemajuan:
    return buat_laporan(proyek, pemeran.aparat, terbit=False)


@pytest.mark.parametrize("ekor", ["hapus/", "foto/1/hapus/"])
def test_a_colleague_deletes_it_at_this_very_moment(klien, draf, monkeypatch, ekor: str) -> None:
    def dihapus_dulu(*isi: Any) -> bool:  # between the look at the draft and its lock
        LaporanKemajuan.objects.all().delete()
        return tekan(*isi)

    # No other module takes this name from there: one loaded meanwhile would keep it.
    monkeypatch.setattr(halaman_draf, "tekan", dihapus_dulu)
    isi = klien("aparat").post(f"/laporan/draf/{draf.pk}/{ekor}", follow=True)
    assert "Draf laporan ini sudah dihapus." in teks_terbuka(isi)


def test_a_photo_that_comes_later_is_refused_in_words(klien, draf) -> None:
    klien("kakam").post(f"/laporan/draf/{draf.pk}/hapus/", follow=True)
    with pytest.raises(TidakBisa, match="sudah dihapus"):
        tambah_foto(laporan=draf, berkas=buat_berkas())
