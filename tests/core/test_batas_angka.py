"""Bounds of numbers are told in our words; a bound that says its own sentence keeps it."""

from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.validators import MaxValueValidator

from core.formulir.forms import BentukMixin

SENDIRI = "Satu kampung paling banyak sembilan."


class AngkaForm(BentukMixin, forms.Form):
    bulat = forms.IntegerField(min_value=3, max_value=9)
    pecahan = forms.DecimalField(max_digits=4, decimal_places=1, max_value=Decimal(50))
    kampung = forms.IntegerField(validators=[MaxValueValidator(9, SENDIRI)])


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"bulat": "-5"}, "Angka ini terlalu kecil. Paling sedikit 3."),
        ({"bulat": "10"}, "Angka ini terlalu besar. Paling banyak 9."),
        ({"pecahan": "50.5"}, "Angka ini terlalu besar. Paling banyak 50."),
        ({"pecahan": "1.25"}, "Tulis paling banyak 1 angka di belakang koma."),
        ({"pecahan": "1234"}, "Angka ini terlalu besar. Paling banyak 3 angka di depan koma."),
        ({"kampung": "10"}, SENDIRI),
    ],
)
def test_in_plain_words(isi: dict[str, str], pesan: str) -> None:
    form: Any = AngkaForm(isi)
    (nama,) = isi
    assert pesan in form.errors[nama]
