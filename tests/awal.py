"""Early pytest plugin (`-p tests.awal`): what must hold before the settings are read."""

import os

import pytest

os.environ["PORTAL_MODE"] = "uji"

if not os.environ.get("DATABASE_URL"):
    raise pytest.UsageError(
        "Pengujian memerlukan basis data sementara. Jalankan lewat: "
        ".venv/bin/python -m bangunrejo.basisdata sementara -- .venv/bin/python -m pytest"
    )
