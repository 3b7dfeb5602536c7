"""Addresses that do not tell how many rows there are.

The number of a row counts all rows of its table. Whoever reads two of them, a day apart,
knows how many came between, those of kiriman that are hidden from them included. So the
number stands in an address encrypted: `<samar:pk>` in a route, the plain number in
`reverse`, `{% url %}` and the view.
"""

import base64
import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings
from django.urls import register_converter

BYTE = 8


class SamarConverter:
    """A number as 32 letters; the same number always gives the same letters."""

    regex = "[A-Za-z0-9_-]{32}"

    def to_python(self, value: str) -> int:
        """Return the number. Raises ValueError (a 404) for letters that the portal never gave."""
        try:
            polos = _sandi().decrypt(base64.urlsafe_b64decode(value), None)
        except InvalidTag as galat:
            raise ValueError("Alamat ini bukan dari portal.") from galat
        return int.from_bytes(polos)

    def to_url(self, value: int) -> str:
        tertutup = _sandi().encrypt(int(value).to_bytes(BYTE), None)
        return base64.urlsafe_b64encode(tertutup).decode()


def _sandi() -> AESSIV:
    return AESSIV(hashlib.sha512(f"core.alamat:{settings.SECRET_KEY}".encode()).digest())


register_converter(SamarConverter, "samar")
