"""The tapis band of the portal, as rectangles on paper: the same motif as `static/tapis.svg`."""

from collections.abc import Iterator

LEBAR, TINGGI = 56, 20
EMAS, MARUN, TERANG = (216, 166, 60), (92, 13, 34), (242, 212, 138)
_BELAH = ((27, 2, 2, 2), (23, 4, 10, 2), (19, 6, 18, 2), (15, 8, 26, 4))
_DALAM = ((27, 5, 2, 2), (23, 7, 10, 2), (20, 9, 16, 2))
_SUDUT = ((0, 2, 10, 2), (2, 4, 6, 2), (4, 6, 2, 2))
Kotak = tuple[tuple[int, int, int], int, int, int, int]


def motif() -> Iterator[Kotak]:
    """Give the rectangles of one motif, on 56 × 20: colour, x, y, width, height; in the order in
    which they are painted."""
    yield EMAS, 0, 0, LEBAR, 1
    yield EMAS, 0, TINGGI - 1, LEBAR, 1
    yield from _cermin(EMAS, _BELAH)
    yield from _cermin(EMAS, _SUDUT)
    yield from _cermin(EMAS, tuple((LEBAR - x - w, y, w, h) for x, y, w, h in _SUDUT))
    yield from _cermin(MARUN, _DALAM)
    yield TERANG, 26, 9, 4, 2
    yield TERANG, 0, 9, 3, 2
    yield TERANG, 53, 9, 3, 2


def _cermin(
    warna: tuple[int, int, int], bagian: tuple[tuple[int, int, int, int], ...]
) -> Iterator[Kotak]:
    """Give the rectangles and the same ones upside down."""
    for x, y, w, h in bagian:
        yield warna, x, y, w, h
        yield warna, x, TINGGI - y - h, w, h
