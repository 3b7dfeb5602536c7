"""Fields and mixins that several forms of accounts use."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet

from warga.kontak import baca_telepon
from warga.models import Kampung

PESAN_KONTAK = "Tulis nomor HP seperti 0812-3456-7890, atau alamat e-mail."
PETUNJUK_SANDI = "Paling sedikit 8 huruf atau angka. Tiga kata yang mudah Anda ingat sudah baik."
PANJANG_SANDI = 128


class KontakField(forms.CharField):
    """A phone number or an e-mail address in one field. It cleans to E.164 or a lower-case
    e-mail."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Nomor HP atau e-mail")
        attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=254, **kwargs)

    def clean(self, value: Any) -> str:
        teks = super().clean(value)
        return baca_kontak(teks) if teks else ""


def baca_kontak(teks: str) -> str:
    """Return E.164 or a lower-case e-mail address. Raises ValidationError when it is neither."""
    if "@" in teks:
        try:
            validate_email(teks)
        except ValidationError as error:
            raise ValidationError("E-mail ini belum benar. Periksa lagi tulisannya.") from error
        return teks.lower()
    if not any(huruf.isdigit() for huruf in teks):
        raise ValidationError(PESAN_KONTAK)
    return baca_telepon(teks)


def pilihan_kampung() -> QuerySet[Kampung]:
    """Return the kampung that a person may choose as their own."""
    return Kampung.objects.order_by("nama")


def isian_kampung(**kwargs: Any) -> forms.ModelChoiceField:
    """Return the field of one's own kampung, which may stay empty."""
    return forms.ModelChoiceField(
        pilihan_kampung(),
        label="Kampung",
        required=False,
        empty_label="Tidak diisi, atau dari luar",
        **kwargs,
    )


class SandiField(forms.CharField):
    """A password. It is typed once, since the page can show it."""

    def __init__(self, *, baru: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Kata sandi baru" if baru else "Kata sandi")
        attrs = {"autocomplete": "new-password" if baru else "current-password"}
        widget = forms.PasswordInput(render_value=True, attrs=attrs)
        kwargs.setdefault("help_text", PETUNJUK_SANDI if baru else "")
        super().__init__(strip=False, max_length=PANJANG_SANDI, widget=widget, **kwargs)


class SandiTampakMixin(forms.Form):
    """Form mixin: a page may show the words in the password fields."""

    sandi_tampak = False

    def tampakkan_sandi(self) -> None:
        self.sandi_tampak = True
        for field in self.fields.values():
            if isinstance(field.widget, forms.PasswordInput):
                attrs = field.widget.attrs | {"autocapitalize": "none", "spellcheck": "false"}
                field.widget = forms.TextInput(attrs=attrs)


class KodeMixin(forms.Form):
    """The field of a one-time code."""

    code = forms.CharField(
        label="Kode",
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "isian--pendek",
            }
        ),
    )
