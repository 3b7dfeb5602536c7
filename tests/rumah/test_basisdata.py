"""The embedded server: its address, its folder, and the things that it leaves alone."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import dj_database_url
import psutil
import psycopg2
import pytest

from bangunrejo.jalan import biner, klaster
from bangunrejo.jalan.basisdata import Server
from bangunrejo.jalan.proses import KendalaError, matching, wait_until
from bangunrejo.soket import HOME, SOCKET_PATH_LIMIT, default_url, socket_dir
from tests.alat.rumah.portal import BASE_DIR, BESIDE_A_SERVER, environment, wait

# Python 3.12 warns of any preparation of a child when the test runner has threads.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another")


def ask(data_dir: Path, question: str) -> str:
    connection = psycopg2.connect(default_url(data_dir))
    cursor = connection.cursor()
    cursor.execute(question)
    answer = str(cursor.fetchone()[0])
    connection.close()
    return answer


def modes(*roots: Path) -> dict[Path, tuple[int, int, int]]:
    """Return permission and owners of the folders and of all within."""
    paths = [path for root in roots for path in (root, *root.rglob("*"))]
    return {path: (stat.S_IMODE((s := path.stat()).st_mode), s.st_uid, s.st_gid) for path in paths}


@pytest.mark.parametrize("name", ["data", "Data Saya/é%2F?#", "x" * 150])
def test_the_address_is_read_back_as_it_was_meant(tmp_path: Path, name: str) -> None:
    data_dir = tmp_path / name
    read = dj_database_url.parse(default_url(data_dir))
    assert read["HOST"] == str(socket_dir(data_dir))
    assert (read["USER"], read["NAME"]) == ("bangunrejo", "bangunrejo")


def test_the_socket_fits_into_the_kernels_limit(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 150)
    assert len(os.fsencode(socket_dir(long) / ".s.PGSQL.5432")) <= SOCKET_PATH_LIMIT
    assert socket_dir(long) != socket_dir(long.with_name("x" * 149))
    assert not long.exists(), "computing an address makes nothing"


def test_the_server_starts_in_a_folder_with_a_long_name(folder: Path) -> None:
    long = folder / ("x" * 150)
    folder.mkdir()
    server = Server(long, fast=True)
    try:
        server.start()
        assert ask(long, "SHOW server_encoding") == "UTF8"
        assert ask(long, "SELECT lower('ÉÑ')") == "éñ"
        assert ask(long, "SHOW listen_addresses") == ""
    finally:
        server.stop()
    assert not socket_dir(long).exists()


@pytest.mark.skipif(int(biner.programs().major) < 17, reason="older ones bring no locale")
def test_a_machine_without_the_locale_uses_the_one_of_postgresql(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(klaster, "LOCALES", (("--locale=xx_XX.UTF-8",), klaster.LOCALES[1]))
    server = Server(folder, fast=True)
    try:
        server.start()
        assert ask(folder, "SELECT lower('ÉÑ')") == "éñ"
        assert ask(folder, "SELECT datlocprovider FROM pg_database LIMIT 1") == "b"
    finally:
        server.stop()


def test_no_permission_of_an_existing_folder_changes(folder: Path) -> None:
    home = folder.parent
    for path, mode in ((folder, 0o700), (folder / "berkas", 0o750), (home / "lain", 0o775)):
        path.mkdir(mode=0o700)
        path.chmod(mode)
    (folder / "berkas" / "foto").write_text("isi")
    existing = [home, folder, folder / "berkas", home / "lain"]
    before = modes(*existing)
    parents = {path: path.stat().st_mode for path in [HOME.parent, *home.parents]}

    server = Server(folder, fast=True)
    try:
        server.start()
        server.stop()
        server.start()
    finally:
        server.stop()

    after = modes(*existing)
    assert {path: after[path] for path in before} == before
    assert {path: path.stat().st_mode for path in parents} == parents
    if server.folder.parent == HOME:
        subprocess.run(["rm", "-r", server.folder], check=True)


@root_only
def test_a_folder_the_servers_user_cannot_enter_points_elsewhere(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    data_dir.mkdir(mode=0o700)
    server = Server(data_dir, fast=True)
    try:
        server.start()
        assert (data_dir / "db").is_symlink()
        assert server.folder.parent == HOME
        assert server.folder.stat().st_uid == server.account.uid != 0
        server.stop()
        again = Server(data_dir, fast=True)
        again.prepare()
        assert again.folder == server.folder
    finally:
        server.stop()
        subprocess.run(["rm", "-r", server.folder], check=True)
    with pytest.raises(KendalaError, match="hilang"):
        Server(data_dir).prepare()


def test_a_stale_lock_that_names_a_living_process_does_no_harm(folder: Path) -> None:
    server = Server(folder, fast=True)
    try:
        server.start()
        text = (server.folder / "postmaster.pid").read_text()
        server.stop()
        lines = [str(os.getpid()), *text.splitlines()[1:]]
        (server.folder / "postmaster.pid").write_text("\n".join(lines) + "\n")
        server.start()
        assert ask(folder, "SELECT 1") == "1"
    finally:
        server.stop()


def test_a_socket_folder_open_to_others_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "umum"
    shared.mkdir()
    shared.chmod(0o777)
    monkeypatch.setattr("bangunrejo.jalan.basisdata.socket_dir", lambda data_dir: shared)
    with pytest.raises(KendalaError, match="bukan folder pribadi"):
        Server(folder, fast=True).start()
    assert stat.S_IMODE(shared.stat().st_mode) == 0o777


class Temporary:
    """`python -m bangunrejo.jalan.sementara sementara` with a command that waits."""

    def __init__(self, tmp_path: Path, **changes: str) -> None:
        self.place = tmp_path / "tempat"
        code = f"import os, time; open({str(self.place)!r}, 'w').write(os.environ['DATA_DIR'])"
        command = [
            *BESIDE_A_SERVER,
            "sementara",
            "--",
            sys.executable,
        ]
        self.process = subprocess.Popen(
            [*command, "-c", f"{code}; time.sleep(600)"],
            cwd=BASE_DIR,
            env=environment(**changes),
            start_new_session=True,
        )
        wait(lambda: self.place.exists() and self.place.read_text() != "", "did not start")
        self.data_dir = Path(self.place.read_text())
        self.server = os.path.realpath(self.data_dir / "db")

    def servers(self) -> list[psutil.Process]:
        return matching(lambda p: p.name() == "postgres" and p.cwd() == self.server)


def test_a_temporary_server_lives_as_long_as_its_command(tmp_path: Path) -> None:
    temporary = Temporary(tmp_path)
    assert temporary.servers()

    temporary.process.terminate()

    assert temporary.process.wait(30) == 128 + signal.SIGTERM
    assert temporary.servers() == []
    assert not temporary.data_dir.exists()
    assert not socket_dir(temporary.data_dir).exists()


def test_a_killed_temporary_server_leaves_no_process_and_is_swept_up(tmp_path: Path) -> None:
    temporary = Temporary(tmp_path)
    temporary.process.kill()
    temporary.process.wait()
    wait(lambda: temporary.servers() == [], "the server outlived its parent")

    command = [*BESIDE_A_SERVER, "sementara", "--", "true"]
    done = subprocess.run(command, cwd=BASE_DIR, env=environment(), check=False, timeout=60)

    assert done.returncode == 0
    assert wait_until(lambda: not temporary.data_dir.exists(), seconds=5)


def test_a_locale_the_machine_lacks_does_no_harm() -> None:
    code = "import os, psycopg2; print(psycopg2.connect(os.environ['DATABASE_URL']).encoding)"
    command = [
        *BESIDE_A_SERVER,
        "sementara",
        "--",
        sys.executable,
    ]
    done = subprocess.run(
        [*command, "-c", code],
        cwd=BASE_DIR,
        env=environment(LC_ALL="xx_XX.UTF-8", LANG="xx_XX.UTF-8"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "UTF8\n"), done.stderr


def test_the_exit_code_of_the_command_is_passed_on() -> None:
    command = [*BESIDE_A_SERVER, "sementara", "--"]
    failing = [*command, sys.executable, "-c", "raise SystemExit(7)"]
    done = subprocess.run(failing, cwd=BASE_DIR, env=environment(), check=False, timeout=60)
    assert done.returncode == 7
