"""Backup and restore, from one installation into another."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bangunrejo.jalan import biner, cadangan
from tests.alat import induk
from tests.alat.rumah.portal import BASE_DIR, BESIDE_A_SERVER, environment
from tests.rumah.conftest import new_folder


def own(data_dir: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command beside the server of a data folder."""
    return subprocess.run(
        [
            *BESIDE_A_SERVER,
            "nyala",
            "--",
            sys.executable,
            *command,
        ],
        cwd=BASE_DIR,
        env=environment(DATA_DIR=str(data_dir)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def ask(data_dir: Path, question: str) -> str:
    code = (
        "import psycopg2, bangunrejo.soket as b, pathlib, os;"
        "c = psycopg2.connect(b.default_url(pathlib.Path(os.environ['DATA_DIR']))).cursor();"
        f"c.execute({question!r}); print(c.fetchone()[0])"
    )
    done = own(data_dir, "-c", code)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


SEALED = """
from core.jejak.catat import catat
from core.jejak.segel import segel_semua
from core.laku import Laku
class Benda: jenis_jejak, kunci_jejak, laku = "uji", "1", {"buat": Laku("Dibuat")}
catat(objek=Benda(), aksi="buat", alasan="asli")
segel_semua()
"""


def migrate(data_dir: Path) -> None:
    """Give an installation its tables: from the database that workers copy, where there is one."""
    first = data_dir.parent / "awal"
    if induk.ADA not in os.environ:
        assert own(data_dir, "manage.py", "migrate", "-v0").returncode == 0
        return
    (first / cadangan.FILES).mkdir(parents=True)
    options = [f"--file={first / cadangan.DUMP}", f"--dbname={induk.alamat(induk.INDUK)}"]
    pg_dump = biner.programs().folder / "pg_dump"
    subprocess.run([pg_dump, "--format=custom", *options], check=True)
    assert own(data_dir, "manage.py", "pulihkan", str(first)).returncode == 0


@pytest.fixture(scope="module")
def backed_up() -> Iterator[tuple[Path, Path]]:
    """An installation with rows and files, and the backup that was made of it."""
    with new_folder() as source:
        migrate(source)
        assert own(source, "manage.py", "shell", "-c", SEALED).returncode == 0
        photo = source / "berkas" / "publik" / "ab" / "foto.webp"
        photo.parent.mkdir(parents=True)
        photo.write_bytes(b"isi foto")
        for name in ("static", "postgresql-18.6.3", "soket-0123", "db-4567"):
            (source / name).mkdir(exist_ok=True)
            (source / name / "isi").write_text("dapat dibuat lagi, atau milik portal lain")
        done = own(source, "manage.py", "cadangkan", "--ke", str(source.parent / "simpanan"))
        assert done.returncode == 0, done.stderr
        yield source, Path(done.stdout.strip().removeprefix("Cadangan selesai: "))


def test_a_backup_is_one_private_dated_folder(backed_up: tuple[Path, Path]) -> None:
    source, folder = backed_up
    assert folder.parent == source.parent / "simpanan"
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "basisdata.dump").stat().st_size > 10_000
    assert [path.name for path in (folder / "data").iterdir()] == ["berkas"]
    assert ask(source, "SELECT count(*) FROM core_detak WHERE nama = 'cadangan'") == "1"


def test_a_backup_comes_back_in_an_empty_installation(backed_up: tuple[Path, Path]) -> None:
    source, folder = backed_up
    question = "SELECT count(*) || ' ' || coalesce(min(nama), '') FROM warga_kampung"
    with new_folder() as goal:
        done = own(goal, "manage.py", "pulihkan", str(folder))
        assert done.returncode == 0, done.stderr
        assert (goal / "berkas" / "publik" / "ab" / "foto.webp").read_bytes() == b"isi foto"
        assert ask(goal, question) == ask(source, question)
        assert own(goal, "manage.py", "migrate", "--check").returncode == 0

        again = own(goal, "manage.py", "pulihkan", str(folder))
        assert again.returncode == 1
        assert again.stderr.startswith("Basis data tujuan sudah berisi")


def test_the_seal_beside_a_backup_must_be_in_it(
    backed_up: tuple[Path, Path], tmp_path: Path
) -> None:
    """A person who changes a dump and recomputes its chain is found by the seal that was kept."""
    _, folder = backed_up
    seal = (folder / "segel.txt").read_text()
    assert re.match(r"1:[0-9a-f]{64}\n", seal)
    changed = tmp_path / "cadangan"
    shutil.copytree(folder, changed)
    (changed / "segel.txt").write_text(f"1:{'0' * 64}\n")
    with new_folder() as goal:
        done = own(goal, "manage.py", "pulihkan", str(changed))
        assert done.returncode == 1
        assert "riwayatnya tidak memuat segel" in done.stderr
        assert ask(goal, "SELECT count(*) FROM core_segel") == "1"


def test_restore_refuses_a_folder_with_files(backed_up: tuple[Path, Path]) -> None:
    _, folder = backed_up
    with new_folder() as goal:
        (goal / "berkas").mkdir(parents=True)
        (goal / "berkas" / "lama").write_text("milik orang lain")
        done = own(goal, "manage.py", "pulihkan", str(folder))
    assert done.returncode == 1
    assert "sudah berisi (berkas)" in done.stderr
    assert done.stderr.count("\n") == 1


def test_restore_refuses_what_is_no_backup(tmp_path: Path) -> None:
    with new_folder() as goal:
        done = own(goal, "manage.py", "pulihkan", str(tmp_path))
    assert done.returncode == 1
    assert "bukan folder cadangan" in done.stderr


def test_photos_that_nobody_looked_at_go_into_no_backup(tmp_path: Path) -> None:
    """They still say where they were taken."""
    for name in ("foto-menunggu", "berkas"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.asli").write_bytes(b"GPS")
    assert [path.name for path in cadangan._kept(tmp_path)] == ["berkas"]


def test_a_photo_that_vanishes_meanwhile_ends_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asal = tmp_path / "berkas" / "ab"
    asal.mkdir(parents=True)
    for nama in ("ditarik.webp", "tinggal.webp"):
        (asal / nama).write_bytes(b"x")
    salin = shutil.copy2

    def sesudah_ditarik(source: str, goal: str) -> str:
        if "ditarik" in source:
            Path(source).unlink()
        return str(salin(source, goal))

    monkeypatch.setattr("bangunrejo.jalan.cadangan.shutil.copy2", sesudah_ditarik)
    shutil.copytree(asal, tmp_path / "cadangan", copy_function=cadangan._copy)
    assert [p.name for p in (tmp_path / "cadangan").iterdir()] == ["tinggal.webp"]
