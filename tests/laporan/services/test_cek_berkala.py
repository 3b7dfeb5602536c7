"""Followers hear of a check after its week; photos stand as their checks say."""

from typing import Any

import pytest

from core.berkas.simpan import tarik as tutup
from core.berkas.simpan import terbitkan as buka
from core.models import Jejak
from core.waktu import pada
from kabar.services.kabar import ikuti
from laporan.models import CekWarga, FotoCek
from laporan.models.tentang import Tentang
from laporan.services.cek import IsianCek, tarik
from laporan.services.cek_berkala import kabarkan, periksa_malam
from tests.alat.jam import saat
from tests.alat.kabar import kabari, siarkan
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.catatan import buat_cek
from tests.pabrik.cek import terbukti, tulis
from tests.pabrik.lapangan import buat_warga

pytestmark = pytest.mark.django_db


def test_followers_hear_of_it_after_its_week_and_once(tentang: Tentang, pemeran: Any) -> None:
    ikuti(objek=tentang.proyek, oleh=pemeran.bpk)
    with pada(saat("2026-11-26")):
        tulis(tentang, terbukti(pemeran))
        ditarik = tulis(Tentang(tentang.proyek), pemeran.warga)
        tulis(Tentang(tentang.proyek))  # held
    with pada(saat("2026-11-29")):
        assert kabarkan() == 0
    tarik(cek=ditarik)
    with pada(saat("2026-11-30")):
        assert [kabarkan(), kabarkan()] == [1, 0]
    siarkan()
    assert kabari(pemeran.bpk) == ["dikabarkan"]


def test_notices_tell_no_order_of_a_week(tentang: Tentang, pemeran: Any) -> None:
    """A follower would read who wrote earlier in the week. They come as the pages order."""
    with pada(saat("2026-11-26")):
        for ke in range(6):
            buat_cek(tentang.proyek, buat_warga(pemeran, ke), urutan=6 - ke, laporan=None)
    with pada(saat("2026-11-30")):
        kabarkan()
    dikabarkan = Jejak.objects.filter(aksi="dikabarkan").order_by("pk")
    kunci = [int(satu) for satu in dikabarkan.values_list("objek_kunci", flat=True)]
    assert kunci == list(CekWarga.objects.order_by("urutan").values_list("pk", flat=True))


def test_a_photo_that_stands_wrong_is_mended_and_told(
    tentang: Tentang, pemeran: Any, caplog: Any
) -> None:
    satu = tulis(tentang, terbukti(pemeran), IsianCek("tidak_sesuai", "Retak."))
    tutupan = FotoCek.objects.create(cek=satu, berkas=buat_berkas()).berkas
    lain = tulis(Tentang(tentang.proyek), pemeran.warga, IsianCek("sesuai"))
    bukaan = FotoCek.objects.create(cek=lain, berkas=buat_berkas()).berkas
    buka(bukaan)
    assert periksa_malam() == 0
    buka(tutupan)
    tutup(bukaan)
    assert periksa_malam() == 2
    assert "tidak cocok" in caplog.text
    assert periksa_malam() == 0
    for berkas, publik in ((tutupan, False), (bukaan, True)):
        berkas.refresh_from_db()
        assert berkas.publik is publik
    assert CekWarga.objects.count() == 2
