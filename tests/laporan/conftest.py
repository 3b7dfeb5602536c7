"""A project that can be reported, and a report that can be checked."""

from typing import Any

import pytest

from laporan.models.tentang import Tentang
from proyek.models import Proyek
from tests.pabrik.cek import buat_tentang
from tests.pabrik.proyek import buat_proyek


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=1_000_000)


@pytest.fixture
def tentang(pemeran: Any) -> Tentang:
    return buat_tentang(pemeran)
