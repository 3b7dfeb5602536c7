"""`pytest -p tests.alat.ongkos`: the processor time of each file, dearest first, at the end.

Other work on the machine disturbs processor time little, unlike the clock. It counts this process,
the backend of the database that serves it, and children that have ended (browsers, portals).
"""

import os
import resource
import time
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

TERATAS = 40
DETAK = os.sysconf("SC_CLK_TCK")
ongkos: Counter[str] = Counter()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """Add what this test took, with its fixtures."""
    layanan, sebelum = _layanan(), _sendiri()
    try:
        return (yield)
    finally:
        berkas = item.nodeid.partition("::")[0]
        ongkos[berkas] += _sendiri() - sebelum
        pid, detik = _layanan()
        ongkos[berkas] += detik - (layanan[1] if layanan[0] == pid else 0)


def _sendiri() -> float:
    anak = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + anak.ru_utime + anak.ru_stime


def _layanan() -> tuple[int, float]:
    """Return the backend of the database and the seconds it has worked; nought for none."""
    hubungan = connection.connection
    if hubungan is None or hubungan.closed:
        return 0, 0.0
    pid = hubungan.info.backend_pid
    try:
        kolom = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0, 0.0
    return pid, (int(kolom[11]) + int(kolom[12])) / DETAK


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["ongkos"] = dict(ongkos)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    ongkos.update(getattr(node, "workeroutput", {}).get("ongkos", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    tulis = terminalreporter.write_line
    tulis(f"{sum(ongkos.values()):8.1f} s in all")
    for berkas, detik in ongkos.most_common(TERATAS):
        tulis(f"{detik:8.1f} s {berkas}")
