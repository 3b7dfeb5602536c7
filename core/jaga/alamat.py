"""Addresses that do not tell how many rows there are.

The number of a row counts all rows of its table. Anyone who reads two numbers, a day apart, knows
how many rows came between, hidden kiriman included. So the number stands in an address encrypted:
`<samar:pk>` in a route (`core.apps` registers it), the plain number in `reverse`, `{% url %}` and
the view. In a hidden field, `SamarField` or `samarkan` encrypts it: a value that is only signed can
be read.

Two tables that share `<samar:pk>` give the same number the same letters. Where the order of rows is
a secret, that would betray it: anyone who knows the letters of another table, in the order of their
days, could put the rows in order. Such a table has a converter with a purpose of its own (`untuk`),
as checks of residents have (`laporan.alamat.CekConverter`).
"""

import base64
import hashlib
from typing import Any, ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django import forms
from django.conf import settings

BYTE = 8
POLA = "[A-Za-z0-9_-]{32}"
SEMBUNYI = "isian"


def samarkan(nilai: int, *, untuk: str = "") -> str:
    """Return a number as letters; the same number gives the same letters.

    `untuk` names the purpose: letters of one purpose are refused for any other. `terbaca` gives it
    back.
    """
    tertutup = _sandi().encrypt(nilai.to_bytes(BYTE), _kait(untuk))
    return base64.urlsafe_b64encode(tertutup).decode()


def terbaca(huruf: str, *, untuk: str = "") -> int:
    """Return the number. Raises ValueError for letters that the portal never gave for this."""
    try:
        polos = _sandi().decrypt(base64.urlsafe_b64decode(huruf.encode()), _kait(untuk))
    except InvalidTag as galat:
        raise ValueError("Ini bukan dari portal.") from galat
    return int.from_bytes(polos)


class SamarConverter:
    """A number as 32 letters in an address, of one purpose. A ValueError becomes a 404."""

    regex = POLA
    untuk = ""

    def to_python(self, value: str) -> int:
        return terbaca(value, untuk=self.untuk)

    def to_url(self, value: int) -> str:
        return samarkan(int(value), untuk=self.untuk)


class SamarField(forms.CharField):
    """A hidden number that the portal wrote into the form. It cleans to the number."""

    widget = forms.HiddenInput
    default_error_messages: ClassVar[dict[str, Any]] = {"invalid": "Muat ulang halaman ini."}

    def prepare_value(self, value: Any) -> Any:
        return samarkan(value, untuk=SEMBUNYI) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        huruf = super().clean(value)
        try:
            return terbaca(huruf, untuk=SEMBUNYI)
        except ValueError as galat:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from galat


def _kait(untuk: str) -> list[bytes] | None:
    return [untuk.encode()] if untuk else None


def _sandi() -> AESSIV:
    return AESSIV(hashlib.sha512(f"core.alamat:{settings.SECRET_KEY}".encode()).digest())
