"""A kiriman of a child on the desk: its sign, and the acts that are not offered."""

from typing import Any

import pytest

from aspirasi.enums import Asal
from aspirasi.services import foto as lampiran
from tests.alat.baca import teks
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
LENCANA = '<span aria-hidden="true">●</span> Pengirim belum 18 tahun</span>'


@pytest.mark.parametrize("siapa", ["staf", "aparat"])
@pytest.mark.parametrize("anak", [True, False])
def test_the_desk_says_it_and_what_follows(
    klien: Any, pemeran: Any, siapa: str, anak: bool
) -> None:
    aspirasi = buat(pemeran.kampung, anak=anak, langsung=True).aspirasi
    isi = teks(klien(siapa).get(alamat(aspirasi)))
    for kata in (LENCANA, "Nama dan kontak anak tidak kami simpan", "Fotonya hanya untuk petugas"):
        assert (kata in isi) is anak


def test_nothing_is_offered_that_cannot_be(klien: Any, pemeran: Any) -> None:
    """No identity to open, no PIN to call back for, no photo to show."""
    for anak in (True, False):
        aspirasi = buat(pemeran.kampung, anak=anak).aspirasi
        lampiran.tambah(aspirasi, [foto()])
        aspirasi = periksa(aspirasi, pemeran.staf)
        isi = teks(klien("staf").get(alamat(aspirasi)))
        for kata in ("Buka identitas pengirim", "Pengirim kehilangan PIN?", "Tampilkan foto"):
            assert (kata not in isi) is anak, kata


def test_who_helped_a_child_can_be_asked(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, anak=True, asal=Asal.LISAN).aspirasi
    type(aspirasi.pengirim).objects.update(lewat=pemeran.fasilitator)
    staf = klien("staf")
    assert "siapa yang membantunya mengirim" in teks(staf.get(alamat(aspirasi)))
    assert "Fitri Fasilitator" in teks(staf.post(f"{alamat(aspirasi)}identitas/"))
