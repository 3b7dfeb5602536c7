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
PESAN_TELEPON_KANTOR = (
    "Nomor ini belum benar. Tulis lengkap dengan kode wilayahnya, misalnya 0725-123456."
)
PESAN_TELEPON_RUMAH = "Ini nomor telepon rumah atau kantor. Tulis nomor HP."
# People write these words before a number. The library would drop any other, or take it for digits.
_AWALAN = re.compile(
    r"(?:(?:no|nomor|hp|wa|whats\s?app|telp?|telepon|tlp)\b[.:\s]*)*(?:(?:https?://)?wa\.me/)?",
    re.I,
)
_ANGKA = re.compile(r"\+?[\d\s().,/-]+")


def baca_telepon(teks: str, *, kantor: bool = False) -> str:
    """Return the number in E.164 ("+6281234567890"), whatever the writing.

    "0812-3456-7890", "62812…", "+62 812…" and "8123…" are the same number. Numbers of other
    countries need their "+"; a landline only counts for a `kantor`. Invisible letters, and a word
    such as "WA:" before it, say nothing.
    Raises ValidationError with a sentence for people: for any other letter, too, since a number
    that was shortened belongs to somebody else.
    """
    pesan = PESAN_TELEPON_KANTOR if kantor else PESAN_TELEPON
    polos = tanpa_hiasan(teks)
    polos = polos[_AWALAN.match(polos).end() :]  # type: ignore[union-attr]  # matches nothing, too
    if not _ANGKA.fullmatch(polos):
        raise ValidationError(pesan, code="telepon")
    try:
        nomor = phonenumbers.parse(polos, NEGARA)
    except phonenumbers.NumberParseException as error:
        raise ValidationError(pesan, code="telepon") from error
    if not phonenumbers.is_valid_number(nomor):
        raise ValidationError(pesan, code="telepon")
    if not kantor and phonenumbers.number_type(nomor) == PhoneNumberType.FIXED_LINE:
        raise ValidationError(PESAN_TELEPON_RUMAH, code="telepon_rumah")
    return phonenumbers.format_number(nomor, PhoneNumberFormat.E164)


def tulis_telepon(e164: str | None) -> str:
    """Return the number as people read it: "0812-3456-7890", or with "+" if from abroad.

    What is no E.164 is given back as it is.
    """
    if not e164 or not e164.startswith("+"):
        return e164 or ""
    nomor = phonenumbers.parse(e164)
    dalam_negeri = nomor.country_code == phonenumbers.country_code_for_region(NEGARA)
    bentuk = PhoneNumberFormat.NATIONAL if dalam_negeri else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(nomor, bentuk)


def tautan_telepon(tertulis: str) -> str:
    """Return the link that calls this number; "" where it cannot be read."""
    try:
        return f"tel:{baca_telepon(tertulis, kantor=True)}"
    except ValidationError:
        return ""


def tautan_whatsapp(tertulis: str) -> str:
    """Return the link that opens a talk on WhatsApp; "" where the number cannot be read."""
    tautan = tautan_telepon(tertulis)
    return tautan.replace("tel:+", "https://wa.me/")


class TeleponField(forms.CharField):
    """A phone number. It cleans to E.164, or to "" when it was left empty."""

    kantor = False

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "tel", "autocomplete": "tel", "inputmode": "tel"}
        kwargs.setdefault("label", "Nomor HP")
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        teks = super().clean(value)
        return baca_telepon(teks, kantor=self.kantor) if teks else ""


class TeleponKantorField(TeleponField):
    """The number of an office, which may be a landline."""

    kantor = True
