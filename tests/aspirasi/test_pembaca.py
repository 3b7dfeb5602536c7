"""Who may read a kiriman never grows by the hand of an official."""

from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi
from core.galat import TidakBisa
from tests.aspirasi.bantu import buat, periksa, terbit
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db
TERTUTUP = {"jangkauan": Jangkauan.KECAMATAN}


@pytest.mark.parametrize("tentang", [Tentang.TIDAK, Tentang.APARAT_KAMPUNG])
def test_what_is_about_the_kecamatan_does_not_reach_its_other_staff(
    pemeran: Any, tentang: str
) -> None:
    aspirasi = buat(pemeran.kampung, tentang=Tentang.PETUGAS_KECAMATAN, **TERTUTUP).aspirasi
    with pytest.raises(TidakBisa, match="pengirim"):
        periksa(aspirasi, pemeran.camat, tentang=tentang, alasan="Keliru memilih.")
    assert not Aspirasi.objects.untuk_meja(pemeran.petugas_rahasia).exists()


def test_fewer_readers_need_a_reason(pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, **TERTUTUP).aspirasi
    with pytest.raises(TidakBisa, match="alasan"):
        periksa(aspirasi, pemeran.petugas_rahasia, tentang=Tentang.PETUGAS_KECAMATAN)
    alasan = "Isinya tentang petugas kecamatan."
    periksa(aspirasi, pemeran.petugas_rahasia, tentang=Tentang.PETUGAS_KECAMATAN, alasan=alasan)
    assert not Aspirasi.objects.untuk_meja(pemeran.petugas_rahasia).exists()


def test_the_name_goes_with_the_account_that_was_emptied(client: Client, pemeran: Any) -> None:
    kontak = {"kontak": {"nama": "Wati Xylofon"}, "tampilkan_nama": True}
    aspirasi = periksa(buat(pemeran.kampung, oleh=pemeran.warga, **kontak).aspirasi, pemeran.staf)
    assert "Wati Xylofon" in client.get(aspirasi.get_absolute_url()).content.decode()
    kosongkan_pengguna(pengguna=pemeran.warga, oleh=pemeran.warga, alasan="Sendiri.")
    assert "Xylofon" not in client.get(aspirasi.get_absolute_url()).content.decode()


def test_the_name_of_a_sender_without_account_stays(client: Client, pemeran: Any) -> None:
    kontak = {"kontak": {"nama": "Wati Xylofon"}, "tampilkan_nama": True}
    aspirasi = terbit(pemeran.kampung, pemeran.staf, **kontak)
    assert "Wati Xylofon" in client.get(aspirasi.get_absolute_url()).content.decode()
