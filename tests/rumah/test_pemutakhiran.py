"""A portal of an older version is upgraded, and everything in it goes on.

`data/2026-11-29.dump` is the demonstration of commit 296bb5e, loaded on that day (`pg_dump
--format=custom --no-owner --no-privileges`), with the things that a real portal holds: printed
codes that were handed out, five accounts of one number, secret kiriman of an account, a row without
a seal, a queued letter. It comes back as a backup of that version: the dump and the files, without
a seal.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.db import connection
from psycopg2 import sql

from bangunrejo.jalan import biner
from core.laku import BERSAMA
from tests.alat.jelajah import salah_status
from tests.alat.rumah.portal import run
from tests.alat.rumah.uang_lama import per_project
from tests.dokumen.laku import tabel as tabel_laku
from tests.izin.test_alamat import PUBLIK

DUMP = Path(__file__).parent / "data" / "2026-11-29.dump"
# Pages of a project after its handover, and of one with a long trail: the walk takes two projects.
# And of what that version did not know: an LPJ, awaited reports, checks, notes, looks.
CONDITIONAL = {
    *("proyek:berfungsi", "proyek:perjalanan", "proyek:lpj_satu", "laporan:catatan_satu"),
    *("kampung:kalender", "kampung:kalender_ics"),
    *("laporan:cek", "laporan:lapangan", "laporan:belum"),
    # That version knew no plans, no musrenbang, no budgets and no partners.
    *(
        nama
        for nama in PUBLIK
        if nama.split(":")[0] in ("anggaran", "mitra", "musrenbang", "rencana")
    ),
}
NAME = f"pemutakhiran_{os.getpid()}"

pytestmark = pytest.mark.skipif(
    int(biner.programs().major) < 17, reason="the stored dump is newer than these programs"
)


def ask(url: str, question: str) -> list[tuple]:
    with psycopg2.connect(url) as link, link.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


def backup_of_that_version(folder: Path) -> Path:
    """Write the dump and a photo as `cadangkan` of that version did."""
    photo = folder / "data" / "berkas" / "publik" / "ab" / "foto.webp"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"isi foto")
    shutil.copy(DUMP, folder / "basisdata.dump")
    return folder


def bring_up(url: str, place: Path) -> dict[str, Any]:
    """Restore the backup with today's commands, upgrade, and return what `naik` found."""
    backup = backup_of_that_version(place / "cadangan")
    return json.loads(portal(url, place / "data", "-m", "tests.alat.rumah.naik", str(backup)))


def portal(url: str, data_dir: Path, *command: str, mode: str = "uji") -> str:
    """Run a command of the portal on a database and a data folder. Return its output."""
    changes = {"DATABASE_URL": url, "DATA_DIR": str(data_dir), "PORTAL_MODE": mode}
    done = run(*command, **changes, DJANGO_SETTINGS_MODULE="bangunrejo.settings")
    assert done.returncode == 0, done.stderr
    return done.stdout


Upgraded = tuple[str, dict[str, Any]]


@contextlib.contextmanager
def new_database(name: str, *, like: str = "template1") -> Iterator[str]:
    """Yield the address of a new database, a copy of the one named `like`; drop it at the end."""
    server = os.environ["DATABASE_URL"]
    identifier, copied = sql.Identifier(name), sql.Identifier(like)
    link = psycopg2.connect(server)
    link.autocommit = True
    try:
        link.cursor().execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(identifier, copied))
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        link.cursor().execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier))
        link.close()


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Upgraded]:
    """Return the address of the older database after the upgrade, and the findings in it."""
    with new_database(NAME) as url:
        yield url, bring_up(url, tmp_path_factory.mktemp(NAME))


def test_nothing_is_lost(upgraded: Upgraded) -> None:
    _, found = upgraded
    assert found["after"] == found["before"]
    assert found["before"]["aspirasi_aspirasi"] == 30
    assert found["files"] == ["foto.webp"]


