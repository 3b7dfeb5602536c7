"""Early pytest plugin (`-p tests.awal`): settings of the environment before Django reads them."""

import gc
import os
from typing import Any

import pytest

from tests.alat import induk
from tests.alat.jam import geser

# The longest begin first, so that no worker waits for one of them at the end.
LAMA = (
    "tests/peramban",
    *("tests/meja/test_kerahasiaan.py", "tests/meja/test_kerahasiaan_pintu.py"),
    *("tests/rumah/test_penyelia.py", "tests/rumah/test_cadangan.py", "tests/contoh/test_muat.py"),
    *("tests/transparansi/test_ukur.py", "tests/aspirasi/test_mirip_temuan.py"),
    "tests/aspirasi/test_kirim_rusuh.py",
)
# Files that ask the pages of one crawl, which a worker fetches once (tests/alat/jelajahan.py).
SEJELAJAH = {"tests/meja/test_kerahasiaan_cek.py": "tests/meja/test_kerahasiaan.py"}

os.environ["PORTAL_MODE"] = "uji"
# Playwright's own loop runs in this thread while a browser is open; Django would take every
# query for one made inside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# Workers and processes that a test starts inherit it, so that all of them read one clock.
os.environ.setdefault("GESER_JAM_UJI", str(geser(os.environ.get("HARI_UJI"))))

if not os.environ.get("DATABASE_URL"):
    raise pytest.UsageError(
        "Pengujian memerlukan basis data sementara. Jalankan lewat: "
        ".venv/bin/python -m bangunrejo.jalan.sementara sementara -- .venv/bin/python -m pytest"
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Spare the garbage collector what stays to the end: it took a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Make once what every worker copies."""
    induk.buat()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep the tests that share something dear (a file's portal, the browser) on one worker."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _assign_work_unit(self, node: Any) -> None:
            for lama in reversed(LAMA):
                if lama in self.workqueue:
                    self.workqueue.move_to_end(lama, last=False)
            super()._assign_work_unit(node)

        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            folder = file.rpartition("/")[0]
            return folder if folder.endswith("/peramban") else SEJELAJAH.get(file, file)

    return Scheduling(config, log)
