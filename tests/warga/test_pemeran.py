"""The cast itself, on which the other tests rely."""

import pytest

from tests.pabrik.pemeran import SEMUA_PERAN
from warga import rules
from warga.models import Instansi, Kampung


def test_reference_data_is_there_after_migrating(db):
    assert Kampung.objects.resmi().count() == 17
    assert Instansi.objects.filter(kampung__isnull=False).count() == 17
    assert Instansi.objects.get(jenis="kecamatan").nama == "Kecamatan Bangunrejo"


@pytest.mark.parametrize("teks", ["Bangunrejo", "bangun rejo", "BANGUN  REJO", "18.02.02.2005"])
def test_search_ignores_spaces_and_case(db, teks):
    assert [k.nama for k in Kampung.objects.cari(teks)] == ["Bangun Rejo"]


def test_each_of_the_cast_is_what_its_name_says(pemeran):
    assert [n for n in SEMUA_PERAN if rules.punya_akun(pemeran[n])] == list(SEMUA_PERAN[1:])
    assert [n for n in SEMUA_PERAN if rules.adalah_aparat(pemeran[n])] == [
        "aparat",
        "kakam",
        "aparat_lain",
    ]
    assert [n for n in SEMUA_PERAN if rules.adalah_camat(pemeran[n])] == ["camat"]
    assert [n for n in SEMUA_PERAN if rules.adalah_kecamatan(pemeran[n])] == [
        "staf",
        "petugas_rahasia",
        "camat",
        "admin",
    ]
