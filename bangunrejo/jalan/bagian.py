"""Parts that the supervisor keeps alive: each is started, watched, restarted and stopped alike."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import psutil

from bangunrejo.jalan.proses import matching, say, spawn, stop_all

MARK = "PORTAL_PENYELIA"
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds
STEADY = 60.0  # seconds of life after which a death counts as the first again
STOP_STEPS = ((signal.SIGTERM, 15.0), (signal.SIGKILL, 5.0))


class Service(Protocol):
    """A process that can be started again after a death. The embedded server is one, too."""

    process: subprocess.Popen[bytes] | None

    def launch(self) -> subprocess.Popen[bytes]: ...

    def stop_orphans(self) -> None: ...

    def stop(self) -> None: ...


class Command:
    """A program of ours in a session of its own, marked with the data folder it serves."""

    def __init__(self, command: Sequence[str | Path], data_dir: Path, **options: Any) -> None:
        self.command = command
        self.options = options | {"env": os.environ | {MARK: str(data_dir)}}
        self.process: subprocess.Popen[bytes] | None = None

    def launch(self) -> subprocess.Popen[bytes]:
        self.process = spawn(self.command, start_new_session=True, **self.options)
        return self.process

    def stop_orphans(self) -> None:
        """Kill processes that a dead leader left in its session."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            stop_all([psutil.Process(self.process.pid)], *STOP_STEPS)
            self.process.wait()
        self.stop_orphans()


class Part:
    """A service with its name and its history of deaths."""

    def __init__(self, name: str, service: Service) -> None:
        self.name = name
        self.service = service
        self.started = time.monotonic()
        self.pause = FIRST_PAUSE
        self.due: float | None = None  # when to start again, while it is down

    def start(self) -> None:
        self.service.launch()
        self.started = time.monotonic()

    def died(self) -> bool:
        process = self.service.process
        return process is None or process.poll() is not None

    def watch(self) -> None:
        """Note a death, and start again once the pause, which grows with each death, is over."""
        now = time.monotonic()
        if self.due is None and self.died():
            self._note_death(now)
        elif self.due is not None and now >= self.due:
            self.due = None
            self.service.stop_orphans()
            self.start()

    def _note_death(self, now: float) -> None:
        if now - self.started > STEADY:
            self.pause = FIRST_PAUSE
        say(f"{self.name} mati; dijalankan lagi dalam {self.pause:g} detik.", to=sys.stderr)
        self.due = now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)


def stop_marked(data_dir: Path) -> None:
    """Stop everything that a killed supervisor of this data folder left running."""
    mark = str(data_dir)
    stop_all(matching(lambda process: process.environ().get(MARK) == mark), *STOP_STEPS)
