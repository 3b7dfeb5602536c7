"""Asked by one, decided by another: the row, its rules in the database, and its clock."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from core.jaga import berdua
from core.waktu import pada, sekarang
from tests.pabrik.benda import Orang
from tests.pabrik.orang import PenggunaFactory
from warga.models import PermintaanSandi

pytestmark = pytest.mark.django_db
SATU, DUA, TIGA = Orang(pk=10**6 + 1), Orang(pk=10**6 + 2), Orang(pk=10**6 + 3)


@pytest.fixture
def baris() -> PermintaanSandi:
    baru = PermintaanSandi(pengguna=PenggunaFactory())
    return berdua.ajukan(baru, oleh=SATU, alasan="  Saya menelepon\n nomor lamanya. ")


def jumlah() -> tuple[int, int]:
    semua = PermintaanSandi.objects
    return semua.menunggu().count(), semua.siap_dipakai().count()


def test_one_asks_another_approves_and_it_is_used_once(baris: PermintaanSandi) -> None:
    assert baris.alasan == "Saya menelepon nomor lamanya."
    assert (baris.masih_menunggu, jumlah()) == (True, (1, 0))
    with pytest.raises(TidakBisa, match="tidak berlaku"):
        berdua.pakai(baris, oleh=SATU)
    setuju = berdua.setujui(baris, oleh=DUA, alasan="Saya kenal orangnya.")
    assert (setuju.dapat_dipakai, jumlah()) == (True, (0, 1))
    with pytest.raises(TidakBisa, match="Hanya yang meminta"):
        berdua.pakai(baris, oleh=DUA)
    assert berdua.pakai(baris, oleh=SATU).dipakai_pada
    assert jumlah() == (0, 0)
    with pytest.raises(TidakBisa, match="sudah dipakai"):
        berdua.pakai(baris, oleh=SATU)


def test_the_asker_decides_nothing(baris: PermintaanSandi) -> None:
    for putuskan in (berdua.setujui, berdua.tolak):
        with pytest.raises(TidakBisa, match="orang lain"):
            putuskan(baris, oleh=SATU, alasan="Sudah.")
    baris.diputus_oleh_id, baris.diputus_pada, baris.disetujui = SATU.pk, sekarang(), True
    with pytest.raises(IntegrityError, match="dua_orang"), transaction.atomic():
        baris.save()


def test_a_refused_request_stays_refused(baris: PermintaanSandi) -> None:
    berdua.tolak(baris, oleh=DUA, alasan="Suaranya lain.")
    assert jumlah() == (0, 0)
    for lagi in (berdua.setujui, berdua.tolak):
        with pytest.raises(TidakBisa, match="sudah diputuskan"):
            lagi(baris, oleh=TIGA, alasan="Coba lagi.")
    with pytest.raises(TidakBisa):
        berdua.pakai(baris)


def test_the_asker_alone_takes_it_back(baris: PermintaanSandi) -> None:
    with pytest.raises(TidakBisa, match="Hanya yang meminta"):
        berdua.tarik(baris, oleh=DUA)
    berdua.setujui(baris, oleh=DUA, alasan="Ya.")
    berdua.tarik(baris, oleh=SATU)
    with pytest.raises(TidakBisa):
        berdua.pakai(baris, oleh=SATU)


def test_three_days_for_the_decision_and_three_for_the_use(baris: PermintaanSandi) -> None:
    lewat = baris.diminta_pada + dt.timedelta(days=3, minutes=1)
    with pada(lewat):
        assert jumlah() == (0, 0)
        with pytest.raises(TidakBisa, match="lewat waktunya"):
            berdua.setujui(baris, oleh=DUA, alasan="Ya.")
    with pada(baris.diminta_pada + dt.timedelta(days=2)):
        berdua.setujui(baris, oleh=DUA, alasan="Ya.")
    with pada(lewat):
        assert jumlah() == (0, 1)
    with pada(baris.diminta_pada + dt.timedelta(days=5, minutes=1)):
        assert jumlah() == (0, 0)


@pytest.mark.parametrize("alasan", ["", " \n", "\u200b\u2060", "x" * 501])
def test_a_fit_reason_is_asked_of_both(baris: PermintaanSandi, alasan: str) -> None:
    with pytest.raises(TidakBisa, match=r"[Aa]lasan"):
        berdua.setujui(baris, oleh=DUA, alasan=alasan)
    with pytest.raises(TidakBisa, match=r"[Aa]lasan"):
        berdua.ajukan(PermintaanSandi(pengguna=baris.pengguna), oleh=SATU, alasan=alasan)


@pytest.mark.parametrize(
    ("beda", "aturan"),
    [
        ({"disetujui": True}, "putusan_lengkap"),
        ({"diputus_oleh_id": 5}, "putusan_lengkap"),
        ({"dipakai_pada": sekarang()}, "pakai_disetujui"),
        ({"alasan": ""}, "beralasan"),
    ],
)
def test_the_database_holds_the_rules(
    baris: PermintaanSandi, beda: dict[str, object], aturan: str
) -> None:
    with pytest.raises(IntegrityError, match=aturan), transaction.atomic():
        PermintaanSandi.objects.filter(pk=baris.pk).update(**beda)


def test_the_owner_neither_asks_nor_decides(baris: PermintaanSandi) -> None:
    with pytest.raises(IntegrityError, match="bukan_pemilik"), transaction.atomic():
        berdua.setujui(baris, oleh=baris.pengguna, alasan="Ini saya.")
    with pytest.raises(IntegrityError, match="bukan_pemilik"), transaction.atomic():
        berdua.ajukan(
            PermintaanSandi(pengguna=baris.pengguna), oleh=baris.pengguna, alasan="Ini saya."
        )
