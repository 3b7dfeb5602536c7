"""Something with a trail, for tests of the core, which knows no app."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any, ClassVar

from django.db import connection, transaction

from core.laku import Laku

# Any verb at all, for tests of the trail itself.
APA_SAJA: defaultdict[str, Laku] = defaultdict(lambda: Laku("Uji"))


@dataclass
class Benda:
    nomor: str = "PRJ-2026-0001"
    jenis_jejak: ClassVar[str] = "proyek"
    laku: ClassVar[Mapping[str, Laku]] = APA_SAJA

    @property
    def kunci_jejak(self) -> str:
        return self.nomor


@dataclass
class Terdahulu:
    """An object as it was when its app had other acts: its trail may hold any verb."""

    objek: Any
    laku: ClassVar[Mapping[str, Laku]] = APA_SAJA

    @property
    def jenis_jejak(self) -> str:
        return str(self.objek.jenis_jejak)

    @property
    def kunci_jejak(self) -> str:
        return str(self.objek.kunci_jejak)


@dataclass
class Orang:
    pk: int = 7
    peran: str = "staf"


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
