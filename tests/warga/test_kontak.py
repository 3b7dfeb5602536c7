"""Phone numbers in every writing, and printed codes."""

import pytest
from django.core.exceptions import ValidationError

from warga.kode import HURUF, baca_kode, hash_kode, kode_baru
from warga.kontak import baca_telepon, tulis_telepon


@pytest.mark.parametrize(
    "tulisan",
    [
        "0812-3456-7890",
        "0812 3456 7890",
        "081234567890",
        "+62 812-3456-7890",
        "6281234567890",
        "(0812) 34567890",
        "0812.3456.7890",
        "81234567890",
        "+62081234567890",
        "tel:+6281234567890",
        "０８１２３４５６７８９０",
        "0812\ufe0f3456\ufe0d7890",
        "0\ufe0f\u20e38\ufe0f\u20e312 3456 7890",
        "\u202a+62 812\u20113456\u20137890\u202c",
        "0812\u200b-3456\u00ad-7890",
        "WA: 0812 3456 7890",
        "No. HP 0812 3456 7890",
        "https://wa.me/6281234567890",
    ],
)
def test_every_indonesian_writing_is_one_number(tulisan):
    assert baca_telepon(tulisan) == "+6281234567890"
    assert tulis_telepon("+6281234567890") == "0812-3456-7890"


def test_a_number_from_abroad_keeps_its_country():
    assert baca_telepon("+60 12-345 6789") == "+60123456789"
    assert tulis_telepon("+60123456789") == "+60 12-345 6789"


@pytest.mark.parametrize(
    "tulisan",
    [
        *("0812", "abc", "0812345678901234567", "+62", "😀", "0", "\u3164", "\ufe0f"),
        # The library would shorten these, and somebody else would be called.
        *("0812 3456 789x", "0812 3456 7890 ext 5", "0812-3456-7890 (Budi)", "0812345678o0"),
        *("0812-3456-7890;0813-4567-8901", "0812 3456 7890 / 0813 4567 8901", "0812#3456789"),
    ],
)
def test_what_is_no_number_is_refused_with_an_example(tulisan):
    with pytest.raises(ValidationError, match="0812-3456-7890"):
        baca_telepon(tulisan)


def test_a_landline_is_no_mobile_phone():
    with pytest.raises(ValidationError, match="telepon rumah"):
        baca_telepon("0725 123456")


def test_a_code_has_ten_symbols_that_cannot_be_confused():
    kode = {kode_baru() for _ in range(50)}
    assert len(kode) == 50
    for k in kode:
        assert [len(bagian) for bagian in k.split("-")] == [4, 4, 2]
        assert set(k) - {"-"} <= set(HURUF)
    assert len(HURUF) == 32
    assert not set("0O1I") & set(HURUF)


def test_a_code_is_found_however_it_is_typed():
    assert baca_kode(" 7k4m 92qx–t3 ") == "7K4M92QXT3"
    assert hash_kode("7k4m-92qx-t3") == hash_kode("7K4M92QXT3")
    assert hash_kode("7K4M92QXT3") != hash_kode("7K4M92QXT4")


def test_the_hash_of_a_code_needs_the_portals_key(settings):
    lama = hash_kode("7K4M92QXT3")
    settings.SECRET_KEY = "kunci-lain"
    assert hash_kode("7K4M92QXT3") != lama
