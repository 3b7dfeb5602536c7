"""Phone numbers as people write them, and as the database keeps them (E.164)."""

import re
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from core.polos import tanpa_hiasan

NEGARA = "ID"
PESAN_TELEPON = "Nomor HP ini belum benar. Tulis lengkap, misalnya 0812-3456-7890."
PESAN_TELEPON_RUMAH = "Ini nomor telepon rumah atau kantor. Tulis nomor HP."
# People write these words before a number. The library would drop any other, or take it for digits.
_AWALAN = re.compile(
    r"(?:(?:no|nomor|hp|wa|whats\s?app|telp?|telepon|tlp)\b[.:\s]*)*(?:(?:https?://)?wa\.me/)?",
    re.I,
)
_ANGKA = re.compile(r"\+?[\d\s().,/-]+")


def baca_telepon(teks: str) -> str:
    """Return the number in E.164 ("+6281234567890"), whatever the writing.

    "0812-3456-7890", "62812…", "+62 812…" and "8123…" are the same number. Numbers of other
    countries need their "+". Invisible letters, and a word such as "WA:" before it, say nothing.
    Raises ValidationError with a sentence for people: for any other letter, too, since a number
    that was shortened belongs to somebody else.
    """
    polos = tanpa_hiasan(teks)
    polos = polos[_AWALAN.match(polos).end() :]  # type: ignore[union-attr]  # matches nothing, too
    if not _ANGKA.fullmatch(polos):
        raise ValidationError(PESAN_TELEPON, code="telepon")
    try:
        nomor = phonenumbers.parse(polos, NEGARA)
    except phonenumbers.NumberParseException as error:
        raise ValidationError(PESAN_TELEPON, code="telepon") from error
    if not phonenumbers.is_valid_number(nomor):
        raise ValidationError(PESAN_TELEPON, code="telepon")
    if phonenumbers.number_type(nomor) == PhoneNumberType.FIXED_LINE:
        raise ValidationError(PESAN_TELEPON_RUMAH, code="telepon_rumah")
    return phonenumbers.format_number(nomor, PhoneNumberFormat.E164)


def tulis_telepon(e164: str | None) -> str:
    """Return the number as people read it: "0812-3456-7890", or with "+" if from abroad."""
    if not e164:
        return ""
    nomor = phonenumbers.parse(e164)
    dalam_negeri = nomor.country_code == phonenumbers.country_code_for_region(NEGARA)
    bentuk = PhoneNumberFormat.NATIONAL if dalam_negeri else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(nomor, bentuk)


class TeleponField(forms.CharField):
    """A phone number. It cleans to E.164, or to "" when it was left empty."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "tel", "autocomplete": "tel", "inputmode": "tel"}
        kwargs.setdefault("label", "Nomor HP")
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        teks = super().clean(value)
        return baca_telepon(teks) if teks else ""
