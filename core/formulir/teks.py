"""Form fields for words: what people type is read as they see it.

Phones and chat programs put signs into copied text that nobody sees. The fields drop them, so that
no title is empty to the eye, no name runs backwards, and no letter counts twice.
"""

import re
import unicodedata
from typing import Any, ClassVar

from django import forms

from core.galat import berkata

PESAN_NUL = "Ada tanda yang tidak dapat disimpan (karakter kosong). Ketik ulang bagian ini."
PESAN_TEKS = {
    "required": "Bagian ini harus diisi.",
    "max_length": (
        "Terlalu panjang: %(show_value)d huruf, paling banyak %(limit_value)d. Pendekkan sedikit."
    ),
    "min_length": "Terlalu pendek: paling sedikit %(limit_value)d huruf.",
    "null_characters_not_allowed": PESAN_NUL,
}
TANPA_KATA = "Tulis dengan huruf atau angka yang dapat dibaca."

_BARIS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls, soft hyphens, writing directions, signs without width, fillers, halves of a pair, tags.
# NUL is not among them: it is refused.
_TAK_TAMPAK = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0"
    "\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
# A joiner or a choice of looks stays within a picture: 👩‍🌾, ❤️, 1️⃣.
_GAMBAR = "\u00a9\u00ae\u203c-\u27bf\u2900-\u3299\U0001f000-\U0001faff"
_SENDIRI = re.compile(
    f"(?<![{_GAMBAR}\ufe0f])\u200d|\u200d(?![{_GAMBAR}])|(?<![{_GAMBAR}])[\ufe0e\ufe0f](?!\u20e3)"
)
_SELA = re.compile(r"\s+")


def bersihkan(teks: str) -> str:
    """Return `teks` with one sign for each line break, letters composed (NFC), and nothing that
    cannot be seen. NUL stays, to be refused."""
    teks = _TAK_TAMPAK.sub("", _BARIS.sub("\n", teks))
    return unicodedata.normalize("NFC", _SENDIRI.sub("", teks))


def sebaris(teks: str) -> str:
    """Return `teks` cleaned, in one line, with one blank where there were several."""
    return _SELA.sub(" ", bersihkan(teks)).strip()


class TeksFormField(forms.CharField):
    """Text of several lines. What is required has a letter or digit that can be read.

    The browser does not cut a text that is too long: it would do so silently, and old ones count a
    line break as two letters.
    """

    default_error_messages: ClassVar[dict[str, Any]] = PESAN_TEKS | {"tanpa_kata": TANPA_KATA}
    selalu_berkata: ClassVar[bool] = False  # also where it may be left empty

    def to_python(self, value: Any) -> str | None:
        return super().to_python(self.rapikan(value) if isinstance(value, str) else value)

    def rapikan(self, teks: str) -> str:
        return bersihkan(teks)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and (self.required or self.selalu_berkata) and not berkata(value):
            raise forms.ValidationError(self.error_messages["tanpa_kata"], code="tanpa_kata")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        if isinstance(widget, forms.Textarea) and "maxlength" in attrs:
            attrs["data-terbanyak"] = attrs.pop("maxlength")
        return attrs


class BarisFormField(TeksFormField):
    """Text of one line: a name, a title, a place."""

    def rapikan(self, teks: str) -> str:
        return sebaris(teks)
