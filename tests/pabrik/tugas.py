"""Tasks for the tests of the queue. Their effect is a counter row in the database."""

import os
import signal
from typing import ClassVar

from django.db import connection

from core.jejak.nomor import nomor_baru
from core.models import Penghitung, Tugas
from tests.alat.serentak import serentak

UJI = __name__


class Uji:
    """Something that is numbered."""

    awalan_nomor: ClassVar[str] = "UJI"
    lebar_nomor: ClassVar[int] = 4


def efek() -> int:
    """How many times the effect of these tasks is in the database."""
    return sum(Penghitung.objects.filter(jenis="UJI").values_list("terakhir", flat=True))


def hitung() -> None:
    nomor_baru(Uji, 2026)


def hitung_lalu_salah() -> None:
    nomor_baru(Uji, 2026)
    raise ValueError("sengaja")


def hitung_lalu_mati() -> None:
    nomor_baru(Uji, 2026)
    os.kill(os.getpid(), signal.SIGKILL)


def mati_sekali(kunci: str) -> None:
    nomor_baru(Uji, 2026)
    if Tugas.objects.get(kunci=kunci).percobaan == 1:
        os.kill(os.getpid(), signal.SIGKILL)


def menggantung_sekali(kunci: str) -> None:
    nomor_baru(Uji, 2026)
    if Tugas.objects.get(kunci=kunci).percobaan == 1:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(120)")


def diam_sekali(kunci: str) -> None:
    nomor_baru(Uji, 2026)
    if Tugas.objects.get(kunci=kunci).percobaan == 1:
        signal.pause()


def diambil_alih() -> None:
    """Another worker counts a try of this very task meanwhile, as after a lost connection."""
    nomor_baru(Uji, 2026)
    serentak(lambda: Tugas.objects.update(percobaan=2), banyak=1)
