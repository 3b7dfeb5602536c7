"""The judgement of the load test with kills (`make guncang`)."""

import pytest

from tests.alat.rumah.guncangan import Baris, banding

SATU, DUA = Baris("a" * 64, "KODE", "satu"), Baris("b" * 64, "KODA", "dua")


def test_all_that_was_acknowledged_is_there_once() -> None:
    hasil = banding([SATU, DUA], [SATU], [SATU, DUA])  # DUA: stored, its answer was lost
    assert hasil.baik
    assert str(hasil).startswith("diterima 1 = tersimpan 1 · ganda 0")


@pytest.mark.parametrize(
    "ada",
    [
        [SATU],  # lost
        [SATU, DUA, Baris("c" * 64, "KODI", "dua")],  # doubled under another key
        [SATU, Baris("b" * 64, "KODA", "lain")],  # not as it was sent
        [SATU, DUA, Baris("c" * 64, "KODI", "tiga")],  # sent by nobody
    ],
)
def test_anything_else_fails(ada: list[Baris]) -> None:
    assert not banding([SATU, DUA], [SATU, DUA], ada).baik


def test_nothing_acknowledged_proves_nothing() -> None:
    assert not banding([SATU], [], []).baik
