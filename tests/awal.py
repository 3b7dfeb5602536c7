"""Early pytest plugin (`-p tests.awal`): settings of the environment before Django reads them."""

import gc
import os
from typing import Any

import pytest

from tests.alat import induk
from tests.alat.jam import geser

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
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            folder = file.rpartition("/")[0]
            return folder if folder.endswith("/peramban") else file

    return Scheduling(config, log)
