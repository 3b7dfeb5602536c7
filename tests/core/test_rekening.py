"""Account numbers are found; sums, years and numbers of things are none."""

import pytest

from core.jaga.rekening import ada_rekening


@pytest.mark.parametrize(
    "teks",
    [
        "Rekening BRI 0123-01-012345-50-1 atas nama saya",
        "no. rek 1234567890",
        "transfer ke BCA: 123 456 7890",
        "Kirim lewat DANA 081200000001",
        "bank Lampung 4012 0123 4567",
    ],
)
def test_an_account_is_found(teks: str) -> None:
    assert ada_rekening(teks)


@pytest.mark.parametrize(
    "teks",
    [
        "Dana Desa tahun 2026 sebesar Rp 345.350.000",
        "dana 12.500.000 untuk talud",
        "40 sak semen, nilainya 2800000",
        "Uang masuk ke Rekening Kas Kampung lewat kantor.",
        "Toko di depan Bank Lampung, nomor 12",
    ],
)
def test_anything_else_is_left_alone(teks: str) -> None:
    assert not ada_rekening(teks)
