"""Form fields for numbers as people type them: "Rp 1.250.000,-", "85 juta", "1.500,25", "72,5%".

A dot before three digits parts thousands, as in Indonesian; a comma parts decimals. What could be
meant in two ways is refused: no number is ever a thousand times too large or too small.
"""

import re
from decimal import Decimal
from typing import Any

from django import forms

PESAN_RUPIAH = "Tulis jumlah rupiah dengan angka saja, tanpa sen. Contoh: 1.250.000 atau 85 juta."
PESAN_ANGKA = "Tulis dengan angka. Contoh: 1.500,25 atau 72,5."
PESAN_BILANGAN = "Tulis dengan angka saja. Contoh: 2.345."
_SELA = re.compile(r"\s+")
_UTUH = r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+"
_INDONESIA = re.compile(rf"([+\-\u2212]?)({_UTUH})(?:,(\d+))?", re.ASCII)
# 72.5 and 0.125 can be no thousands; 1500.250 could be anything.
_TITIK = re.compile(r"([+\-\u2212]?)(0(?=\.)|\d+(?!\.\d{3}$))\.(\d+)", re.ASCII)
_KALI = {"": 0, "rb": 3, "ribu": 3, "jt": 6, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_RUPIAH = re.compile(
    rf"(?:(?:rp|idr)\b\.? ?|rp\.?(?=\d))?(.+?) ?({'|'.join(_KALI)})(?:\.?,?-|,-)?", re.IGNORECASE
)


def baca_angka(teks: str) -> Decimal | None:
    """Return the number as it is read in Indonesian; None for what is none, or not clear."""
    rapi = _SELA.sub(" ", teks).strip()
    cocok = _INDONESIA.fullmatch(rapi) or _TITIK.fullmatch(rapi)
    if cocok is None or len(rapi) > 40:
        return None
    utuh = re.sub(r"[. ]", "", cocok[2])
    nilai = Decimal(f"{utuh}.{cocok[3] or 0}")
    return -nilai if cocok[1] in ("-", "\u2212") else nilai


def baca_rupiah(teks: str) -> Decimal | None:
    """Return rupiah from "Rp 85 juta", "85jt", "Rp. 85.000.000,-"; None when it is not clear."""
    cocok = _RUPIAH.fullmatch(_SELA.sub(" ", teks).strip().lower())
    nilai = baca_angka(cocok[1]) if cocok else None
    if cocok is None or nilai is None:
        return None
    if not cocok[2] and "." in cocok[1] and _TITIK.fullmatch(cocok[1]):
        return None  # "120.50" is no money that anybody has
    return nilai.scaleb(_KALI[cocok[2]])


class RupiahInput(forms.TextInput):
    """A text input that shows dots every three digits and brings up the keyboard of digits."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        asal = {"inputmode": "numeric", "class": "isian--pendek"}
        super().__init__(asal | (attrs or {}))

    def format_value(self, value: Any) -> str | None:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


class BilanganFormField(forms.IntegerField):
    """A whole number. Django's own field would read "2.000" as 2."""

    widget = RupiahInput
    pesan = PESAN_BILANGAN

    def __init__(self, **kwargs: Any) -> None:
        kwargs["error_messages"] = {"invalid": self.pesan} | kwargs.get("error_messages", {})
        super().__init__(**kwargs)

    def baca(self, teks: str) -> Decimal | None:
        return baca_angka(teks)

    def to_python(self, value: Any) -> int | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        nilai = self.baca(value)
        if nilai is None or nilai != nilai.to_integral_value():
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return int(nilai)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # min and max belong to number inputs; this is text


class RupiahFormField(BilanganFormField):
    """Whole rupiah."""

    pesan = PESAN_RUPIAH

    def baca(self, teks: str) -> Decimal | None:
        return baca_rupiah(teks)


def _tanpa_nol(nilai: Decimal) -> Decimal:
    """Drop the zeros at the end, which say nothing: 2,500 has one decimal."""
    rapi = nilai.normalize()
    return rapi if int(rapi.as_tuple().exponent) < 0 else rapi.quantize(Decimal(1))


class AngkaFormField(forms.DecimalField):
    """A number with decimals: a volume, a length."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "class": "isian--pendek"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        pesan = {
            "invalid": PESAN_ANGKA,
            "max_decimal_places": "Paling banyak %(max)s angka di belakang koma.",
            "max_digits": "Angka ini terlalu panjang. Periksa lagi.",
            "max_whole_digits": "Angka ini terlalu besar. Periksa jumlah nolnya.",
        }
        kwargs["error_messages"] = pesan | kwargs.get("error_messages", {})
        super().__init__(**kwargs)

    def baca(self, teks: str) -> Decimal | None:
        return baca_angka(teks)

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        nilai = self.baca(value)
        if nilai is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return _tanpa_nol(nilai)

    def prepare_value(self, value: Any) -> Any:
        """Start with a stored number as people type it: 72,5 where the column holds 72.50."""
        return _tanpa_nol(value) if isinstance(value, Decimal) else value


class PersenFormField(AngkaFormField):
    """Percent, with or without its sign."""

    def baca(self, teks: str) -> Decimal | None:
        return baca_angka(re.sub(r"\s*(%|persen)\s*$", "", teks, flags=re.IGNORECASE))
