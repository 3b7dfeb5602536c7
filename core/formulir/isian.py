"""Form fields for numbers as people type them: "Rp 1.250.000,-" and "72,5"."""

import re
from typing import Any

from django import forms

PESAN_RUPIAH = "Tulis jumlah rupiah dengan angka saja, tanpa sen. Contoh: 1.250.000."
# Whole rupiah, with or without dots every three digits; ",-" and ",00" say nothing.
_RUPIAH = re.compile(
    r"\s*(?:rp\.?\s*)?(-?(?:\d{1,3}(?:[.\s]\d{3})+|\d+))(?:,(?:-|0+))?\s*", re.ASCII | re.I
)


class RupiahInput(forms.TextInput):
    """A text input that shows dots every three digits and brings up the keyboard of digits."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        asal = {"inputmode": "numeric", "autocomplete": "off", "class": "isian--pendek"}
        super().__init__(asal | (attrs or {}))

    def format_value(self, value: Any) -> str | None:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


class RupiahFormField(forms.IntegerField):
    """Whole rupiah. Django's own field would read "120.000" as 120."""

    widget = RupiahInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs["error_messages"] = {"invalid": PESAN_RUPIAH} | kwargs.get("error_messages", {})
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        cocok = _RUPIAH.fullmatch(value.replace("\u00a0", " "))
        if not cocok:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(re.sub(r"[.\s]", "", cocok[1]))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # min and max belong to number inputs; this is text
