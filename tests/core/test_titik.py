"""Places as people write and copy them."""

from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from core.formulir.letak import (
    TAUTAN_TANPA_TITIK,
    DerajatFormField,
    TitikMixin,
    baca_derajat,
    baca_titik,
)

SINI = (Decimal("-5.13"), Decimal("105.03"))
PASANGAN = [
    "-5.1300, 105.0300",
    "-5.1300,105.0300",
    "\u22125,13000, 105,03000",
    "-5,13; 105,03",
    "-5,13 105,03",
    "(-5.13, 105.03)",
    "5°7'48\"S 105°1'48\"E",
    "5° 7' 48.0\" LS, 105° 1' 48,0\" BT",
    "5°07′48″S, 105°01′48″T",
    "5,13 LS 105,03 BT",
    "105.03, -5.13",
    "lat: -5.13, long: 105.03",
    "Lintang -5,13 Bujur 105,03",
    "https://www.google.com/maps/@-5.13,105.03,17z",
    "https://www.google.com/maps/place/Pasar/@-5.2,105.1,17z/data=!3m1!4b1!3d-5.13!4d105.03",
    "https://maps.google.com/?q=-5.13,105.03",
    "https://www.google.com/maps/search/-5.13,+105.03",
    "https://www.google.com/maps?q=-5.13%2C105.03",
    "https://www.openstreetmap.org/?mlat=-5.13&mlon=105.03#map=17/-5.2/105.1",
    "https://www.openstreetmap.org/#map=17/-5.13/105.03",
    "geo:-5.13,105.03",
    "lat=-5.13&lng=105.03",
]


class Uji(TitikMixin, forms.Form):
    lintang = DerajatFormField(required=False)
    bujur = DerajatFormField(required=False)


@pytest.mark.parametrize("teks", PASANGAN)
@pytest.mark.parametrize("di", ["lintang", "bujur"])
def test_a_pair_in_either_field_fills_in_both(teks: str, di: str) -> None:
    form = Uji({"lintang": "", "bujur": ""} | {di: teks})
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["lintang"], form.cleaned_data["bujur"]) == SINI
    assert Decimal(form["lintang"].value()) == SINI[0]


@pytest.mark.parametrize(
    "teks",
    ["-5.13", "\u22125,13", "-5,13°", "5,13 LS", "5°7'48\"S", "5° 7' 48'' S", "lintang: -5,13"],
)
def test_one_number_in_many_writings(teks: str) -> None:
    assert baca_derajat(teks) == SINI[0]
    assert baca_titik(teks) is None
    assert DerajatFormField().clean(teks) == SINI[0]


@pytest.mark.parametrize(
    "teks",
    ["di sawah", "5°75'S", "https://maps.app.goo.gl/abc", "1-2", "--5", "9" * 100_000, "5..1", "-"],
)
def test_what_is_no_place_is_refused(teks: str) -> None:
    assert baca_titik(teks) is None
    with pytest.raises(ValidationError):
        DerajatFormField().clean(teks)


@pytest.mark.parametrize(
    "teks",
    [
        "https://maps.app.goo.gl/abc",
        " maps.app.goo.gl/AbC9?g_st=aw ",
        "https://goo.gl/maps/xyz",
        "goo.gl/maps/xyz",
        "HTTPS://MAPS.APP.GOO.GL/ABC",
        "https://g.co/kgs/abc",
        "https://maps.apple/p/abc",
        "https://waze.com/ul/hqqu1",
        "https://osm.org/go/abc",
        "https://www.google.com/maps/place/Pasar",
    ],
)
@pytest.mark.parametrize("di", ["lintang", "bujur"])
def test_a_link_without_degrees_is_refused_with_what_to_do(teks: str, di: str) -> None:
    form = Uji({"lintang": "", "bujur": ""} | {di: teks})
    assert form.errors == {di: [TAUTAN_TANPA_TITIK]}
    assert form[di].value() == teks
