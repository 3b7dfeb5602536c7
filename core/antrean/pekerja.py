"""The worker: one process that runs queued tasks one after the other, until told to stop."""

import logging
import signal
import threading
import time
from types import FrameType

from django.db import InterfaceError, OperationalError, close_old_connections, connections

from core.antrean.berkala import jadwalkan
from core.antrean.tugas import PEKERJA, TIAP_TERTUA, detak, kerjakan_satu
from core.log import pesan

SELA = 1.0  # seconds between two looks at an empty queue
SELA_DETAK = 15.0  # seconds between two signs of life
JEDA_TERLAMA = 15.0  # seconds, while the database does not answer
BATAS_TUGAS = 300  # seconds one task may take

log = logging.getLogger(__name__)


class Pekerja:
    """A worker. It runs tasks until SIGTERM or SIGINT, and finishes the task at hand first.

    It survives restarts of the database. A task that takes longer than `batas` seconds ends the
    whole process by SIGALRM, even when it hangs in C code. Its try is counted; the supervisor
    starts a new worker, which takes the task back.
    """

    def __init__(self, batas: int = BATAS_TUGAS) -> None:
        self.batas = batas
        self.henti = threading.Event()
        self.detak_terakhir = float("-inf")
        self.giliran = 0

    def jalan(self) -> None:
        for nomor in (signal.SIGTERM, signal.SIGINT):
            signal.signal(nomor, self._minta_henti)
        jeda = SELA
        while not self.henti.is_set():
            try:
                jeda = 0 if self._putaran() else SELA
            except (OperationalError, InterfaceError) as galat:
                jeda = min(max(jeda, SELA) * 2, JEDA_TERLAMA)
                log.warning("Basis data tidak menjawab, dicoba lagi: %s", pesan(galat))
                connections.close_all()
            self.henti.wait(jeda)

    def _putaran(self) -> bool:
        close_old_connections()
        if time.monotonic() - self.detak_terakhir >= SELA_DETAK:
            jadwalkan()
            detak(PEKERJA)
            self.detak_terakhir = time.monotonic()
        signal.alarm(self.batas)
        try:
            self.giliran += 1
            return kerjakan_satu(tertua=self.giliran % TIAP_TERTUA == 0)
        finally:
            signal.alarm(0)

    def _minta_henti(self, nomor: int, bingkai: FrameType | None) -> None:
        self.henti.set()
