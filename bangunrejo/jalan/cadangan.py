"""Backup and restore: the database and the files in one dated folder.

The folder holds `basisdata.dump` (pg_dump's own format) and `data/`, a copy of DATA_DIR without
files that can be made again. The database is dumped first: a file may then be newer than its row,
but never missing. `segel.txt` holds the newest seal of the trail from just before the dump, which
must be in the dump: restoring looks for it.
"""

import contextlib
import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from bangunrejo.jalan import biner
from bangunrejo.jalan.proses import KendalaError
from core.antrean.tugas import CADANGAN, detak
from core.jejak.segel import kepala_rantai
from core.models import Segel

DUMP = "basisdata.dump"
SEAL = "segel.txt"
FILES = "data"
HALF = ".belum-utuh"
# Also what root's default folder holds for every portal of the machine: see `soket.HOME`.
MADE_AGAIN = ("db", "db[.-]*", "soket*", "postgresql-*", "static*", "*.log", "jalan.kunci")
OLD_STORIES = "contoh-lama"  # backups of older demonstrations (bangunrejo.contoh.bangun_ulang)
# Photos as they came in say where they were taken. A backup holds no other backups.
NEVER_KEPT = ("foto-menunggu", OLD_STORIES)
OWN_KEY = "kunci"  # the demonstration makes one as soon as its settings are read
PASSED_ON = ("host", "port", "user", "dbname", "sslmode", "sslrootcert", "sslcert", "sslkey")


def backup(goal: Path) -> Path:
    """Write a backup into a new dated folder under `goal`; return the folder.

    It carries its final name only once it is whole. Raises KendalaError.
    """
    folder = goal.absolute() / f"{timezone.localtime():%Y-%m-%d_%H%M%S}"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder.parent):
            _write(folder)
    except OSError as error:
        raise KendalaError(f"Cadangan gagal ditulis ke {goal}: {_cause(error)}") from error
    detak(CADANGAN)
    return folder


@contextlib.contextmanager
def _alone(goal: Path) -> Iterator[None]:
    """Let one backup at a time write into `goal`, and remove halves that killed backups left
    there."""
    place = os.open(goal, os.O_RDONLY)
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for half in goal.glob(f"*{HALF}"):
            shutil.rmtree(half, ignore_errors=True)
        yield
    except BlockingIOError:
        raise KendalaError(
            f"Cadangan lain sedang ditulis ke {goal}: tunggu sampai selesai."
        ) from None
    finally:
        os.close(place)


def _write(folder: Path) -> None:
    half = folder.with_name(f"{folder.name}{HALF}")
    half.mkdir(mode=0o700)
    try:
        (half / SEAL).write_text(_seal())
        _pg("pg_dump", "--format=custom", f"--file={half / DUMP}")
        _copy_files(settings.DATA_DIR, half / FILES)
        half.rename(folder)
    except BaseException:  # also Ctrl-C: it holds what people wrote
        shutil.rmtree(half, ignore_errors=True)
        raise


def _cause(error: OSError) -> str:
    """Return the cause. Copying a tree gathers an error for each of its files."""
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        return str(error.args[0][0][2])
    return error.strerror or str(error)


def restore(folder: Path) -> None:
    """Bring a backup back into an empty database and an empty DATA_DIR. Raises KendalaError."""
    if not (folder / DUMP).is_file() or not (folder / FILES).is_dir():
        raise KendalaError(f"{folder} bukan folder cadangan yang utuh: pilih folder bertanggal.")
    if not _database_is_empty():
        raise KendalaError("Basis data tujuan sudah berisi: pulihkan ke basis data yang kosong.")
    if found := [path.name for path in _kept(settings.DATA_DIR) if path.name != OWN_KEY]:
        raise KendalaError(
            f"Folder data {settings.DATA_DIR} sudah berisi ({', '.join(sorted(found))}): "
            "pulihkan ke DATA_DIR yang kosong."
        )
    _pg("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", str(folder / DUMP))
    _copy_files(folder / FILES, settings.DATA_DIR)
    if not _holds_seal(folder / SEAL):
        raise KendalaError(
            f"Data sudah dipulihkan, tetapi riwayatnya tidak memuat segel dalam {folder / SEAL}: "
            "cadangan ini mungkin diubah. Jalankan `manage.py periksa_jejak`, dan bandingkan "
            "dengan segel yang diumumkan."
        )


def _seal() -> str:
    place, value = kepala_rantai()
    return (
        f"{place}:{value}\n"
        f"Segel terakhir riwayat saat cadangan ini dibuat, {timezone.localtime():%d-%m-%Y %H:%M}.\n"
        f"Bandingkan sesudah dipulihkan: manage.py periksa_jejak --kepala {value}\n"
    )


def _holds_seal(path: Path) -> bool:
    """Look for the seal of a backup in the restored trail; older backups have none."""
    if not path.is_file():
        return True
    place, _, value = path.read_text().partition("\n")[0].partition(":")
    if place == "0":
        return True
    return place.isdigit() and Segel.objects.filter(urutan=place, hash=value).exists()


def _kept(data_dir: Path) -> list[Path]:
    """Return the parts of a data folder that belong into a backup. Empty folders do not count."""
    if not data_dir.exists():
        return []
    return [
        path
        for path in data_dir.iterdir()
        if not any(fnmatch(path.name, pattern) for pattern in MADE_AGAIN + NEVER_KEPT)
        and not (path.is_dir() and not any(path.rglob("*")))
    ]


def _copy_files(source: Path, goal: Path) -> None:
    goal.mkdir(parents=True, exist_ok=True)
    for path in _kept(source):
        if path.is_dir():
            shutil.copytree(path, goal / path.name, dirs_exist_ok=True, copy_function=_copy)
        else:
            _copy(path, goal / path.name)


def _copy(source: str | Path, goal: str | Path) -> None:
    """Copy one file. A file that was deleted meanwhile (a withdrawn photo) is passed over."""
    try:
        shutil.copy2(source, goal)
    except FileNotFoundError:
        if os.path.lexists(source):
            raise


def _database_is_empty() -> bool:
    return not connection.introspection.table_names()


def _pg(program: str, *options: str) -> None:
    """Run a PostgreSQL client on the portal's database; its password never shows in `ps`."""
    connection.close()
    parameters = connection.get_connection_params()
    address = " ".join(
        f"{name}='{_quoted(value)}'" for name, value in parameters.items() if name in PASSED_ON
    )
    secret = {"PGPASSWORD": parameters["password"]} if parameters.get("password") else {}
    done = subprocess.run(  # noqa: S603 (our own words, no shell)
        [biner.programs().folder / program, f"--dbname={address}", *options],
        env=os.environ | secret,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or ["tanpa pesan"]
        raise KendalaError(f"{program} gagal: {lines[0]}")


def _quoted(value: object) -> str:
    return str(value).replace("\\", "\\\\").replace("'", "\\'")
