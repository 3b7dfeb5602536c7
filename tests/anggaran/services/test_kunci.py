"""The turn on one paper gives its newest version."""

import pytest

from anggaran.enums import JenisAnggaran
from anggaran.services.kunci import kunci_surat
from tests.pabrik.anggaran import AnggaranFactory, anggaran_terbit
from tests.pabrik.pemeran import Pemeran

pytestmark = pytest.mark.django_db


def test_the_newest_version_is_locked(pemeran: Pemeran) -> None:
    surat = (pemeran.kampung, 2026, JenisAnggaran.MURNI, 0)
    assert kunci_surat(*surat) is None
    anggaran_terbit(kampung=pemeran.kampung)
    anggaran_terbit(kampung=pemeran.kampung, tahun=2025)
    draf = AnggaranFactory(kampung=pemeran.kampung, versi=2, alasan="Salah ketik.")
    assert kunci_surat(*surat) == draf
