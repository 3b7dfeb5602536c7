"""A task that somebody waits for goes first, and no task waits for ever."""

import datetime as dt

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from core.antrean import surel
from core.antrean import tugas as antrean
from core.antrean.tugas import Prioritas, antre, kerjakan_satu
from core.models import Tugas
from tests.pabrik.tugas import UJI

pytestmark = pytest.mark.django_db


def surati(nomor: int, prioritas: Prioritas) -> None:
    alamat = f"{prioritas.name.lower()}{nomor}@contoh.id"
    kunci = f"{prioritas.name}:{nomor}"
    surel.kirim(kepada=alamat, perihal="Uji", isi="Isi", kunci=kunci, prioritas=prioritas)


def penerima() -> str:
    kerjakan_satu()
    return mail.outbox[-1].to[0]


def test_a_password_does_not_wait_for_301_letters_of_the_day() -> None:
    for nomor in range(301):
        surati(nomor, Prioritas.NANTI)
    surati(1, Prioritas.BIASA)
    surati(1, Prioritas.DAHULU)
    assert [penerima() for _ in range(4)] == [
        *("dahulu1@contoh.id", "biasa1@contoh.id", "nanti0@contoh.id", "nanti1@contoh.id")
    ]


def test_one_turn_in_ten_goes_to_what_has_waited_longest() -> None:
    surati(1, Prioritas.NANTI)
    Tugas.objects.update(siap_pada=timezone.now() - dt.timedelta(hours=1))
    surati(1, Prioritas.DAHULU)
    assert kerjakan_satu(tertua=True)
    assert mail.outbox[0].to == ["nanti1@contoh.id"]


def test_a_row_of_code_from_before_the_upgrade_is_ordinary() -> None:
    """An old web process goes on queueing while the new schema is there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_tugas (fungsi, argumen, kunci, status, percobaan, siap_pada,"
            " dibuat, galat) VALUES (%s, '[]', '', 'menunggu', 0, now(), now(), '')",
            [f"{UJI}.hitung"],
        )
    assert Tugas.objects.get().prioritas == Prioritas.BIASA
    assert kerjakan_satu()


@pytest.mark.parametrize(("tertua", "indeks"), [(False, "giliran"), (True, "belum_selesai")])
def test_an_index_finds_the_next_of_100_000(tertua: bool, indeks: str) -> None:
    antre(f"{UJI}.hitung")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_tugas (fungsi, argumen, kunci, status, percobaan, siap_pada, dibuat,"
            " galat, prioritas) SELECT fungsi, argumen, '', status, 0, now() - n * interval '1 s',"
            " now(), '', n %% 3 FROM core_tugas, generate_series(1, 100000) n",
            [],
        )
        cursor.execute("ANALYZE core_tugas")
    rencana = antrean.berikut(tertua=tertua)[:1].explain()
    assert f"tugas_{indeks}" in rencana
    assert "Sort" not in rencana or "Incremental" in rencana
