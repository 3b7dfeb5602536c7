"""Sentences of `manage.py` about problems outside the code: one sentence each."""

import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError
from environs.exceptions import EnvError

from bangunrejo.jalan.proses import KendalaError, say

EXPECTED = (
    KendalaError,
    ImproperlyConfigured,
    EnvError,
    OperationalError,
    PermissionError,
    NotADirectoryError,
    FileExistsError,
)


def run_command(argv: list[str]) -> int:
    """Run a management command and return its exit code.

    A problem of the machine or of the settings (not of the code) becomes one sentence on
    stderr; `--traceback` shows it whole.
    """
    try:
        execute_from_command_line(argv)
    except EXPECTED as problem:
        if "--traceback" in argv or _came_from_a_query(problem):
            raise
        say(sentence(problem), to=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _came_from_a_query(problem: Exception) -> bool:
    """Return whether the database was reached and then refused: such a problem is for the
    developer."""
    return getattr(problem.__cause__, "pgcode", None) is not None


def sentence(problem: Exception) -> str:
    """Return what happened, and what to do."""
    if isinstance(problem, OperationalError):
        return _database(problem)
    if isinstance(problem, EnvError):
        return f"Pengaturan lingkungan keliru: {problem}"
    if isinstance(problem, OSError) and problem.filename:
        return f"{problem.filename} tidak dapat dipakai ({problem.strerror}): periksa izinnya."
    return str(problem)


def _database(problem: OperationalError) -> str:
    from django.db import connection

    settings = connection.settings_dict
    if settings["HOST"].startswith("/"):
        hint = "jalankan dulu `make run` di terminal lain, atau isi DATABASE_URL"
    else:
        hint = "periksa DATABASE_URL dan server basis datanya"
    lines = str(problem).strip().splitlines() or ["tanpa pesan"]
    return f"Basis data tidak dapat dihubungi: {hint}. ({lines[0]})"
