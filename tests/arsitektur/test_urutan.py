"""The files that begin first in a run with several workers are there."""

from pathlib import Path

from tests.awal import LAMA

AKAR = Path(__file__).resolve().parents[2]


def test_what_begins_first_exists() -> None:
    assert [nama for nama in LAMA if not (AKAR / nama).exists()] == []
