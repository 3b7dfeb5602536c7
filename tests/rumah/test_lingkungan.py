"""`alat/venv`: the one sentence when Python or a part of it is missing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.alat.rumah.portal import BASE_DIR, environment

WITHOUT_VENV = """#!/bin/sh
case "$*" in
    *ensurepip*) exit 1 ;;
    *version_info\\[:2\\]\\)*) echo 3.11 ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy with only what `make run` needs before there is a virtual environment."""
    (tmp_path / "alat").mkdir()
    shutil.copy(BASE_DIR / "alat" / "venv", tmp_path / "alat" / "venv")
    (tmp_path / "requirements.txt").write_text("")
    return tmp_path


def prepare(checkout: Path, python: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["alat/venv", "requirements.txt"],
        cwd=checkout,
        env=environment(PYTHON=python),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_no_python_that_fits(checkout: Path) -> None:
    done = prepare(checkout, "false")
    assert done.returncode == 1
    assert done.stderr.startswith("Python 3.11, 3.12 atau 3.13 tidak ditemukan")
    assert done.stderr.count("\n") == 1


def test_a_python_without_venv_names_the_package(checkout: Path) -> None:
    python = checkout / "python"
    python.write_text(WITHOUT_VENV)
    python.chmod(0o755)
    done = prepare(checkout, str(python))
    assert done.returncode == 1
    assert "apt install python3.11-venv" in done.stderr
    assert done.stderr.count("\n") == 1


def test_nothing_is_installed_twice(checkout: Path) -> None:
    pip = checkout / ".venv" / "bin"
    pip.mkdir(parents=True)
    log = checkout / "panggilan"
    (pip / "python").write_text(f'#!/bin/sh\necho "$*" >> {log}\n')
    (pip / "python").chmod(0o755)

    assert prepare(checkout, "false").returncode == 0
    assert prepare(checkout, "false").returncode == 0
    assert log.read_text().count("pip install") == 1

    (checkout / "requirements.txt").write_text("# berubah\n")
    assert prepare(checkout, "false").returncode == 0
    assert log.read_text().count("pip install") == 2
