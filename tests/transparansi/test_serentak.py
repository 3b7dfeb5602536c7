"""Sums stay right when two people change the same project at the same moment."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from proyek.models import Proyek
from tests.pabrik.angka import cairkan, laporan, proyek
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.orang import PenggunaFactory
from transparansi.bacaan.ringkasan import uang
from transparansi.services.hitung import hitung_ulang

MENUNGGU = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"


def tunggu_yang_lain() -> None:
    """Hold the change until somebody waits for it."""
    with connection.cursor() as cursor:
        for _ in range(10_000):
            cursor.execute(MENUNGGU)
            if cursor.fetchone()[0]:
                return


def bersamaan(*kerja: Callable[[], None]) -> list[Exception]:
    """Run each in a transaction and a thread of its own; return what went wrong."""
    galat: list[Exception] = []

    def jalan(satu: Callable[[], None]) -> None:
        try:
            with transaction.atomic():
                satu()
        except Exception as e:
            galat.append(e)
        finally:
            connection.close()

    semua = [threading.Thread(target=jalan, args=[satu]) for satu in kerja]
    for utas in semua:
        utas.start()
    for utas in semua:
        utas.join(30)
    return galat


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_whoever_waits_sees_what_the_other_committed() -> None:
    """Money arrives while the project moves to another kampung: it is counted there."""
    dari, ke = kampung_resmi("Sido Rejo"), kampung_resmi("Bangun Rejo")
    oleh = PenggunaFactory(kampung=dari)
    satu = proyek(dari, oleh, {"dd": 100})
    sudah_cair = threading.Event()

    def terima_uang() -> None:
        cairkan(satu, oleh, "dd", 40)
        sudah_cair.set()
        tunggu_yang_lain()

    def pindah() -> None:
        assert sudah_cair.wait(10)
        Proyek.objects.filter(pk=satu.pk).update(kampung=ke)

    assert bersamaan(terima_uang, pindah) == []
    assert uang(2026, ke).total.dicairkan == 40
    assert uang(2026, dari).total.proyek == 0
    assert hitung_ulang(betulkan=False) == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_draft_makes_nobody_wait() -> None:
    """Only what changes a sum takes its turn; writing drafts and titles does not."""
    tempat = kampung_resmi("Sido Rejo")
    oleh = PenggunaFactory(kampung=tempat)
    satu = proyek(tempat, oleh, {"dd": 100})
    terkunci = (
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        laporan(satu, oleh, 5, 10, {"dd": 10}, terbit=False)
        Proyek.objects.filter(pk=satu.pk).update(judul="Judul lain")
        cursor.execute(terkunci)
        assert cursor.fetchone()[0] == 0
        Proyek.objects.filter(pk=satu.pk).update(kampung=kampung_resmi("Bangun Rejo"))
        cursor.execute(terkunci)
        assert cursor.fetchone()[0] == 1
