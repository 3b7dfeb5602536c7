"""Fixtures every test may use."""

from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker

from tests import rujukan
from tests.kunci import izinkan_truncate
from tests.pemeran import klien, pemeran
from tests.templat import jaga_template

__all__ = ["klien", "pemeran"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let Django empty locked tables between tests that commit (it uses TRUNCATE)."""
    with django_db_blocker.unblock():
        izinkan_truncate()
        rujukan.jaga(rujukan.simpan())


@pytest.fixture(scope="session", autouse=True)
def templat_ketat() -> None:
    """An undefined variable in a template of ours fails the test that renders it."""
    jaga_template()


@pytest.fixture(scope="session", autouse=True)
def folder_statis() -> None:
    """WhiteNoise warns about a missing folder; tests collect no static files."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
