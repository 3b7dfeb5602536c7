"""How an office is called: as people say it, once."""

from typing import Any

import pytest

from tests.pabrik.kampung import InstansiFactory, instansi_kampung, instansi_kecamatan
from warga.enums import NamaJabatan
from warga.models import Jabatan

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        (NamaJabatan.KAKAM, "Kepala Kampung Sido Rejo"),
        (NamaJabatan.OPERATOR, "Operator Kampung Sido Rejo"),
        (NamaJabatan.KETUA_BPK, "Ketua BPK Kampung Sido Rejo"),
        (NamaJabatan.KADUS, "Kepala Dusun, Kampung Sido Rejo"),
    ],
)
def test_an_office_of_a_kampung(pemeran: Any, nama: str, kata: str) -> None:
    kampung = instansi_kampung(pemeran.kampung)
    assert str(Jabatan(nama=nama, instansi=kampung)) == kata


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        (NamaJabatan.CAMAT, "Camat Bangunrejo"),
        (NamaJabatan.PETUGAS, "Petugas Kecamatan Bangunrejo"),
        (
            NamaJabatan.KASI_PMK,
            "Kasi Pemberdayaan Masyarakat Kampung, Kecamatan Bangunrejo",
        ),
    ],
)
def test_an_office_of_the_kecamatan(db: None, nama: str, kata: str) -> None:
    assert str(Jabatan(nama=nama, instansi=instansi_kecamatan())) == kata


def test_an_office_elsewhere(db: None) -> None:
    dinas = InstansiFactory(nama="Bappeda")
    assert str(Jabatan(nama=NamaJabatan.PETUGAS, instansi=dinas)) == "Petugas kecamatan, Bappeda"
