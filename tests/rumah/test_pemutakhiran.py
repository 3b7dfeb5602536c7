"""A portal of an older version is upgraded, and everything in it goes on.

`data/2026-11-29.dump` is the demonstration of that day (`pg_dump --format=custom --no-owner
--no-privileges`), with what waits in a real portal: printed codes that were handed out, five
accounts of one number, secret kiriman of an account, a row without a seal, a queued letter.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.db import connection
from psycopg2 import sql

from bangunrejo import biner
from tests.rumah.alat import BASE_DIR

DUMP = Path(__file__).parent / "data" / "2026-11-29.dump"
NAME = "pemutakhiran"
COUNTED = ("aspirasi_aspirasi", "core_jejak", "core_segel", "warga_pengguna", "laporan_realisasi")


def manage(url: str, *command: str) -> subprocess.CompletedProcess[str]:
    """Run `manage.py COMMAND` on the database at `url`."""
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=BASE_DIR,
        env=os.environ | {"DATABASE_URL": url, "PORTAL_MODE": "uji"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def ask(url: str, question: str) -> list[tuple]:
    with psycopg2.connect(url) as link, link.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


def counts(url: str) -> dict[str, int]:
    return {table: ask(url, f"SELECT count(*) FROM {table}")[0][0] for table in COUNTED}  # noqa: S608 (our own names)


@pytest.fixture(scope="module")
def upgraded() -> Iterator[tuple[str, dict[str, int]]]:
    """The older database after `migrate`, and how much was in it before."""
    server = os.environ["DATABASE_URL"]
    url = urlsplit(server)._replace(path=f"/{NAME}_{os.getpid()}").geturl()
    name = sql.Identifier(f"{NAME}_{os.getpid()}")
    link = psycopg2.connect(server)
    link.autocommit = True
    try:
        link.cursor().execute(sql.SQL("CREATE DATABASE {}").format(name))
        restore = [biner.programs().folder / "pg_restore", "--no-owner", "--exit-on-error"]
        subprocess.run([*restore, f"--dbname={url}", str(DUMP)], check=True, timeout=300)
        before = counts(url)
        for command in (["migrate", "-v0"], ["createcachetable"]):
            done = manage(url, *command)
            assert done.returncode == 0, done.stderr
        yield url, before
    finally:
        link.cursor().execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        link.close()


def test_nothing_is_lost(upgraded: tuple[str, dict[str, int]]) -> None:
    url, before = upgraded
    assert counts(url) == before
    assert before["aspirasi_aspirasi"] == 30


SCHEMA = {
    "columns": (
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
        "WHERE table_schema = 'public'"
    ),
    "constraints": (
        "SELECT conrelid::regclass::text, conname FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace AND contype <> 'n'"
    ),
    "triggers": (
        "SELECT tgrelid::regclass::text, tgname FROM pg_trigger "
        "WHERE NOT tgisinternal AND tgname NOT LIKE '%kosongkan'"  # off while tests run
    ),
    "functions": (
        "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace "
        "AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql')"
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("part", SCHEMA)
def test_the_schema_is_that_of_a_new_portal(
    upgraded: tuple[str, dict[str, int]], part: str
) -> None:
    url, _ = upgraded
    assert set(ask(url, SCHEMA[part])) == set(ask(_new(), SCHEMA[part]))


def _new() -> str:
    """The database of the tests, which was made from nothing."""
    name = connection.settings_dict["NAME"]
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def test_the_trail_of_the_older_version_still_verifies(
    upgraded: tuple[str, dict[str, int]],
) -> None:
    url, _ = upgraded
    script = "from core.jejak.segel import segel_semua; print(segel_semua())"
    assert manage(url, "shell", "-v0", "-c", script).stdout.strip() == "1"
    done = manage(url, "periksa_jejak")
    assert done.returncode == 0, done.stdout + done.stderr
