"""Two acts at once on a kiriman and on what joined it never wait for each other."""

import threading
from collections.abc import Callable

import pytest
from django.db import transaction

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import gabung, pembaca
from aspirasi.services.alur import kunci_baris, kunci_bersama
from tests.alat.rumah.rekam_kunci import tunggu_yang_menunggu_saya
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.orang import PenggunaFactory
from tests.transparansi.test_serentak import bersamaan
from warga.models import Pengguna

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
ALASAN = "Isinya tentang orang yang bertugas di sini."
KECAMATAN = Jangkauan.KECAMATAN


def _periksa(aspirasi: Aspirasi, oleh: Pengguna) -> object:
    return periksa(aspirasi, oleh, jangkauan=KECAMATAN, alasan=ALASAN)


def _persempit(aspirasi: Aspirasi, oleh: Pengguna) -> object:
    return pembaca.persempit(aspirasi=aspirasi, jangkauan=KECAMATAN, alasan=ALASAN, oleh=oleh)


def _atur(aspirasi: Aspirasi, oleh: Pengguna) -> object:
    return pembaca.atur(aspirasi=aspirasi, jangkauan=KECAMATAN)


@pytest.mark.parametrize("sempitkan", [_periksa, _persempit, _atur])
def test_narrowing_waits_before_it_holds_anything(
    sempitkan: Callable[[Aspirasi, Pengguna], object],
) -> None:
    """Another act has the joined one and wants the one it joined, as merging the two takes them."""
    oleh, kampung = PenggunaFactory(peran="staf"), kampung_resmi("Sido Rejo")
    satu, induk = (buat(kampung, jangkauan=Jangkauan.PETUGAS).aspirasi for _ in range(2))
    gabung.gabung(aspirasi=satu, ke=induk, alasan=ALASAN, oleh=oleh)
    dipegang = threading.Event()

    def berurutan() -> None:
        kunci_baris(satu)
        dipegang.set()
        tunggu_yang_menunggu_saya()
        kunci_baris(induk)

    def menyusul() -> None:
        assert dipegang.wait(10)
        sempitkan(induk, oleh)

    assert bersamaan(berurutan, menyusul) == []
    pembaca_baru = Aspirasi.objects.values_list("jangkauan", "tentang")
    assert list(pembaca_baru) == [(KECAMATAN, Tentang.TIDAK)] * 2


def test_what_was_merged_meanwhile_is_locked_too() -> None:
    """Locking it later, out of order, ended in "deadlock detected" with a third act at once."""
    oleh, kampung = PenggunaFactory(peran="staf"), kampung_resmi("Sido Rejo")
    satu, induk = (buat(kampung, jangkauan=Jangkauan.PETUGAS).aspirasi for _ in range(2))
    dipegang, bebas = threading.Event(), []

    def menggabung() -> None:
        kunci_bersama(satu, induk)
        dipegang.set()
        tunggu_yang_menunggu_saya()
        gabung.gabung(aspirasi=satu, ke=induk, alasan=ALASAN, oleh=oleh)

    def menyusul() -> None:
        assert dipegang.wait(10)
        kunci_bersama(induk)
        lain = Aspirasi.objects.select_for_update(skip_locked=True).values_list("pk", flat=True)
        assert bersamaan(lambda: bebas.extend(lain)) == []

    assert bersamaan(menggabung, menyusul) == []
    assert bebas == []


def test_a_joined_one_is_locked_with_its_goal() -> None:
    """The trigger of one level locks the goal at the commit, so the act locks it before."""
    oleh, kampung = PenggunaFactory(peran="staf"), kampung_resmi("Sido Rejo")
    satu, induk = (buat(kampung, jangkauan=Jangkauan.PETUGAS).aspirasi for _ in range(2))
    gabung.gabung(aspirasi=satu, ke=induk, alasan=ALASAN, oleh=oleh)
    bebas: list[int] = []
    with transaction.atomic():
        kunci_bersama(satu)
        lain = Aspirasi.objects.select_for_update(skip_locked=True).values_list("pk", flat=True)
        assert bersamaan(lambda: bebas.extend(lain)) == []
    assert bebas == []
