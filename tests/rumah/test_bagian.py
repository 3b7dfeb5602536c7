"""How long a part that keeps dying waits before it is started again."""

import subprocess
import sys

import pytest

from bangunrejo.jalan import bagian
from bangunrejo.jalan.bagian import LONGEST_PAUSE, STEADY, Part


class Clock:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


class Mortal:
    """A service whose process is dead as soon as it is started, unless told to live."""

    def __init__(self) -> None:
        self.starts: list[float] = []
        self.process: subprocess.Popen[bytes] | None = None
        self.cleaned = 0

    def launch(self) -> subprocess.Popen[bytes]:
        self.process = subprocess.Popen([sys.executable, "-c", ""])
        self.process.wait()
        self.starts.append(bagian.time.monotonic())
        return self.process

    def stop_orphans(self) -> None:
        self.cleaned += 1

    def stop(self) -> None: ...


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(bagian, "time", clock)
    return clock


def live(part: Part, clock: Clock, seconds: float) -> None:
    for _ in range(int(seconds / 0.25)):
        clock.now += 0.25
        part.watch()


def test_the_pause_grows_and_stays_within_its_limit(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    service = Mortal()
    part = Part("Pekerja latar", service)
    part.start()

    live(part, clock, 200)

    gaps = [b - a for a, b in zip(service.starts, service.starts[1:], strict=False)]
    assert gaps == sorted(gaps)
    assert gaps[:4] == [0.75, 1.25, 2.25, 4.25]  # the pause, and one look
    assert max(gaps) == LONGEST_PAUSE + 0.25
    assert service.cleaned == len(gaps), "what the dead one left is removed before each start"
    assert "Pekerja latar mati; dijalankan lagi dalam 0.5 detik." in capsys.readouterr().err


def test_a_death_after_a_long_life_counts_as_the_first(clock: Clock) -> None:
    service = Mortal()
    part = Part("Server web", service)
    part.start()
    live(part, clock, 30)
    assert part.pause > 4

    part.started = clock.now - STEADY - 1
    part.due = None
    part.watch()

    assert part.due == clock.now + bagian.FIRST_PAUSE
