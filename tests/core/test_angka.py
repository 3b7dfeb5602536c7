"""Numbers as people type them: never a thousand times too large or too small."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from core.formulir.fields import AngkaField, BilanganField, PersenField
from core.formulir.isian import (
    AngkaFormField,
    BilanganFormField,
    PersenFormField,
    RupiahFormField,
)

VOLUME = {
    "1.500": "1500",
    "1.500,25": "1500.25",
    "1500,25": "1500.25",
    "12.500.000": "12500000",
    "1 500,5": "1500.5",
    "72.5": "72.5",
    "72,5": "72.5",
    "0.5": "0.5",
    "0.500": "0.5",
    "2,500": "2.5",
    "100": "100",
    "1.00": "1",
    "\u22123,5": "-3.5",
}
UANG = {
    "Rp 85 juta": 85_000_000,
    "85jt": 85_000_000,
    "85 Juta": 85_000_000,
    "Rp. 85.000.000,-": 85_000_000,
    "Rp85.000.000,00": 85_000_000,
    "85.000.000.-": 85_000_000,
    "rp 1,5 miliar": 1_500_000_000,
    "1.5 juta": 1_500_000,
    "250 ribu": 250_000,
    "250rb,-": 250_000,
    "1.500": 1500,
    "85 000 000": 85_000_000,
    "85000000": 85_000_000,
    "IDR 1.250.000": 1_250_000,
    "Rp\u00a085.000.000": 85_000_000,
    "0": 0,
}


@pytest.mark.parametrize(("teks", "nilai"), VOLUME.items())
def test_a_number_with_decimals(teks: str, nilai: str) -> None:
    assert AngkaFormField(max_digits=12, decimal_places=2).clean(teks) == Decimal(nilai)


def test_a_stored_number_stands_in_the_form_as_people_type_it() -> None:
    for simpan, tampil in (("72.50", "72.5"), ("100.00", "100"), ("-5.129800", "-5.1298")):
        assert str(AngkaFormField().prepare_value(Decimal(simpan))) == tampil
    assert AngkaFormField().prepare_value("72,50") == "72,50", "what was typed stays"


@pytest.mark.parametrize(("teks", "nilai"), UANG.items())
def test_money(teks: str, nilai: int) -> None:
    assert RupiahFormField().clean(teks) == nilai


@pytest.mark.parametrize(
    "teks",
    ["1,500.25", "1500.250", "1.50.000", "1.500.25", "1.5.0", "12 m", "1e3", "٣", ".5", "NaN"],
)
def test_what_is_not_clear_is_refused(teks: str) -> None:
    for bidang in (AngkaFormField(), PersenFormField(), RupiahFormField(), BilanganFormField()):
        with pytest.raises(ValidationError, match="Tulis"):
            bidang.clean(teks)


@pytest.mark.parametrize(
    "teks", ["85,000,000", "85 m", "85.5", "1,5", "juta", "Rp", "85 juta juta"]
)
def test_money_that_is_not_clear_is_refused(teks: str) -> None:
    with pytest.raises(ValidationError, match="85 juta"):
        RupiahFormField().clean(teks)


@pytest.mark.parametrize("teks", ["50%", "50 %", "50", "50,0", "50.0", "50 persen"])
def test_percent_with_its_sign(teks: str) -> None:
    bidang = PersenField().formfield()
    assert bidang is not None
    assert bidang.clean(teks) == 50
    with pytest.raises(ValidationError, match="antara 0 dan 100"):
        bidang.clean("12.500")


@pytest.mark.parametrize(("teks", "nilai"), {"2.000": 2000, "2345": 2345, "2.345": 2345}.items())
def test_a_whole_number(teks: str, nilai: int) -> None:
    bidang = BilanganField().formfield()
    assert bidang is not None
    assert bidang.clean(teks) == nilai


def test_a_number_too_fine_or_too_long_is_told_in_our_words() -> None:
    bidang = AngkaField(max_digits=12, decimal_places=2).formfield()
    assert bidang is not None
    for teks, pesan in (("1,234", "2 angka di belakang koma"), ("9" * 12, "jumlah nolnya")):
        with pytest.raises(ValidationError, match=pesan):
            bidang.clean(teks)
    with pytest.raises(ValidationError, match="Tulis"):
        bidang.clean("9" * 100_000)