def test_every_public_page_answers(upgraded: Upgraded) -> None:
    """Every address is reached by links; the photos were not kept, so they alone are missing."""
    _, found = upgraded
    pages = [tuple(page) for page in found["pages"]]
    assert salah_status([page for page in pages if page[0] != "berkas"]) == []
    assert {name for name, _, _ in pages} >= PUBLIK - CONDITIONAL


def test_the_stored_sums_are_right(upgraded: Upgraded) -> None:
    _, found = upgraded
    assert found["sums"] == "Semua angka ringkasan cocok.\n"


def test_every_rupiah_is_in_the_ledger(upgraded: Upgraded) -> None:
    """Each sum of each source of each project, and what is unknown, as the older version says."""
    _, found = upgraded
    money = found["money"]
    before = money["before"]
    assert money["totals"] == before
    # A reversed row leaves 0 in the ledger, and "unknown" in its totals.
    spoken = {source: [figure or 0 for figure in row] for source, row in before.items()}
    assert {s: [figure or 0 for figure in row] for s, row in money["ledger"].items()} == spoken
    assert money["projects"] == per_project(before)
    assert len(before) == 23
    assert sum(row[1] or 0 for row in before.values()) == 882_300_000


def test_every_act_in_its_trail_has_a_row(upgraded: Upgraded) -> None:
    url, _ = upgraded
    ditulis = ask(url, "SELECT DISTINCT objek_jenis, aksi FROM core_jejak ORDER BY 1, 2")
    laku = tabel_laku()
    assert len(ditulis) > 20
    assert [(j, a) for j, a in ditulis if a not in laku[j] and a not in BERSAMA] == []


def test_each_kiriman_stands_in_its_queue(upgraded: Upgraded) -> None:
    """As the rules of today say, and since the day that its columns know of."""
    url, found = upgraded
    assert found["queues"] == 0
    menunggu = "SELECT status, menunggu_kecamatan_sejak <= now()::date FROM aspirasi_aspirasi"
    baru = {waits for status, waits in ask(url, menunggu) if status == "diajukan"}
    assert baru == {True}


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
def test_the_schema_is_that_of_a_new_portal(upgraded: Upgraded, part: str) -> None:
    url, _ = upgraded
    assert set(ask(url, SCHEMA[part])) == set(ask(_new(), SCHEMA[part]))


def _new() -> str:
    """The database of the tests, which was made from nothing."""
    name = connection.settings_dict["NAME"]
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def test_the_trail_of_the_older_version_still_verifies(upgraded: Upgraded) -> None:
    _, found = upgraded
    assert found["sealed"] == 1
    assert found["trail"].startswith("Rantai jejak utuh: "), found["trail"]


# The stored demonstration holds accounts that are not of the story; then it holds none. The step
# that makes the tables anew is only named, since every test stands on tables made from nothing.
REPLACE = """
from bangunrejo.contoh import bangun_ulang
from warga.models import Pengguna
bangun_ulang.call_command = lambda name, **options: print(name)
bangun_ulang.segarkan()
for satu in Pengguna.objects.exclude(email__endswith="@contoh.invalid"):
    Pengguna.objects.filter(pk=satu.pk).update(email=f"{satu.pk}@contoh.invalid")
bangun_ulang.segarkan()
"""


def test_an_older_demonstration_makes_room_for_the_new_one(
    upgraded: Upgraded, tmp_path: Path
) -> None:
    photo = tmp_path / "berkas" / "publik" / "ab" / "foto.webp"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"isi foto")
    with new_database(f"{NAME}_contoh", like=NAME) as url:
        command = ("manage.py", "shell", "-v0", "-c", REPLACE)
        refused, *made, replaced = portal(url, tmp_path, *command, mode="contoh").splitlines()
        assert "ada 6 akun lain di dalamnya: tidak diganti" in refused
        assert made == ["migrate", "createcachetable"]
        assert ask(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]
        assert ask(url, "SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'") == [(0,)]
    (kept,) = (tmp_path / "contoh-lama").iterdir()
    assert str(kept) in replaced
    assert (kept / "data" / "berkas" / "publik" / "ab" / "foto.webp").read_bytes() == b"isi foto"
    assert not (tmp_path / "berkas").exists()
