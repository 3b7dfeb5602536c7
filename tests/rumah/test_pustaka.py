"""The libraries that are there are those that the portal was tried with."""

from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db.backends.postgresql.psycopg_any import is_psycopg3


@pytest.fixture
def newer_driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up module with the name of psycopg 3."""
    (tmp_path / "psycopg.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)


def test_the_driver_is_psycopg2() -> None:
    assert not is_psycopg3
    assert "bangunrejo.E001" not in [message.id for message in run_checks()]


@pytest.mark.usefixtures("newer_driver")
def test_another_driver_beside_it_is_an_error() -> None:
    with pytest.raises(CommandError, match=r"bangunrejo\.E001.*psycopg2"):
        call_command("check")
