"""A portal started as `make run` starts it, to be looked at from outside."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil

from bangunrejo.jalan.bagian import MARK
from bangunrejo.jalan.proses import matching, wait_until

BASE_DIR = Path(__file__).resolve().parents[3]
SECONDS = 180.0  # an empty folder migrates first; the machine may be busy
BESIDE_A_SERVER = [sys.executable, "-m", "bangunrejo.jalan.sementara"]
# A shell starts what runs in the background of a script with Ctrl-C switched off.
BACKGROUND = ["sh", "-c", 'trap "" INT; exec "$0" "$@"']
# A kiriman that nobody but the kecamatan may read; without its key and the csrf token.
TEKS = "pak kakam memukul saya di belakang balai"
FORMULIR = {
    "jenis": "keluhan",
    "isi": TEKS,
    "kampung": "sido-rejo",
    "jangkauan": "kecamatan",
    "tentang": "aparat_kampung",
    "setuju": "on",
}
ROLES = {"web": "gunicorn", "pekerja": "pekerja"}


def environment(**changes: str) -> dict[str, str]:
    """Return this environment without the temporary server of the tests."""
    hidden = ("DATABASE_URL", "DATA_DIR", "PORT", "HOST")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return kept | {"PORTAL_MODE": "uji", "PORT": "0"} | changes


def run(*command: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the portal to its end."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=BASE_DIR,
        env=environment(**changes),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def wait(ready: Callable[[], bool], what: str) -> None:
    assert wait_until(ready, seconds=SECONDS), what


class Portal:
    """One supervisor and its processes, for one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.output = data_dir.with_name(f"{data_dir.name}.keluaran")

    def start(self) -> None:
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [*BACKGROUND, sys.executable, "manage.py", "jalan"],
                cwd=BASE_DIR,
                env=environment(DATA_DIR=str(self.data_dir)),
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        wait(lambda: self.address() != "" or self.process.poll() is not None, "no address")
        assert self.process.poll() is None, self.output.read_text()

    def address(self) -> str:
        found = re.search(r"siap di (http://\S+)", self.output.read_text())
        return found.group(1) if found else ""

    def answers(self, path: str = "readyz") -> bool:
        try:
            with urllib.request.urlopen(self.address() + path, timeout=5) as reply:
                return reply.status == 200
        except OSError:
            return False

    def programs(self) -> list[psutil.Process]:
        """Return web and worker processes of this data folder, whoever started them."""
        mark = str(self.data_dir)
        return matching(lambda process: process.environ().get(MARK) == mark)

    def postgres(self) -> list[psutil.Process]:
        folder = os.path.realpath(self.data_dir / "db")
        return matching(lambda p: p.name() == "postgres" and p.cwd() == folder)

    def leader(self, name: str) -> psutil.Process | None:
        """Return the one process that leads a part; None when there is none or more than one."""
        if name == "basis data":
            everyone = self.postgres()
            pids = {process.pid for process in everyone}
            found = [process for process in everyone if process.ppid() not in pids]
        else:
            word = ROLES[name]
            found = [
                p for p in self.programs() if word in p.cmdline() and os.getsid(p.pid) == p.pid
            ]
        return found[0] if len(found) == 1 else None

    def everything(self) -> list[psutil.Process]:
        return self.programs() + self.postgres()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(SECONDS)
