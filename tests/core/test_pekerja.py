"""Worker processes: killed, stuck, shared, stopped, and without their database.

They are real processes; what is awaited is polled with a deadline.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from django.db import connection

from bangunrejo.jalan.basisdata import Server
from bangunrejo.jalan.proses import spawn, wait_until
from core.antrean.tugas import PEKERJA, antre, kerjakan_satu, kesehatan, selamatkan
from core.models import Detak, Tugas
from tests.pabrik.tugas import UJI, efek

pytestmark = pytest.mark.django_db(transaction=True)


def nyalakan_pekerja(url: str = "", *pilihan: str) -> subprocess.Popen[bytes]:
    """Start a worker process; it dies with the tests at the latest."""
    uji = os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{connection.settings_dict['NAME']}"
    lingkungan = os.environ | {
        "DATABASE_URL": url or uji,
        "DJANGO_SETTINGS_MODULE": "tests.alat.setelan",
    }
    perintah = [sys.executable, "manage.py", "pekerja", *pilihan]
    return spawn(perintah, cwd=settings.BASE_DIR, env=lingkungan)


@contextlib.contextmanager
def pekerja(url: str = "", *pilihan: str) -> Iterator[subprocess.Popen[bytes]]:
    proses = nyalakan_pekerja(url, *pilihan)
    try:
        yield proses
    finally:
        proses.kill()
        proses.wait(timeout=10)


def sampai(syarat: Callable[[], bool], detik: float = 30) -> None:
    assert wait_until(syarat, seconds=detik), "tidak tercapai dalam batas waktu"


def berakhir() -> bool:
    return not Tugas.objects.filter(status__in=["menunggu", "dijalankan"]).exists()


def diawasi_sampai_berakhir() -> None:
    """Keep a worker alive the way the supervisor does, until every task has ended."""
    while not berakhir():
        with pekerja() as proses:
            sampai(lambda: berakhir() or proses.poll() is not None)


def test_the_task_of_a_killed_worker_is_done_by_the_next_exactly_once() -> None:
    antre(f"{UJI}.mati_sekali", "uji:mati", kunci="uji:mati")
    diawasi_sampai_berakhir()
    tugas = Tugas.objects.get()
    assert (tugas.status, tugas.percobaan) == ("selesai", 2)
    assert efek() == 1


def test_a_task_that_kills_its_worker_is_given_up_after_five_tries() -> None:
    antre(f"{UJI}.hitung_lalu_mati")
    Tugas.objects.update(percobaan=3)  # the first deaths are in the test above
    diawasi_sampai_berakhir()
    tugas = Tugas.objects.get()
    assert (tugas.status, tugas.percobaan) == ("gagal", 5)
    assert "berhenti mendadak" in tugas.galat
    assert kesehatan().gagal == 1
    assert efek() == 0


def test_a_task_at_work_is_not_taken_away() -> None:
    antre(f"{UJI}.menggantung_sekali", "uji:lama", kunci="uji:lama")
    with pekerja():
        sampai(lambda: Tugas.objects.filter(status="dijalankan").exists())
        assert selamatkan() == 0
        assert not kerjakan_satu()
    # Its backend sleeps in the server and notices the death only afterwards: end it.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(1%'"
            " AND pid <> pg_backend_pid()"
        )
    sampai(lambda: selamatkan() == 1)


def test_two_workers_share_the_work_and_stop_when_asked() -> None:
    for i in range(20):
        antre(f"{UJI}.hitung", kunci=f"uji:{i}")
    with pekerja() as satu, pekerja() as dua:
        sampai(lambda: berakhir() and Detak.objects.filter(nama=PEKERJA).exists())
        assert kesehatan().pekerja_hidup
        for proses in (satu, dua):
            proses.send_signal(signal.SIGTERM)
            assert proses.wait(timeout=20) in (0, -signal.SIGTERM)  # the latter: still starting
    assert efek() == 20
    assert set(Tugas.objects.values_list("percobaan", flat=True)) == {1}


def test_a_task_that_takes_too_long_ends_its_worker_and_counts() -> None:
    antre(f"{UJI}.diam_sekali", "uji:diam", kunci="uji:diam")
    with pekerja("", "--batas=1") as proses:
        assert proses.wait(timeout=20) == -signal.SIGALRM
    assert kerjakan_satu()
    tugas = Tugas.objects.get()
    assert (tugas.status, tugas.percobaan) == ("selesai", 2)
    assert efek() == 1


MASUKKAN = """
INSERT INTO core_tugas (fungsi, argumen, kunci, status, percobaan, siap_pada, dibuat, galat)
VALUES ('tests.pabrik.tugas.menggantung_sekali', '["a"]', 'a', 'menunggu', 0, now(), now(), '')
RETURNING id
"""


def satu_baris(url: str, perintah: str) -> tuple[object, ...]:
    with contextlib.closing(psycopg2.connect(url)) as sambungan, sambungan:
        kursor = sambungan.cursor()
        kursor.execute(perintah)
        return kursor.fetchone() or ()


def test_a_worker_outlives_a_crash_of_the_database() -> None:
    with tempfile.TemporaryDirectory(prefix="bangunrejo-", ignore_cleanup_errors=True) as nama:
        Path(nama).chmod(0o711)  # as root the server has a user of its own
        server = Server(Path(nama))  # durable: a crash must not forget the counted try
        try:
            jalani_kejatuhan(server)
        finally:
            server.stop()


def jatuhkan(server: Server) -> None:
    assert server.process is not None
    server.process.send_signal(signal.SIGQUIT)  # PostgreSQL leaves everything as it lies
    server.process.wait(timeout=20)


def jalani_kejatuhan(server: Server) -> None:
    url = server.start()
    siapkan = [sys.executable, "manage.py", "migrate", "core", "--skip-checks", "-v0"]
    env = os.environ | {"DATABASE_URL": url}
    subprocess.run(siapkan, cwd=settings.BASE_DIR, env=env, check=True, timeout=60)
    keadaan = "SELECT status, percobaan FROM core_tugas"
    with pekerja(url) as proses:
        satu_baris(url, MASUKKAN)
        sampai(lambda: satu_baris(url, keadaan) == ("dijalankan", 1))
        jatuhkan(server)
        server.start()
        sampai(lambda: satu_baris(url, keadaan) == ("selesai", 2))
        assert satu_baris(url, "SELECT sum(terakhir) FROM core_penghitung") == (1,)
        assert proses.poll() is None, "pekerja yang sama harus tetap hidup"
