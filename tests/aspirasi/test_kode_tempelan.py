"""Code and PIN as people paste them, from a message to themselves."""

import pytest

from aspirasi.forms import LacakForm, PinForm
from aspirasi.kode import cari_kode, cari_pin, pin_di_samping

KODE, PIN = "7K4M92QXT3", "095158"


@pytest.mark.parametrize(
    "tempelan",
    [
        "Kode lacak BR-7K4M-92QX-T3, PIN 095158",
        "kode lacak br-7k4m-92qx-t3 pin: 095 158.",
        "Kode lacak\nBR-7K4M-92QX-T3\nSalin\nPIN kiriman\n095158\nSalin",
        "PIN 095-158 (kode BR 7K4M 92QX T3)",
        "BR\u20117K4M\u201192QX\u2011T3 \u2013 095158",
        "[12.03, 24/11/2026] Sri: kodenya 7K4M-92QX-T3 dan PIN 095158 ya",
        "PIN 095158, HP saya 0812-3456-7890, kode BR7K4M92QXT3",
        "BR-7K4M-92QX-T3\ufe0f PIN\u200b 095158",
    ],
)
@pytest.mark.parametrize("isian", ["kode", "pin"])
def test_both_are_read_from_one_paste_in_either_field(tempelan: str, isian: str) -> None:
    form = LacakForm({"kode": "", "pin": ""} | {isian: tempelan})
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"kode": KODE, "pin": PIN}


@pytest.mark.parametrize(
    "pin", ["095158.", " 095158,", "PIN 095158", "PIN kiriman: 095 158", "０９５１５８", "095-158!"]
)
def test_a_pin_may_carry_what_stands_around_it(pin: str) -> None:
    form = PinForm({"pin": pin})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["pin"] == PIN


@pytest.mark.parametrize(
    "pin", ["09515", "0951580", "095158x", "x095158", "111111 222222", "PIN", "."]
)
def test_a_pin_is_never_shortened_or_guessed(pin: str) -> None:
    assert not PinForm({"pin": pin}).is_valid()


@pytest.mark.parametrize(
    "tempelan",
    ["", "PIN 095158", "BR-7K4M-92Q", "BR-7K4M-92QX-T3 atau BR-ABCD-EFGH-JK", "BR-7K4M-92QX-T34"],
)
def test_a_code_is_not_guessed_either(tempelan: str) -> None:
    assert cari_kode(tempelan) == ""


@pytest.mark.parametrize(
    "kode", ["BR-7K4M-9234-56", "br 7k4m 923456", "BR-2345-6789-23", "7K4M923456"]
)
def test_digits_of_a_code_are_no_pin(kode: str) -> None:
    assert cari_kode(kode)
    assert pin_di_samping(kode) == ""


def test_a_typed_pin_counts_more_than_a_pasted_one() -> None:
    form = LacakForm({"kode": "BR-7K4M-92QX-T3 PIN 111111", "pin": PIN})
    assert form.is_valid()
    assert form.cleaned_data["pin"] == PIN


def test_two_pins_are_none() -> None:
    assert cari_pin("PIN 111111 atau PIN 222222") == ""
