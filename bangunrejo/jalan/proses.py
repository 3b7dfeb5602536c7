"""Child processes that never outlive their parent, and one way to report a problem."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import psutil

PR_SET_PDEATHSIG = 1
STEP_PAUSE = 5.0  # seconds of silence before a slow step says that it goes on


class KendalaError(Exception):
    """The problem and what to do, in one Indonesian sentence. It is shown without a traceback."""


def say(text: str, *, to: IO[str] | None = None) -> None:
    """Write one line for the person at the keyboard. A closed terminal does no harm."""
    with contextlib.suppress(OSError):
        print(text, file=to or sys.stdout, flush=True)


@contextlib.contextmanager
def step(text: str, *, pause: float = STEP_PAUSE) -> Iterator[None]:
    """Say what begins, and every `pause` seconds that it goes on: nobody should wonder whether it
    hangs."""
    done, begun = threading.Event(), time.monotonic()

    def tell() -> None:
        while not done.wait(pause):
            say(f"  masih berjalan, {time.monotonic() - begun:.0f} detik …")

    say(text)
    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def spawn(
    command: Sequence[str | Path],
    *,
    death_signal: signal.Signals = signal.SIGTERM,
    **options: Any,
) -> subprocess.Popen[bytes]:
    """Start a child that receives `death_signal` when this process dies, however it dies.

    `options` go to Popen. This works on Linux only; elsewhere the child is started plainly.
    """
    prepare = _die_with_parent(death_signal) if sys.platform == "linux" else None
    return subprocess.Popen(command, preexec_fn=prepare, **options)  # noqa: S603 (our callers)


def _die_with_parent(death_signal: signal.Signals) -> Callable[[], None]:
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def prepare() -> None:
        # Popen changes user before this runs; a later change would clear the setting.
        prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
        if os.getppid() != parent:  # the parent died in between
            os._exit(1)

    return prepare


def stop_all(processes: Iterable[psutil.Process], *steps: tuple[signal.Signals, float]) -> None:
    """Send each signal in turn, waiting its seconds, until every process is gone."""
    alive = list(processes)
    for sign, seconds in steps:
        for process in alive:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(sign)
        alive = psutil.wait_procs(alive, timeout=seconds)[1]
        if not alive:
            return


def matching(test: Callable[[psutil.Process], bool]) -> list[psutil.Process]:
    """Return the processes for which `test` holds. Processes that we may not look into are passed
    over."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and test(process):
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


def wait_until(ready: Callable[[], bool], *, seconds: float, pause: float = 0.05) -> bool:
    """Ask `ready` again and again. Return False when it was not true within `seconds`."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True
