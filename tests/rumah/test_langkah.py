"""Starting tells how far it is."""

import re

import pytest

from bangunrejo.jalan.proses import step, wait_until


def test_a_long_step_says_that_it_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []

    def told() -> bool:
        seen.append(capsys.readouterr().out)
        return "".join(seen).count("masih berjalan") > 1

    with step("Menyiapkan basis data …", pause=0.01):
        assert wait_until(told, seconds=20)
    first, second, *_ = "".join(seen).splitlines()
    assert first == "Menyiapkan basis data …"
    assert re.fullmatch(r"  masih berjalan, \d+ detik …", second)


def test_a_step_that_breaks_falls_silent(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), step("Menghitung …", pause=60):
        _ = 1 / 0
    assert capsys.readouterr().out == "Menghitung …\n"
