"""Numbers as people type them."""

import pytest
from django.core.exceptions import ValidationError

from core.isian import RupiahFormField, RupiahInput
from laporan.models import LaporanKemajuan


@pytest.mark.parametrize(
    ("ketik", "rupiah"),
    [
        ("120000", 120_000),
        ("120.000", 120_000),
        ("Rp 1.250.000,-", 1_250_000),
        ("Rp1.250.000,00", 1_250_000),
        ("rp. 1 250 000", 1_250_000),
        ("\u00a0Rp\u00a01.250.000 ", 1_250_000),
        ("0", 0),
        ("", None),
    ],
)
def test_rupiah_is_read_as_people_write_it(ketik: str, rupiah: int | None) -> None:
    assert RupiahFormField(required=False).clean(ketik) == rupiah


@pytest.mark.parametrize(
    "ketik",
    ["1,5", "12.34", "1.2500", "12.000.00", "seribu", "1e6", "٣", "9" * 5000, "1.250.000,75"],
)
def test_what_is_not_whole_rupiah_is_refused(ketik: str) -> None:
    with pytest.raises(ValidationError, match="Tulis jumlah rupiah dengan angka saja"):
        RupiahFormField().clean(ketik)


def test_negative_rupiah_reaches_the_range_of_the_field() -> None:
    with pytest.raises(ValidationError, match="tidak boleh kurang dari nol"):
        RupiahFormField(
            min_value=0, error_messages={"min_value": "tidak boleh kurang dari nol"}
        ).clean("-5")


def test_rupiah_is_shown_with_dots() -> None:
    assert 'value="1.250.000"' in RupiahInput().render("jumlah", 1_250_000)
    assert 'value="1,5"' in RupiahInput().render("jumlah", "1,5")


@pytest.mark.parametrize(("ketik", "nilai"), [("72,5", "72.5"), ("72.5", "72.5"), ("100", "100")])
def test_percent_takes_comma_and_point(ketik: str, nilai: str) -> None:
    bidang = LaporanKemajuan._meta.get_field("persen").formfield()
    assert str(bidang.clean(ketik)) == nilai
