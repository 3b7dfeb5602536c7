"""A project that can be reported."""

import pytest

from proyek.models import Proyek
from tests.pabrik.proyek import buat_proyek


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=1_000_000)
