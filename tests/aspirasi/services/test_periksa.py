"""The first look: the public number is taken last, and no photo shows that may not.

What the form offers is in `tests/meja/services/test_periksa.py` and `tests/meja/test_kiriman.py`,
the readers it may set in `test_lingkaran.py`.
"""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.models import Aspirasi
from aspirasi.services import foto as lampiran
from aspirasi.services import pembaca
from tests.alat.meja import alamat, isian_periksa
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
DUA = ("green", "brown")


def berfoto(pemeran: Any, **lain: Any) -> Aspirasi:
    aspirasi = buat(pemeran.kampung, **lain).aspirasi
    assert lampiran.tambah(aspirasi, [foto(warna) for warna in DUA]).tersimpan == 2
    return aspirasi


def urutan(tanya: CaptureQueriesContext) -> list[str]:
    """Which of the two tables was written to, in order."""
    tabel = {"core_berkas": "foto", "core_penghitung": "nomor", "aspirasi_aspirasi": "kiriman"}
    tulisan = [q["sql"].split('"')[1] for q in tanya if q["sql"].startswith(("UPDATE", "INSERT"))]
    return [tabel[nama] for nama in tulisan if nama in tabel]


def test_at_the_first_look(klien: Any, pemeran: Any) -> None:
    aspirasi, staf = berfoto(pemeran), klien("staf")
    data = isian_periksa(aspirasi, foto=["1", "2"])
    with CaptureQueriesContext(connection) as tanya:
        staf.post(alamat(aspirasi, "periksa"), data)
    assert urutan(tanya) == ["foto", "foto", "nomor", "kiriman"]
    aspirasi.refresh_from_db()
    assert aspirasi.nomor
    assert aspirasi.lampiran.disetujui().count() == len(DUA)


def test_when_it_is_opened_to_everyone(klien: Any, pemeran: Any) -> None:
    aspirasi = berfoto(pemeran, jangkauan="petugas")
    periksa(aspirasi, pemeran.staf)
    pembaca.atur(aspirasi=aspirasi, jangkauan="publik")
    staf = klien("staf")
    with CaptureQueriesContext(connection) as tanya:
        staf.post(
            alamat(aspirasi, "umumkan"), {"isi_publik": aspirasi.isi_publik, "foto": ["1", "2"]}
        )
    assert urutan(tanya) == ["foto", "foto", "nomor", "kiriman"]
    assert aspirasi.lampiran.disetujui().count() == len(DUA)


@pytest.mark.parametrize("lain", [{"anak": True}, {"jangkauan": "petugas"}])
def test_no_photo_shows_that_may_not(pemeran: Any, lain: dict[str, Any]) -> None:
    """Whatever was ticked: not for a child, and not for a kiriman that is not for everyone."""
    aspirasi = berfoto(pemeran, **lain)
    periksa(aspirasi, pemeran.staf, foto=list(aspirasi.lampiran.all()))
    assert not aspirasi.lampiran.disetujui().exists()
