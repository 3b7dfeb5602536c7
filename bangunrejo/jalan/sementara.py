"""`python -m bangunrejo.jalan.sementara`: run one command beside a database server.

`sementara -- COMMAND…` gives it a server and a DATA_DIR of its own, gone when it ends
(tests, measurements). `nyala -- COMMAND…` gives it the portal's own server, started for
as long as the command when the portal is not running (backup, restore).
"""

import contextlib
import fcntl
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

from environs import Env

from bangunrejo import lingkungan
from bangunrejo.jalan.basisdata import Server, can_connect, lock, require_writable
from bangunrejo.jalan.proses import KendalaError, say, spawn
from bangunrejo.soket import default_url, socket_dir

PREFIX = "bangunrejo-sementara-"
LOCK = "sementara.kunci"
BASE_DIR = Path(__file__).resolve().parents[2]
STOP_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def run_with_temporary_server(command: list[str]) -> int:
    """Run `command` with a server of its own. Return its exit code and leave nothing behind."""
    _sweep_abandoned()
    with temporary_home() as home:
        server = Server(home, fast=True)
        try:
            env = {"DATABASE_URL": server.start(), "DATA_DIR": str(home)}
            return _run_forwarding(command, {"PORTAL_MODE": "uji"} | os.environ | env)
        finally:
            server.stop()


@contextlib.contextmanager
def temporary_home() -> Iterator[Path]:
    """Yield a new folder that is removed at the end. A lock says that it is in use."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        home = Path(name)
        if os.geteuid() == 0:
            home.chmod(0o711)  # just made by us: the server's user must pass
        with (home / "baru").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            (home / "baru").rename(home / LOCK)
            yield home


def _sweep_abandoned() -> None:
    """Remove the folders of temporary servers that were killed. A live server holds its lock."""
    for home in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # not ours, or in use
            if home.lstat().st_uid == os.geteuid():
                with (home / LOCK).open() as file:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(socket_dir(home), ignore_errors=True)
                    shutil.rmtree(home)


def run_with_own_server(command: list[str]) -> int:
    """Run `command` with the database of DATA_DIR, or with the one that DATABASE_URL names."""
    data_dir = lingkungan.data_dir(Env(), lingkungan.mode(Env()), BASE_DIR)
    if os.environ.get("DATABASE_URL") or can_connect(default_url(data_dir)):
        return _run_forwarding(command, dict(os.environ))
    require_writable(data_dir)
    with lock(data_dir):
        server = Server(data_dir)
        try:
            server.start()
            return _run_forwarding(command, dict(os.environ))
        finally:
            server.stop()


def _run_forwarding(command: list[str], env: dict[str, str]) -> int:
    """Run the command to its end and pass signals on. The terminal's Ctrl-C reaches it anyway."""
    child = spawn(command, env=env)

    def forward(number: int, frame: FrameType | None) -> None:
        child.send_signal(number)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, forward)
    code = child.wait()
    return 128 - code if code < 0 else code


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def main(arguments: list[str]) -> int:
    ways = {"sementara": run_with_temporary_server, "nyala": run_with_own_server}
    if len(arguments) < 3 or arguments[0] not in ways or arguments[1] != "--":
        say(
            "Cara pakai: python -m bangunrejo.jalan.sementara sementara -- PERINTAH…", to=sys.stderr
        )
        return 2
    for number in STOP_SIGNALS:
        signal.signal(number, _leave)
    try:
        return ways[arguments[0]](arguments[2:])
    except (KendalaError, FileNotFoundError, PermissionError) as problem:
        say(str(problem), to=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
