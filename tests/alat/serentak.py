"""Runs several things at the same time, each on a connection of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connection, transaction


@contextmanager
def transaksi_lain(kerja: Callable[[], object]) -> Iterator[None]:
    """Run `kerja` on a second connection, which commits when the block is left."""
    mulai, akhiri = Event(), Event()

    def di_utas() -> None:
        try:
            with transaction.atomic():
                kerja()
                mulai.set()
                akhiri.wait(timeout=10)
        finally:
            mulai.set()
            connection.close()

    utas = Thread(target=di_utas)
    utas.start()
    assert mulai.wait(timeout=10)
    try:
        yield
    finally:
        akhiri.set()
        utas.join(timeout=10)
    assert not utas.is_alive()


def serentak(kerja: Callable[[], object], banyak: int) -> None:
    """Run `kerja` on that many connections at once."""

    def di_utas() -> None:
        try:
            kerja()
        finally:
            connection.close()

    utas = [Thread(target=di_utas) for _ in range(banyak)]
    for u in utas:
        u.start()
    for u in utas:
        u.join(timeout=20)
    assert not any(u.is_alive() for u in utas)


def di_sambungan_lain(kerja: Callable[[], object]) -> None:
    """Run `kerja`, the work of a thread, on a connection of its own."""
    try:
        kerja()
    finally:
        connection.close()


def tunggu_kunci() -> bool:
    """Look until somebody waits for a lock; False when nobody does."""
    with connection.cursor() as cursor:
        for _ in range(10_000):
            cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
            if cursor.fetchone()[0]:
                return True
    return False
