"""Held checks of one project are one notice, which goes when they are read."""

from typing import Any

import pytest

from kabar.enums import Kerja
from kabar.models import Pemberitahuan
from laporan.models import CekWarga
from laporan.services.cek import IsianCek
from laporan.services.cek_baca import loloskan_cek
from tests.alat.kabar import dibaca, siarkan
from tests.pabrik.cek import buat_tentang, tulis

pytestmark = pytest.mark.django_db
TERTAHAN = "Cek warga menunggu dibaca kecamatan"


def notices(orang: Any) -> list[Any]:
    return list(Pemberitahuan.objects.filter(pengguna=orang, kerja=Kerja.CEK_TERTAHAN))


@pytest.mark.parametrize("sekaligus", [True, False])
def test_held_checks_of_one_project_are_one_notice(
    klien: Any, pemeran: Any, sekaligus: bool
) -> None:
    tentang = buat_tentang(pemeran)
    siarkan()
    for ke in range(5):
        tulis(tentang, None, IsianCek("pertanyaan", f"Kapan selesai, ke-{ke}?"))
        if not sekaligus:
            siarkan()
    siarkan()
    assert len(notices(pemeran.staf)) == 1
    assert dibaca(klien("staf")).count(TERTAHAN) == 1
    for cek in CekWarga.objects.tertahan()[:4]:
        loloskan_cek(tulisan=cek, oleh=pemeran.camat)
    siarkan()
    assert dibaca(klien("staf")).count(TERTAHAN) == 1
    loloskan_cek(tulisan=CekWarga.objects.tertahan().get(), oleh=pemeran.camat)
    assert TERTAHAN not in dibaca(klien("staf"))
    siarkan()
    assert not notices(pemeran.staf)
