"""The contact of an offerer is read in the open."""

from core.jejak.catat import riwayat
from mitra.bacaan.penawar import riwayat_penawar
from mitra.services.kontak import baca_kontak
from tests.pabrik.mitra import buat_tawaran
from tests.pabrik.pemeran import Pemeran


def test_each_reading_stands_in_the_trail_of_the_offerer(pemeran: Pemeran) -> None:
    tawaran = buat_tawaran(pemeran.kampung)
    for _ in range(2):
        assert baca_kontak(tawaran=tawaran, oleh=pemeran.staf).nama == "Bu Rekaan"
    kata = [satu.kata for satu in riwayat_penawar(tawaran)]
    assert kata.count("Petugas membaca kontak Anda") == 2
    assert "Rekaan" not in str([(j.isi.alasan, j.isi.rincian) for j in riwayat(tawaran)])
