"""Numbers of rows in addresses: encrypted, and read back."""

from typing import Any

import pytest

from core.jaga.alamat import SamarConverter, samarkan, terbaca

samar = SamarConverter()


@pytest.mark.parametrize("nomor", [0, 1, 2, 4711, 2**63 - 1])
def test_is_read_back(nomor: int) -> None:
    kata = samar.to_url(nomor)
    assert len(kata) == 32
    assert samar.to_url(nomor) == kata
    assert samar.to_python(kata) == nomor


def test_neighbours_look_like_strangers() -> None:
    satu, dua = samar.to_url(7), samar.to_url(8)
    assert sum(a == b for a, b in zip(satu, dua, strict=True)) < 12


@pytest.mark.parametrize("kata", ["A" * 32, "-" * 32, "7"])
def test_made_up_ones_are_no_number(kata: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (a 404, whatever it says)
        samar.to_python(kata)


def test_the_key_of_the_portal_is_needed(settings: Any) -> None:
    kata = samar.to_url(7)
    settings.SECRET_KEY = "kunci-lain"
    with pytest.raises(ValueError, match="bukan dari portal"):
        samar.to_python(kata)


@pytest.mark.parametrize("huruf", ["", "A" * 32, "\0", "é", "x" * 100_000])
def test_sealed_for_one_thing_is_read_for_no_other(huruf: str) -> None:
    kata = samarkan(7, untuk="pindaian.5")
    assert terbaca(kata, untuk="pindaian.5") == 7
    for salah, untuk in ((kata, "pindaian.6"), (kata, ""), (huruf, "pindaian.5")):
        with pytest.raises(ValueError):  # noqa: PT011 (whatever it says)
            terbaca(salah, untuk=untuk)


def test_letters_of_another_purpose_are_other_letters() -> None:
    class Lain(SamarConverter):
        untuk = "lain"

    assert Lain().to_python(Lain().to_url(7)) == 7
    assert Lain().to_url(7) != samar.to_url(7)
    with pytest.raises(ValueError, match="bukan dari portal"):
        Lain().to_python(samar.to_url(7))
