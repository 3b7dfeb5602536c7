"""The people who are told of an act, and those who are not.

Which acts are told, and the people whom a merge brings along, are in `test_penyebar.py`; two
workers at once are in `tests/kabar/test_penyebar_serentak.py`.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.services import kiriman
from kabar.models import Ikutan, Pemberitahuan
from tests.alat.kabar import berhenti, dukung, ikuti, kabari, siarkan
from tests.alat.meja import jawab
from tests.pabrik.aspirasi import buat, periksa, selokan
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import Pemeran
from warga.models import Pengguna
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db


Klien = Callable[..., Client]


class TestWhoIsTold:
    def test_followers_and_supporters_of_this_one_alone(
        self, pemeran: Pemeran, klien: Klien
    ) -> None:
        aspirasi = selokan(pemeran)
        ikuti(klien("warga"), aspirasi)
        dukung(klien("bpk"), aspirasi)
        ikuti(klien("fasilitator"), selokan(pemeran, "Lampu jalan mati."))
        jawab(pemeran, aspirasi)
        assert siarkan() == 2
        assert kabari(pemeran.warga) == kabari(pemeran.bpk) == [Aksi.TANGGAPI]
        assert siarkan() == 0

    def test_who_does_both_is_told_once(self, pemeran: Pemeran, klien: Klien) -> None:
        aspirasi, warga = selokan(pemeran), klien("warga")
        ikuti(warga, aspirasi)
        dukung(warga, aspirasi)
        jawab(pemeran, aspirasi)
        assert siarkan() == 1

    @pytest.mark.parametrize("mendukung", [True, False])
    def test_who_stopped_is_not(self, pemeran: Pemeran, klien: Klien, mendukung: bool) -> None:
        aspirasi, warga = selokan(pemeran), klien("warga")
        (dukung if mendukung else ikuti)(warga, aspirasi)
        berhenti(warga, aspirasi)
        jawab(pemeran, aspirasi)
        assert siarkan() == 0

    def test_nobody_of_what_was_before(self, pemeran: Pemeran, klien: Klien) -> None:
        aspirasi = selokan(pemeran)
        jawab(pemeran, aspirasi)
        ikuti(klien("warga"), aspirasi)
        dukung(klien("bpk"), aspirasi)
        assert siarkan() == 0

    def test_who_did_it_knows(self, pemeran: Pemeran, klien: Klien) -> None:
        aspirasi = selokan(pemeran)
        for siapa in ("kakam", "warga"):
            ikuti(klien(siapa), aspirasi)
        jawab(pemeran, aspirasi)
        siarkan()
        assert kabari(pemeran.kakam) == []
        assert kabari(pemeran.warga) == [Aksi.TANGGAPI]

    def test_a_sender_with_an_account_knows_too(self, pemeran: Pemeran, klien: Klien) -> None:
        """The sender acts by code and PIN, so the trail names no account."""
        aspirasi = buat(pemeran.kampung, oleh=pemeran.warga, jangkauan=Jangkauan.PUBLIK).aspirasi
        aspirasi = periksa(aspirasi, pemeran.staf)
        for siapa in ("warga", "bpk"):
            ikuti(klien(siapa), aspirasi)
        jawab(pemeran, aspirasi)
        kiriman.nyatakan_beres(aspirasi=aspirasi)
        siarkan()
        assert kabari(pemeran.warga) == [Aksi.TANGGAPI]
        assert kabari(pemeran.bpk) == [Aksi.TANGGAPI, Aksi.NYATAKAN_BERES]

    def test_an_account_that_ended_is_told_nothing(self, pemeran: Pemeran, klien: Klien) -> None:
        aspirasi, lain = selokan(pemeran), PenggunaFactory()
        for orang in (pemeran.warga, lain):
            ikuti(klien(orang), aspirasi)
        dukung(klien("warga"), aspirasi)
        jawab(pemeran, aspirasi)
        siarkan()
        kosongkan_pengguna(pengguna=pemeran.warga, oleh=pemeran.warga, alasan="Pindah.")
        Pengguna.objects.filter(pk=lain.pk).update(is_active=False)
        jawab(pemeran, aspirasi, "Sudah kering.")
        assert siarkan() == 0
        assert not Pemberitahuan.objects.filter(pengguna=pemeran.warga).exists()
        assert not Ikutan.objects.filter(pengguna=pemeran.warga).exists()
