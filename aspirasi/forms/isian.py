"""Fields that only sending needs."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from core.forms import PESAN
from warga.models import Kampung

TIDAK_TAHU = "tidak-tahu"
ANGKA_DI_BELAKANG_KOMA = 6


class IsiField(forms.CharField):
    """What a resident writes: at least ten letters, at most 5000, with words in it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"min_length": 10, "max_length": 5000} | kwargs
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 7}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        # Browsers count a line break as one letter and send two.
        return (super().to_python(value) or "").replace("\r\n", "\n")

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not any(huruf.isalnum() for huruf in value):
            raise forms.ValidationError("Tulis dengan kata-kata, supaya petugas mengerti.")


class DerajatField(forms.DecimalField):
    """Degrees as phones show them: a comma or a dot, any number of digits after it."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "text", "autocomplete": "off", "class": "isian--pendek"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        teks = str(value or "").strip().replace(",", ".").replace("−", "-").rstrip("°")
        nilai = super().to_python(teks)
        if nilai is None:
            return None
        try:
            return nilai.quantize(Decimal(1).scaleb(-ANGKA_DI_BELAKANG_KOMA))
        except InvalidOperation as galat:
            raise forms.ValidationError(self.error_messages["invalid"]) from galat


class KampungField(forms.ChoiceField):
    """A kampung by its slug, or "tidak tahu"; one of them must be chosen.

    Cleans to a Kampung or None.
    """

    def __init__(self, **kwargs: Any) -> None:
        self._kampung: dict[str, Kampung] = {}
        super().__init__(**kwargs)

    def muat(self) -> None:
        """Read the kampung, once for the choices and the answer."""
        self._kampung = {k.slug: k for k in Kampung.objects.order_by("contoh", "nama")}
        semua = [(slug, k.nama) for slug, k in self._kampung.items()]
        self.choices = [("", "Pilih kampung"), (TIDAK_TAHU, "Saya tidak tahu"), *semua]

    def clean(self, value: Any) -> Any:
        slug = super().clean(value)
        if not slug:
            raise forms.ValidationError(PESAN["required"], code="required")
        return self._kampung.get(slug)
