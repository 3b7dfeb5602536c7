"""Fixtures every test may use."""

import datetime as dt
import math
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import settings as hypothesis
from pytest_django import DjangoDbBlocker

from core.models import HariLibur
from tests.alat import induk, rujukan, tersiap
from tests.alat.jam import baca_sungguh
from tests.alat.klien import klien
from tests.alat.kunci import izinkan_truncate
from tests.alat.layanan import dipakai, seluruh_berkas, yang_diuji
from tests.alat.templat import jaga_template
from tests.pabrik.pemeran import pemeran
from warga.models import kantor

__all__ = ["klien", "pemeran"]

# The same examples in every run. `--hypothesis-profile=acak` looks for new ones.
hypothesis.register_profile("acak")
hypothesis.register_profile("tetap", derandomize=True, database=None)
hypothesis.load_profile("tetap")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Begin with a copy of the migrated database; without workers there is none to copy."""
    tersiap.pasang()
    induk.salin(settings.DATABASES["default"]["TEST"]["NAME"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let Django empty locked tables between tests that commit (it uses TRUNCATE)."""
    with django_db_blocker.unblock():
        izinkan_truncate()
        rujukan.jaga(rujukan.simpan())


@pytest.fixture(autouse=True)
def jam_sungguh(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the domain read the true clock where the list of `tests.alat.jam` says so."""
    sungguh = override_settings(GESER_JAM=dt.timedelta())
    with sungguh if baca_sungguh(request.node.nodeid) else nullcontext():
        yield


@pytest.fixture(autouse=True)
def tanpa_kantor() -> None:
    """No test meets the office of the kecamatan that another one wrote, nor pays for asking: not
    after a minute either, in which a crawl would find one page that asks once more."""
    kantor._disimpan[:] = [(math.inf, None)]


@pytest.fixture(scope="session", autouse=True)
def templat_ketat() -> None:
    """An undefined variable in a template of ours fails the test that renders it."""
    jaga_template()


@pytest.fixture(scope="session", autouse=True)
def folder_statis() -> None:
    """WhiteNoise warns about a missing folder; tests collect no static files."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def pemakaian() -> Iterator[dict[Path, str]]:
    """The services that files are named after, each with the first function of it that ran."""
    terpakai: dict[Path, str] = {}
    yield terpakai
    assert not [satu for satu, fungsi in terpakai.items() if not fungsi], "never called"


@pytest.fixture(scope="module", autouse=True)
def layanan_dipakai(request: pytest.FixtureRequest, pemakaian: dict[Path, str]) -> Iterator[None]:
    """A run fails when no test of a file uses the service that the file is named after.

    Workers share the tests of a file, so none of them can say it: a run without workers does.
    """
    bagian = hasattr(request.config, "workerinput")
    layanan = yang_diuji(request.path)
    if bagian or layanan is None or pemakaian.get(layanan) or not seluruh_berkas(request.config):
        yield
        return
    with dipakai(layanan) as terlihat:
        yield
    pemakaian[layanan] = next(iter(terlihat), "")


@pytest.fixture
def tanpa_libur(db: None) -> None:
    """Every weekday is a working day."""
    HariLibur.objects.all().delete()
